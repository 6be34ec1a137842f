import { generateSm4Key } from '@yushu/gm/sm4';

console.log(generateSm4Key().length); // 16
export {};
