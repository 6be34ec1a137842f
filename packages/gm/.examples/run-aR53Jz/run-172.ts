import { createSm3, sm3 } from '@yushu/gm/sm3';

const hash = createSm3().update('ab').update('c').digest();
globalThis.reportSnippet.bind(null, 4)(Buffer.from(hash).equals(sm3('abc'))); // true
export {};
