export type { MessageInput } from './bytes/read-input.ts';
export {
  createInsecureSm4Ecb,
  type InsecureSm4Ecb,
  type InsecureSm4EcbOptions,
} from './sm4/insecure-sm4-ecb.ts';
export type { Sm4Padding } from './sm4/padding.ts';
