/**
 * `HmacKey{1 version, 2 HmacParams{1 hash, 2 tag_size}, 3 key_value}`: HMAC (RFC 2104) tags.
 *
 * @module
 */
import { platform } from '#platform';
import type { MacKeyType } from '../mac/raw-mac.ts';
import { checkMinimumKeyBytes } from './check-key.ts';
import { readHmacParams } from './hmac-params.ts';
import { createParameterized, readParameterized } from './parameterized-key.ts';
import { tinkTypeUrl } from './type-url.ts';

/** HMAC tags. Format: `{1 params, 2 key_size}`. */
export const hmacKeyType: MacKeyType = {
  typeUrl: tinkTypeUrl('HmacKey'),
  purpose: 'mac',
  material: 'symmetric',
  create: createParameterized,
  open(value) {
    const { params, key } = readParameterized(value);
    const { hash, tagBytes } = readHmacParams(params);
    const mac = platform.createHmac(hash, checkMinimumKeyBytes(key, 16));
    return { compute: (data) => mac(data).slice(0, tagBytes) };
  },
};
