import { exportSm2PublicKey, generateSm2KeyPair, type Sm2PublicKey } from '@yushu/gm/sm2';

const publicKey: Sm2PublicKey = generateSm2KeyPair().publicKey;
globalThis.reportSnippet.bind(null, 4)(exportSm2PublicKey('raw', publicKey).length); // 65
export {};
