import { createSm4Ctr, generateSm4Key } from '@yushu/gm/sm4';

const cipher = createSm4Ctr(generateSm4Key());
console.log(cipher.encrypt('text').length); // 20
export {};
