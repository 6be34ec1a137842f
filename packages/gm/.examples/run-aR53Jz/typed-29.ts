import { createSm4Gcm, generateSm4Key } from '@yushu/gm/sm4';

const cipher = createSm4Gcm(generateSm4Key());
const sealed = cipher.seal('13800138000', 'customers/phone/42'); // bound to its place
const opened = cipher.open(sealed, 'customers/phone/42');
console.log(new TextDecoder().decode(opened)); // 13800138000
export {};
