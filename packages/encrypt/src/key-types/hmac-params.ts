/**
 * `HmacParams{1 hash, 2 tag_size}`.
 *
 * @module
 */
import { keysetError } from '../keyset/keyset.ts';
import { type ProtoFields, uint32Field, writeProto } from '../keyset/proto-wire.ts';
import type { HashName } from '../platform/platform.ts';
import { hashBytes } from '../prf/hkdf.ts';
import { hashNumbers, hashOfNumber } from './hash-type.ts';

/** Parameters of an HMAC tag. */
export interface HmacParams {
  readonly hash: HashName;
  readonly tagBytes: number;
}

/** Tags have 10 bytes at least (80 bits, NIST SP 800-107 section 5.3.4 recommends no fewer), the hash's length at most. */
export function readHmacParams(params: ProtoFields): HmacParams {
  const hash = hashOfNumber(uint32Field(params, 1));
  const tagBytes = uint32Field(params, 2);
  if (tagBytes < 10 || tagBytes > hashBytes[hash]) {
    throw keysetError('a tag must have 10 bytes or more, up to the length of its hash', {
      tagBytes,
    });
  }
  return { hash, tagBytes };
}

/** The serialised parameters. */
export function writeHmacParams(hash: HashName, tagBytes: number): Uint8Array {
  return writeProto([
    [1, hashNumbers[hash]],
    [2, tagBytes],
  ]);
}
