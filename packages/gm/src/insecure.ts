export type { MessageInput } from './bytes/read-input.ts';
export {
  createInsecureSm4Ecb,
  type InsecureSm4Ecb,
  type InsecureSm4EcbOptions,
} from './sm4/insecure-sm4-ecb.ts';
export {
  createInsecureXts,
  type InsecureXts,
  type InsecureXtsOptions,
  type XtsBlockCipher,
  type XtsStandard,
  type XtsTweak,
} from './sm4/insecure-xts.ts';
export type { Sm4Padding } from './sm4/padding.ts';
