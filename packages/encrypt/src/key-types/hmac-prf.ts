/**
 * `HmacPrfKey{1 version, 2 HmacPrfParams{1 hash}, 3 key_value}`: HMAC (RFC 2104) as a pseudo-random function.
 *
 * @module
 */
import { platform } from '#platform';
import { uint32Field } from '../keyset/proto-wire.ts';
import { hashBytes } from '../prf/hkdf.ts';
import type { PrfKeyType } from '../prf/raw-prf.ts';
import { checkMinimumKeyBytes } from './check-key.ts';
import { hashOfNumber } from './hash-type.ts';
import { createParameterized, readParameterized } from './parameterized-key.ts';
import { tinkTypeUrl } from './type-url.ts';

/** HMAC. Format: `{1 params, 2 key_size}`. */
export const hmacPrfKeyType: PrfKeyType = {
  typeUrl: tinkTypeUrl('HmacPrfKey'),
  purpose: 'prf',
  material: 'symmetric',
  create: createParameterized,
  open(value) {
    const { params, key } = readParameterized(value);
    const hash = hashOfNumber(uint32Field(params, 1));
    const mac = platform.createHmac(hash, checkMinimumKeyBytes(key, 16));
    return {
      maxBytes: hashBytes[hash],
      compute: (input, length) => mac(input).slice(0, length),
    };
  },
};
