import { createSm4Ccm, generateSm4Key } from '@yushu/gm/sm4';

const cipher = createSm4Ccm(generateSm4Key(), { tagLength: 8 });
console.log(cipher.seal('reading').length); // 27
export {};
