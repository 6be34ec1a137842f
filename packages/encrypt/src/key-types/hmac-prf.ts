/**
 * `HmacPrfKey{1 version, 2 HmacPrfParams{1 hash}, 3 key_value}`: HMAC (RFC 2104) as a pseudo-random function.
 *
 * @module
 */
import { platform } from '#platform';
import {
  bytesField,
  messageField,
  readProto,
  uint32Field,
  writeProto,
} from '../keyset/proto-wire.ts';
import { hashBytes } from '../prf/hkdf.ts';
import type { RawPrf } from '../prf/raw-prf.ts';
import { checkMinimumKeyBytes, checkVersion } from './check-key.ts';
import { hashOfNumber } from './hash-type.ts';
import { tinkTypeUrl } from './type-url.ts';

/** The key type's name. */
export const hmacPrfTypeUrl: string = tinkTypeUrl('HmacPrfKey');

/** The serialised key; `hash` is the number in Tink's `HashType`. */
export function writeHmacPrfKey(hash: number, key: Uint8Array): Uint8Array {
  return writeProto([
    [2, [writeProto([[1, hash]])]],
    [3, key],
  ]);
}

/** The function under a serialised key. */
export function createRawHmacPrf(value: Uint8Array): RawPrf {
  const fields = readProto(value);
  checkVersion(fields);
  const hash = hashOfNumber(uint32Field(messageField(fields, 2), 1));
  const mac = platform.createHmac(hash, checkMinimumKeyBytes(bytesField(fields, 3), 16));
  return {
    maxBytes: hashBytes[hash],
    compute: (input, length) => mac(input).slice(0, length),
  };
}
