import { generateSm2KeyPair, signSm2, verifySm2 } from '@yushu/gm/sm2';

const { privateKey, publicKey } = generateSm2KeyPair();
const options = { userId: 'alice@example.com', form: 'raw' } as const;
const signature = signSm2(privateKey, 'order 42', options);
globalThis.reportSnippet.bind(null, 6)(signature.length, verifySm2(publicKey, 'order 42', signature, options)); // 64 true
export {};
