/**
 * `AesGcmSivKey{1 version, 3 key_value}`: AES-GCM-SIV (RFC 8452), which a repeated nonce does not break.
 *
 * Wire: nonce 12 ‖ ciphertext ‖ tag 16.
 *
 * @module
 */
import { gcmsiv } from '@noble/ciphers/aes.js';
import { type AeadKeyType, nonceAead } from '../aead/raw-aead.ts';
import { bytesField, readProto, uint32Field, writeProto } from '../keyset/proto-wire.ts';
import { checkKeyBytes, checkVersion } from './check-key.ts';
import { tinkTypeUrl } from './type-url.ts';

/** AES-GCM-SIV, AES-128 or AES-256. Format: `{2 key_size}`. */
export const aesGcmSivKeyType: AeadKeyType = {
  typeUrl: tinkTypeUrl('AesGcmSivKey'),
  purpose: 'aead',
  material: 'symmetric',
  create: (format, random) => writeProto([[3, random(uint32Field(readProto(format), 2))]]),
  open(value, fillRandom) {
    const fields = readProto(value);
    checkVersion(fields);
    const key = checkKeyBytes(bytesField(fields, 3), [16, 32]);
    // RFC 8452 section 9 allows more; with 2^32 messages no nonce is expected to come often.
    return nonceAead(12, 2 ** 32, fillRandom, (nonce, data) => gcmsiv(key, nonce, data));
  },
};
