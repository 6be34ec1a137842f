import { type WeierstrassPoint, weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { sm2Parameters } from '../../src/sm2/parameters.ts';

/** The same curve by noble, which shares no code with ours. */
export const NoblePoint = weierstrass({ ...sm2Parameters, h: 1n });
export type NoblePoint = WeierstrassPoint<bigint>;
