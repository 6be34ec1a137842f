export type { MessageInput } from './bytes/read-input.ts';
export { generateSm4Key } from './sm4/generate-sm4-key.ts';
export type { Sm4Padding } from './sm4/padding.ts';
export type { Sm4Aead, Sm4AeadOptions } from './sm4/sm4-aead.ts';
export { createSm4Cbc, type Sm4CbcOptions } from './sm4/sm4-cbc.ts';
export { createSm4Ccm, type Sm4CcmOptions } from './sm4/sm4-ccm.ts';
export type { Sm4Cipher } from './sm4/sm4-cipher.ts';
export { createSm4Ctr, type Sm4CtrOptions } from './sm4/sm4-ctr.ts';
export { createSm4Gcm, type Sm4GcmOptions } from './sm4/sm4-gcm.ts';
export { createSm4GcmSiv } from './sm4/sm4-gcm-siv.ts';
export {
  createSm4Xts,
  type Sm4Xts,
  type Sm4XtsOptions,
  type Sm4XtsStandard,
  type Sm4XtsTweak,
} from './sm4/sm4-xts.ts';
