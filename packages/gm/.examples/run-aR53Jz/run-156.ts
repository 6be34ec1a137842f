import { decryptSm2, encryptSm2, generateSm2KeyPair } from '@yushu/gm/sm2';

const { privateKey, publicKey } = generateSm2KeyPair();
const form = { form: 'raw', order: 'C1C2C3' } as const; // an older library on the other side
const encrypted = encryptSm2(publicKey, new Uint8Array(16), form);
globalThis.reportSnippet.bind(null, 6)(decryptSm2(privateKey, encrypted, form).length); // 16
export {};
