export type { BlockCipher, BlockCipherFactory } from './cipher/block-cipher.ts';
export { createAesBlockCipher } from './cipher/create-aes-block-cipher.ts';
export { createFpe, type Fpe, type FpeOptions } from './create-fpe.ts';
export { createFf1, type Ff1, type Ff1Options } from './ff1/create-ff1.ts';
export type { FpeErrorCode } from './fpe-error.ts';
export {
  createLegacyFf3,
  type LegacyFf3,
  type LegacyFf3Options,
} from './legacy/create-legacy-ff3.ts';
