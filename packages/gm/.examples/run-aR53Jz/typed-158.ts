import { generateSm2KeyPair, signSm2, verifySm2 } from '@yushu/gm/sm2';

const { privateKey, publicKey } = generateSm2KeyPair();
const signature = signSm2(privateKey, 'order 42');
console.log(verifySm2(publicKey, 'order 42', signature)); // true
export {};
