/**
 * `HkdfPrfKey{1 version, 2 HkdfPrfParams{1 hash, 2 salt}, 3 key_value}`: HKDF (RFC 5869) as a pseudo-random function of
 * `info`.
 *
 * @module
 */
import { bytesField, uint32Field } from '../keyset/proto-wire.ts';
import { createHkdfExpand, hashBytes, hkdfExtract } from '../prf/hkdf.ts';
import type { PrfKeyType } from '../prf/raw-prf.ts';
import { checkMinimumKeyBytes } from './check-key.ts';
import { hashOfNumber } from './hash-type.ts';
import { createParameterized, readParameterized } from './parameterized-key.ts';
import { tinkTypeUrl } from './type-url.ts';

/** HKDF. Format: `{1 params, 2 key_size}`. */
export const hkdfPrfKeyType: PrfKeyType = {
  typeUrl: tinkTypeUrl('HkdfPrfKey'),
  purpose: 'prf',
  material: 'symmetric',
  create: createParameterized,
  open(value) {
    const { params, key } = readParameterized(value);
    const hash = hashOfNumber(uint32Field(params, 1));
    checkMinimumKeyBytes(key, 16);
    const expand = createHkdfExpand(hash, hkdfExtract(hash, key, bytesField(params, 2)));
    return { maxBytes: 255 * hashBytes[hash], compute: expand };
  },
};
