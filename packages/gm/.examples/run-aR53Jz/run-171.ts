import { sm3 } from '@yushu/gm/sm3';

globalThis.reportSnippet.bind(null, 3)(Buffer.from(sm3('abc')).toString('hex').slice(0, 16)); // 66c7f0f462eeedd9
export {};
