import { exportSm2PublicKey, generateSm2KeyPair, type Sm2PublicKey } from '@yushu/gm/sm2';

const publicKey: Sm2PublicKey = generateSm2KeyPair().publicKey;
console.log(exportSm2PublicKey('raw', publicKey).length); // 65
export {};
