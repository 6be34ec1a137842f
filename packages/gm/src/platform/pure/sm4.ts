import { chainBlocks, transformBlocks, unchainBlocks } from '../../sm4/sm4-rounds.ts';
import { xorKeystream } from '../../sm4/xor-keystream.ts';
import type { CipherPlatform } from '../platform.ts';

export const cipherPlatform: CipherPlatform = {
  transformBlocks,
  chainBlocks,
  unchainBlocks,
  xorKeystream,
};
