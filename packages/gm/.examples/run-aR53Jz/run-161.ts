import { exportSm2PrivateKey, generateSm2KeyPair } from '@yushu/gm/sm2';

const { privateKey } = generateSm2KeyPair();
globalThis.reportSnippet.bind(null, 4)(exportSm2PrivateKey('pem', privateKey).split('\n')[0]); // -----BEGIN PRIVATE KEY-----
export {};
