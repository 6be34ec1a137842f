import { createSm4Cbc, generateSm4Key } from '@yushu/gm/sm4';

const cipher = createSm4Cbc(generateSm4Key());
console.log(new TextDecoder().decode(cipher.decrypt(cipher.encrypt('text')))); // text
export {};
