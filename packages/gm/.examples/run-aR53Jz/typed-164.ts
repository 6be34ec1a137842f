import { exportSm2PublicKey, generateSm2KeyPair } from '@yushu/gm/sm2';

const { publicKey } = generateSm2KeyPair();
console.log(exportSm2PublicKey('compressed', publicKey).length); // 33
console.log(exportSm2PublicKey('jwk', publicKey).crv); // SM2
export {};
