/**
 * `AesSivAeadKey{1 version, 3 key_value}`: AES-SIV with associated data and a nonce, AEAD_AES_SIV_CMAC of RFC 5297
 * section 6. A repeated nonce shows no more than that a message came again. Not a key type of Tink's, whose AES-SIV is
 * deterministic.
 *
 * Wire: nonce 16 ‖ synthetic iv 16 ‖ ciphertext.
 *
 * @module
 */
import { aessiv } from '@noble/ciphers/aes.js';
import { type AeadKeyType, nonceAead } from '../aead/raw-aead.ts';
import { bytesField, readProto, uint32Field, writeProto } from '../keyset/proto-wire.ts';
import { checkKeyBytes, checkVersion } from './check-key.ts';
import { ownTypeUrl } from './type-url.ts';

/** AES-SIV under a key and a nonce of any length: the nonce is the last of what S2V takes before the plaintext. */
export const sivWithNonce = (key: Uint8Array, nonce: Uint8Array, associatedData: Uint8Array) =>
  aessiv(key, associatedData, nonce);

/** AES-128, AES-192 or AES-256 in SIV, by a key of twice the length. Format: `{2 key_size}`. */
export const aesSivAeadKeyType: AeadKeyType = {
  typeUrl: ownTypeUrl('AesSivAeadKey'),
  purpose: 'aead',
  material: 'symmetric',
  create: (format, random) => writeProto([[3, random(uint32Field(readProto(format), 2))]]),
  open(value, fillRandom) {
    const fields = readProto(value);
    checkVersion(fields);
    const key = checkKeyBytes(bytesField(fields, 3), [32, 48, 64]);
    // RFC 5297 section 7: 2^48 messages under one key.
    return nonceAead(16, 2 ** 48, fillRandom, (nonce, data) => sivWithNonce(key, nonce, data));
  },
};
