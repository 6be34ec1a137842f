/**
 * `AesCmacKey{1 version, 2 key_value, 3 AesCmacParams{1 tag_size}}` and `AesCmacPrfKey{1 version, 2 key_value}`: AES-CMAC
 * (RFC 4493, NIST SP 800-38B) as tag and as pseudo-random function.
 *
 * @module
 */
import { cmac } from '@noble/ciphers/aes.js';
import { keysetError } from '../keyset/keyset.ts';
import {
  bytesField,
  messageField,
  readProto,
  uint32Field,
  writeProto,
} from '../keyset/proto-wire.ts';
import type { MacKeyType } from '../mac/raw-mac.ts';
import type { PrfKeyType } from '../prf/raw-prf.ts';
import { checkKeyBytes, checkVersion } from './check-key.ts';
import { tinkTypeUrl } from './type-url.ts';

/** AES-CMAC tags. Format: `{1 key_size, 2 params}`. */
export const aesCmacKeyType: MacKeyType = {
  typeUrl: tinkTypeUrl('AesCmacKey'),
  purpose: 'mac',
  material: 'symmetric',
  create(format, random) {
    const fields = readProto(format);
    return writeProto([
      [2, random(uint32Field(fields, 1))],
      [3, [bytesField(fields, 2)]],
    ]);
  },
  open(value) {
    const fields = readProto(value);
    checkVersion(fields);
    const key = checkKeyBytes(bytesField(fields, 2), [16, 32]);
    const tagBytes = uint32Field(messageField(fields, 3), 1);
    if (tagBytes < 10 || tagBytes > 16)
      throw keysetError('a tag must have 10 to 16 bytes', { tagBytes });
    return { compute: (data) => cmac(data, key).slice(0, tagBytes) };
  },
};

/** AES-CMAC as a pseudo-random function. Format: `{1 key_size}`. */
export const aesCmacPrfKeyType: PrfKeyType = {
  typeUrl: tinkTypeUrl('AesCmacPrfKey'),
  purpose: 'prf',
  material: 'symmetric',
  create: (format, random) => writeProto([[2, random(uint32Field(readProto(format), 1))]]),
  open(value) {
    const fields = readProto(value);
    checkVersion(fields);
    const key = checkKeyBytes(bytesField(fields, 2), [16, 32]);
    return { maxBytes: 16, compute: (input, length) => cmac(input, key).slice(0, length) };
  },
};
