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
import type { PrfKeyType } from '../prf/raw-prf.ts';
import { checkMinimumKeyBytes, checkVersion } from './check-key.ts';
import { hashOfNumber } from './hash-type.ts';
import { tinkTypeUrl } from './type-url.ts';

/** HMAC. Format: `{1 params, 2 key_size}`. */
export const hmacPrfKeyType: PrfKeyType = {
  typeUrl: tinkTypeUrl('HmacPrfKey'),
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
    const hash = hashOfNumber(uint32Field(messageField(fields, 2), 1));
    const mac = platform.createHmac(hash, checkMinimumKeyBytes(bytesField(fields, 3), 16));
    return {
      maxBytes: hashBytes[hash],
      compute: (input, length) => mac(input).slice(0, length),
    };
  },
};
