import { decryptSm2, encryptSm2, generateSm2KeyPair } from '@yushu/gm/sm2';

const { privateKey, publicKey } = generateSm2KeyPair();
const encrypted = encryptSm2(publicKey, 'secret', { form: 'asn1' });
console.log(new TextDecoder().decode(decryptSm2(privateKey, encrypted, { form: 'asn1' }))); // secret
export {};
