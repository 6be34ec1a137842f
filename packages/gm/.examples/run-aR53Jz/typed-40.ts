import { createHmacSm3, createSm3, hkdfSm3, sm3 } from '@yushu/gm/sm3';

console.log(Buffer.from(sm3('abc')).toString('hex').slice(0, 16)); // 66c7f0f462eeedd9
console.log(createSm3().update('a').update('bc').digest().length); // 32

const mac = createHmacSm3(crypto.getRandomValues(new Uint8Array(32)));
console.log(mac.verify('消息', mac.compute('消息'))); // true

const master = crypto.getRandomValues(new Uint8Array(32));
console.log(hkdfSm3(master, { length: 16, info: 'orders' }).length); // 16
export {};
