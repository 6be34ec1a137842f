import type { Sm4Schedule } from '../sm4/sm4-schedule.ts';
import type { CounterKind, CounterWords } from '../sm4/xor-keystream.ts';

/**
 * What can be done better in one place than in another. There are two of each with the same results: `node/` over OpenSSL, and `pure/`
 * in plain JavaScript. Which is taken, the conditions of `#platform/*` in package.json say.
 *
 * @module
 */

/** Compares in a time that does not depend on the contents. */
export type EqualBytes = (a: Uint8Array, b: Uint8Array) => boolean;

/** A hash under way. */
export interface HashEngine {
  update(data: Uint8Array): void;
  /** Ends the hash. */
  digest(): Uint8Array;
}

/** SM3. */
export interface HashPlatform {
  hash(data: Uint8Array): Uint8Array;
  createHash(): HashEngine;
  /** HMAC of a long message, or undefined where plain JavaScript is as good. */
  hmac(key: Uint8Array, data: Uint8Array): Uint8Array | undefined;
}

/** SM4. */
export interface CipherPlatform {
  /** Every block by itself; whole blocks only. */
  transformBlocks(schedule: Sm4Schedule, input: Uint8Array, decrypt: boolean): Uint8Array;
  /** CBC without padding; whole blocks only. */
  chainBlocks(schedule: Sm4Schedule, iv: Uint8Array, input: Uint8Array): Uint8Array;
  unchainBlocks(schedule: Sm4Schedule, iv: Uint8Array, input: Uint8Array): Uint8Array;
  xorKeystream(
    schedule: Sm4Schedule,
    start: CounterWords,
    input: Uint8Array,
    kind: CounterKind,
    /** Where the result goes, if it is to go into something longer. */
    output?: Uint8Array,
  ): Uint8Array;
}
