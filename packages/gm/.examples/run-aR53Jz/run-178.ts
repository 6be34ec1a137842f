import { createSm4GcmSiv, generateSm4Key } from '@yushu/gm/sm4';

const cipher = createSm4GcmSiv(generateSm4Key());
const nonce = new Uint8Array(12);
const sealed = cipher.sealWithNonce(nonce, 'text');
globalThis.reportSnippet.bind(null, 6)(new TextDecoder().decode(cipher.openWithNonce(nonce, sealed))); // text
export {};
