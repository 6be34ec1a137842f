/**
 * `AesSivKey{1 version, 2 key_value}`: AES-SIV (RFC 5297) with one associated data.
 *
 * Wire: synthetic iv 16 ‖ ciphertext.
 *
 * @module
 */
import { aessiv } from '@noble/ciphers/aes.js';
import type { DeterministicKeyType } from '../deterministic/raw-deterministic.ts';
import { bytesField, readProto, uint32Field, writeProto } from '../keyset/proto-wire.ts';
import { checkKeyBytes, checkVersion } from './check-key.ts';
import { tinkTypeUrl } from './type-url.ts';

/** AES-256-SIV. Format: `{1 key_size}`. */
export const aesSivKeyType: DeterministicKeyType = {
  typeUrl: tinkTypeUrl('AesSivKey'),
  purpose: 'deterministic',
  material: 'symmetric',
  create: (format, random) => writeProto([[2, random(uint32Field(readProto(format), 1))]]),
  open(value) {
    const fields = readProto(value);
    checkVersion(fields);
    const key = checkKeyBytes(bytesField(fields, 2), [64]);
    return {
      seal: (plaintext, data) => aessiv(key, data).encrypt(plaintext),
      open(sealed, data) {
        if (sealed.length < 16) return undefined;
        try {
          return aessiv(key, data).decrypt(sealed);
        } catch {
          return undefined;
        }
      },
    };
  },
};
