import { exportSm2PublicKey, generateSm2KeyPair } from '@yushu/gm/sm2';

const { publicKey } = generateSm2KeyPair();
globalThis.reportSnippet.bind(null, 4)(exportSm2PublicKey('compressed', publicKey).length); // 33
globalThis.reportSnippet.bind(null, 5)(exportSm2PublicKey('jwk', publicKey).crv); // SM2
export {};
