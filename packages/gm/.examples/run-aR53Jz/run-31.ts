import { decryptSm2, encryptSm2, generateSm2KeyPair } from '@yushu/gm/sm2';

const { privateKey, publicKey } = generateSm2KeyPair();
const encrypted = encryptSm2(publicKey, 'a key or a short message', { form: 'asn1' });
const decrypted = decryptSm2(privateKey, encrypted, { form: 'asn1' });
globalThis.reportSnippet.bind(null, 6)(new TextDecoder().decode(decrypted)); // a key or a short message
export {};
