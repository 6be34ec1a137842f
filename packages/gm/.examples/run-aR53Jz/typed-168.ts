import { createHmacSm3 } from '@yushu/gm/sm3';

const mac = createHmacSm3(new Uint8Array(32));
const tag = mac.compute('13800138000');
console.log(mac.verify('13800138000', tag), mac.verify('13800138001', tag)); // true false
export {};
