/** A clock: milliseconds since 1970-01-01T00:00:00Z. */
export type Clock = () => number;

/**
 * The platform's clock.
 *
 * @example
 * ```ts
 * import { systemClock } from '@yushu/core';
 *
 * console.log(systemClock() > 1_700_000_000_000); // true
 * ```
 */
export const systemClock: Clock = () => Date.now();
