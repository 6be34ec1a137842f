import { exportSm2PublicKey, generateSm2KeyPair, importSm2PublicKey, signSm2, verifySm2 } from '@yushu/gm/sm2';

const { privateKey, publicKey } = generateSm2KeyPair();
const signature = signSm2(privateKey, 'order 42');

const known = importSm2PublicKey('pem', exportSm2PublicKey('pem', publicKey));
globalThis.reportSnippet.bind(null, 7)(verifySm2(known, 'order 42', signature)); // true
globalThis.reportSnippet.bind(null, 8)(verifySm2(known, 'order 43', signature)); // false
export {};
