import { chainBlocks, unchainBlocks } from '../../sm4/sm4-rounds.ts';
import type { ChainPlatform } from '../platform.ts';

export const chainPlatform: ChainPlatform = { chainBlocks, unchainBlocks };
