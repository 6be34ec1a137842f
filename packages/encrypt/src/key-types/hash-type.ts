/**
 * Tink's `HashType` (`proto/common.proto`). The numbers are not in the order one would guess.
 *
 * @module
 */
import { keysetError } from '../keyset/keyset.ts';
import type { HashName } from '../platform/platform.ts';

/** Numbers of `HashType`. */
export const hashNumbers: Readonly<Record<HashName, number>> = {
  sha1: 1,
  sha384: 2,
  sha256: 3,
  sha512: 4,
  sha224: 5,
};

/** The hash of a number of `HashType`. */
export function hashOfNumber(number: number): HashName {
  for (const [name, value] of Object.entries(hashNumbers)) {
    if (value === number) return name as HashName;
  }
  throw keysetError('a key has an unknown hash', { hash: number });
}
