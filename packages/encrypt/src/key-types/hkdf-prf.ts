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
import type { PrfKeyType } from '../prf/raw-prf.ts';
import { checkMinimumKeyBytes, checkVersion } from './check-key.ts';
import { hashOfNumber } from './hash-type.ts';
import { tinkTypeUrl } from './type-url.ts';

/** HKDF. Format: `{1 params, 2 key_size}`. */
export const hkdfPrfKeyType: PrfKeyType = {
  typeUrl: tinkTypeUrl('HkdfPrfKey'),
  purpose: 'prf',
  material: 'symmetric',
  create(format, random) {
    const fields = readProto(format);
    return writeProto([
      [2, [bytesField(fields, 1)]],
      [3, random(uint32Field(fields, 2))],
    ]);
  },
  open(value) {
    const fields = readProto(value);
    checkVersion(fields);
    const parameters = messageField(fields, 2);
    const hash = hashOfNumber(uint32Field(parameters, 1));
    const key = checkMinimumKeyBytes(bytesField(fields, 3), 16);
    const expand = createHkdfExpand(hash, hkdfExtract(hash, key, bytesField(parameters, 2)));
    return { maxBytes: 255 * hashBytes[hash], compute: expand };
  },
};
