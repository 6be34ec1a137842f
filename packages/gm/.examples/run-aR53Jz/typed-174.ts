import { createInsecureSm4Ecb } from '@yushu/gm/insecure';

const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
const cipher = createInsecureSm4Ecb(key, { padding: 'none' });
console.log(Buffer.from(cipher.encrypt(key)).toString('hex')); // 681edf34d206965e86b3e94f536e4246
export {};
