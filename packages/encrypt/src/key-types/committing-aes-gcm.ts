/**
 * `CommittingAesGcmKey{1 version, 3 key_value}`: AES-256-GCM that commits to key, nonce and associated data. Not a key
 * type of Tink's, which declines commitment (tink-crypto/tink issue 648).
 *
 * Plain AES-GCM lets whoever chooses keys make one ciphertext that opens under two of them. Here HKDF-SHA-256 (RFC 5869)
 * makes of the key, a random salt and the associated data 64 bytes: 32 encrypt this one message, 32 stand in the
 * ciphertext and are compared before anything is decrypted. A second opening would be a collision of SHA-256 (the notion
 * CMT-4 of Bellare and Hoang, EUROCRYPT 2022). Each message has its own key: there is no bound worth counting to.
 *
 * Wire: salt 32 ‖ commitment 32 ‖ ciphertext ‖ tag 16.
 *
 * @module
 */
import { platform } from '#platform';
import type { AeadKeyType } from '../aead/raw-aead.ts';
import { bytesField, readProto, writeProto } from '../keyset/proto-wire.ts';
import { createHkdfExpand, hkdfExtract } from '../prf/hkdf.ts';
import { checkKeyBytes, checkVersion } from './check-key.ts';
import { ownTypeUrl } from './type-url.ts';

const saltBytes = 32;
const commitmentBytes = 32;
const headBytes = saltBytes + commitmentBytes;
const tagBytes = 16;
const use = new TextEncoder().encode('yushu committing AES-256-GCM v1');
/** The key is used once, so its nonce may be fixed. */
const nonce = new Uint8Array(12);

function derive(key: Uint8Array, salt: Uint8Array, associatedData: Uint8Array) {
  const info = new Uint8Array(use.length + associatedData.length);
  info.set(use);
  info.set(associatedData, use.length);
  const derived = createHkdfExpand('sha256', hkdfExtract('sha256', key, salt))(info, 64);
  return { gcm: platform.createAesGcm(derived.subarray(0, 32)), commitment: derived.subarray(32) };
}

/** AES-256-GCM with a commitment. Format: empty. */
export const committingAesGcmKeyType: AeadKeyType = {
  typeUrl: ownTypeUrl('CommittingAesGcmKey'),
  purpose: 'aead',
  material: 'symmetric',
  create: (_format, random) => writeProto([[3, random(32)]]),
  open(value, fillRandom) {
    const fields = readProto(value);
    checkVersion(fields);
    const key = checkKeyBytes(bytesField(fields, 3), [32]);
    return {
      overhead: headBytes + tagBytes,
      maxMessages: Number.POSITIVE_INFINITY,
      seal(plaintext, associatedData, out, offset) {
        const salt = new Uint8Array(saltBytes);
        fillRandom(salt, 0, saltBytes);
        const { gcm, commitment } = derive(key, salt, associatedData);
        out.set(salt, offset);
        out.set(commitment, offset + saltBytes);
        gcm.seal(nonce, plaintext, associatedData, out, offset + headBytes);
      },
      open(sealed, associatedData) {
        if (sealed.length < headBytes + tagBytes) return undefined;
        const { gcm, commitment } = derive(key, sealed.subarray(0, saltBytes), associatedData);
        if (!platform.equalBytes(commitment, sealed.subarray(saltBytes, headBytes)))
          return undefined;
        return gcm.open(nonce, sealed.subarray(headBytes), associatedData);
      },
    };
  },
};
