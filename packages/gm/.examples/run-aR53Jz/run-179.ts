import { createSm4Gcm, generateSm4Key } from '@yushu/gm/sm4';

const cipher = createSm4Gcm(generateSm4Key());
const sealed = cipher.seal('13800138000', 'customers/phone/42');
const phone = new TextDecoder().decode(cipher.open(sealed, 'customers/phone/42'));
globalThis.reportSnippet.bind(null, 6)(phone); // 13800138000
export {};
