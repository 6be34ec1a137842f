/**
 * `AesCtrHmacAeadKey{1 version, 2 AesCtrKey{1 version, 2 {1 iv_size}, 3 key}, 3 HmacKey{1 version, 2 {1 hash, 2 tag_size},
 * 3 key}}`: encrypt with AES-CTR (NIST SP 800-38A), then HMAC (RFC 2104).
 *
 * Wire: iv ‖ ciphertext ‖ tag; the tag is over associated data ‖ iv ‖ ciphertext ‖ bits of associated data as 64-bit
 * big-endian number.
 *
 * @module
 */
import type { RandomBytes } from '@yushu/core';
import { platform } from '#platform';
import type { AeadKeyType } from '../aead/raw-aead.ts';
import { keysetError } from '../keyset/keyset.ts';
import {
  bytesField,
  messageField,
  type ProtoFields,
  readProto,
  uint32Field,
  writeProto,
} from '../keyset/proto-wire.ts';
import { checkKeyBytes, checkMinimumKeyBytes, checkVersion } from './check-key.ts';
import { readHmacParams } from './hmac-params.ts';
import { createOfFields } from './parameterized-key.ts';
import { tinkTypeUrl } from './type-url.ts';

function bitsOf(data: Uint8Array): Uint8Array {
  const bits = new Uint8Array(8);
  new DataView(bits.buffer).setBigUint64(0, BigInt(data.length) * 8n);
  return bits;
}

function createKey(format: ProtoFields, random: RandomBytes): Uint8Array {
  return writeProto([
    [2, [createOfFields(messageField(format, 1), random)]],
    [3, [createOfFields(messageField(format, 2), random)]],
  ]);
}

/** AES-CTR with HMAC. Format: `{1 AesCtrKeyFormat{1 params, 2 key_size}, 2 HmacKeyFormat{1 params, 2 key_size}}`. */
export const aesCtrHmacKeyType: AeadKeyType = {
  typeUrl: tinkTypeUrl('AesCtrHmacAeadKey'),
  purpose: 'aead',
  material: 'symmetric',
  create: (format, random) => createKey(readProto(format), random),
  open(value, fillRandom) {
    const fields = readProto(value);
    const ctr = messageField(fields, 2);
    const hmac = messageField(fields, 3);
    for (const part of [fields, ctr, hmac]) checkVersion(part);
    const ivBytes = uint32Field(messageField(ctr, 2), 1);
    if (ivBytes < 12 || ivBytes > 16)
      throw keysetError('an iv must have 12 to 16 bytes', { ivBytes });
    const key = checkKeyBytes(bytesField(ctr, 3), [16, 32]);
    const { hash, tagBytes } = readHmacParams(messageField(hmac, 2));
    const mac = platform.createHmac(hash, checkMinimumKeyBytes(bytesField(hmac, 3), 16));
    const crypt = (iv: Uint8Array, data: Uint8Array) => {
      const counter = new Uint8Array(16);
      counter.set(iv);
      return platform.aesCtr(key, counter, data);
    };
    return {
      overhead: ivBytes + tagBytes,
      // Random ivs of 96 bits and more.
      maxMessages: 2 ** 32,
      seal(plaintext, associatedData, out, offset) {
        const iv = new Uint8Array(ivBytes);
        fillRandom(iv, 0, ivBytes);
        const ciphertext = crypt(iv, plaintext);
        const tag = mac(associatedData, iv, ciphertext, bitsOf(associatedData));
        out.set(iv, offset);
        out.set(ciphertext, offset + ivBytes);
        out.set(tag.subarray(0, tagBytes), offset + ivBytes + ciphertext.length);
      },
      open(sealed, associatedData) {
        const end = sealed.length - tagBytes;
        if (end < ivBytes) return undefined;
        const tag = mac(associatedData, sealed.subarray(0, end), bitsOf(associatedData));
        if (!platform.equalBytes(tag.subarray(0, tagBytes), sealed.subarray(end))) return undefined;
        return crypt(sealed.subarray(0, ivBytes), sealed.subarray(ivBytes, end));
      },
    };
  },
};
