import { hkdfSm3 } from '@yushu/gm/sm3';

const shared = new Uint8Array(32).fill(7);
const key = hkdfSm3(shared, { length: 16, info: 'orders/2026' });
console.log(key.length); // 16
export {};
