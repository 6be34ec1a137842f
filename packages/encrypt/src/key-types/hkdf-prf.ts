/**
 * `HkdfPrfKey{1 version, 2 HkdfPrfParams{1 hash, 2 salt}, 3 key_value}`: HKDF (RFC 5869) as a pseudo-random function of
 * `info`.
 *
 * @module
 */
import {
  bytesField,
  messageField,
  readProto,
  uint32Field,
  writeProto,
} from '../keyset/proto-wire.ts';
import { createHkdfExpand, hashBytes, hkdfExtract } from '../prf/hkdf.ts';
import type { RawPrf } from '../prf/raw-prf.ts';
import { checkMinimumKeyBytes, checkVersion } from './check-key.ts';
import { hashOfNumber } from './hash-type.ts';
import { tinkTypeUrl } from './type-url.ts';

/** The key type's name. */
export const hkdfPrfTypeUrl: string = tinkTypeUrl('HkdfPrfKey');

/** The serialised key; `hash` is the number in Tink's `HashType`. */
export function writeHkdfPrfKey(
  hash: number,
  key: Uint8Array,
  salt: Uint8Array = new Uint8Array(0),
): Uint8Array {
  return writeProto([
    [
      2,
      [
        writeProto([
          [1, hash],
          [2, salt],
        ]),
      ],
    ],
    [3, key],
  ]);
}

/** The function under a serialised key. */
export function createRawHkdfPrf(value: Uint8Array): RawPrf {
  const fields = readProto(value);
  checkVersion(fields);
  const parameters = messageField(fields, 2);
  const hash = hashOfNumber(uint32Field(parameters, 1));
  const key = checkMinimumKeyBytes(bytesField(fields, 3), 16);
  const expand = createHkdfExpand(hash, hkdfExtract(hash, key, bytesField(parameters, 2)));
  return { maxBytes: 255 * hashBytes[hash], compute: expand };
}
