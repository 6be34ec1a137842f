export { createSm4BlockCipher } from './create-sm4-block-cipher.ts';
export { generateProfileKeyset } from './generate-profile-keyset.ts';
export { type GmTemplate, generateGmKeyset, gmKeyTypes, rotateToGm } from './gm-key-types.ts';
