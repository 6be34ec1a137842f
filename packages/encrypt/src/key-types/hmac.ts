/**
 * `HmacKey{1 version, 2 HmacParams{1 hash, 2 tag_size}, 3 key_value}`: HMAC (RFC 2104) tags.
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
import type { MacKeyType } from '../mac/raw-mac.ts';
import { checkMinimumKeyBytes, checkVersion } from './check-key.ts';
import { readHmacParams } from './hmac-params.ts';
import { tinkTypeUrl } from './type-url.ts';

/** HMAC tags. Format: `{1 params, 2 key_size}`. */
export const hmacKeyType: MacKeyType = {
  typeUrl: tinkTypeUrl('HmacKey'),
  purpose: 'mac',
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
    const { hash, tagBytes } = readHmacParams(messageField(fields, 2));
    const mac = platform.createHmac(hash, checkMinimumKeyBytes(bytesField(fields, 3), 16));
    return { compute: (data) => mac(data).slice(0, tagBytes) };
  },
};
