import { kdfSm3 } from '@yushu/gm/sm3';

const key = kdfSm3(new TextEncoder().encode('emmansun'), 16);
globalThis.reportSnippet.bind(null, 4)(Buffer.from(key).toString('hex')); // 708993ef1388a0ae4245a19bb6c02554
export {};
