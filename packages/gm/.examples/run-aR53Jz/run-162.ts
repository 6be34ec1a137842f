import { generateSm2KeyPair, type Sm2PrivateKey } from '@yushu/gm/sm2';

const privateKey: Sm2PrivateKey = generateSm2KeyPair().privateKey;
globalThis.reportSnippet.bind(null, 4)(JSON.stringify({ privateKey })); // {"privateKey":"[Sm2PrivateKey]"}
export {};
