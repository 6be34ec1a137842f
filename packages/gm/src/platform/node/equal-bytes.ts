import { timingSafeEqual } from 'node:crypto';
import type { EqualBytes } from '../platform.ts';

/** The length is taken as public. */
export const equalBytes: EqualBytes = (a, b) => a.length === b.length && timingSafeEqual(a, b);
