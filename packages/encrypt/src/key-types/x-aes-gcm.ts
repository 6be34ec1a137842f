/**
 * `XAesGcmKey{1 version, 2 XAesGcmParams{1 salt_size}, 3 key_value}`: XAES-256-GCM (c2sp.org/XAES-256-GCM). Each message
 * has a key of its own, made by AES-CMAC from a random salt: no bound on messages worth counting to.
 *
 * Wire: salt (8 to 12) ‖ nonce 12 ‖ ciphertext ‖ tag 16.
 *
 * @module
 */
import { cmac } from '@noble/ciphers/aes.js';
import { platform } from '#platform';
import type { AeadKeyType } from '../aead/raw-aead.ts';
import { keysetError } from '../keyset/keyset.ts';
import {
  bytesField,
  messageField,
  readProto,
  uint32Field,
  writeProto,
} from '../keyset/proto-wire.ts';
import { checkKeyBytes, checkVersion } from './check-key.ts';
import { tinkTypeUrl } from './type-url.ts';

const ivBytes = 12;
const tagBytes = 16;

/** The key of a message: CMAC(key, 00 01 'X' 00 ‖ salt) ‖ CMAC(key, 00 02 'X' 00 ‖ salt), the salt padded with zeros. */
function messageKey(key: Uint8Array, salt: Uint8Array): Uint8Array {
  const derived = new Uint8Array(32);
  const block = new Uint8Array(16);
  block[2] = 0x58;
  block.set(salt, 4);
  for (const counter of [1, 2]) {
    block[1] = counter;
    derived.set(cmac(block, key), (counter - 1) * 16);
  }
  return derived;
}

/** XAES-256-GCM. Format: `{3 params}`. */
export const xAesGcmKeyType: AeadKeyType = {
  typeUrl: tinkTypeUrl('XAesGcmKey'),
  purpose: 'aead',
  material: 'symmetric',
  create: (format, random) =>
    writeProto([
      [2, [bytesField(readProto(format), 3)]],
      [3, random(32)],
    ]),
  open(value, fillRandom) {
    const fields = readProto(value);
    checkVersion(fields);
    const key = checkKeyBytes(bytesField(fields, 3), [32]);
    const saltBytes = uint32Field(messageField(fields, 2), 1);
    if (saltBytes < 8 || saltBytes > 12) {
      throw keysetError('a salt must have 8 to 12 bytes', { saltBytes });
    }
    const headBytes = saltBytes + ivBytes;
    return {
      overhead: headBytes + tagBytes,
      maxMessages: Number.POSITIVE_INFINITY,
      seal(plaintext, associatedData, out, offset) {
        const head = new Uint8Array(headBytes);
        fillRandom(head, 0, headBytes);
        out.set(head, offset);
        const gcm = platform.createAesGcm(messageKey(key, head.subarray(0, saltBytes)));
        gcm.seal(head.subarray(saltBytes), plaintext, associatedData, out, offset + headBytes);
      },
      open(sealed, associatedData) {
        if (sealed.length < headBytes + tagBytes) return undefined;
        const gcm = platform.createAesGcm(messageKey(key, sealed.subarray(0, saltBytes)));
        const iv = sealed.subarray(saltBytes, headBytes);
        return gcm.open(iv, sealed.subarray(headBytes), associatedData);
      },
    };
  },
};
