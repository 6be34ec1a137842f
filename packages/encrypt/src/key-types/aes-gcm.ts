/**
 * `AesGcmKey{1 version, 3 key_value}`: AES-GCM with a random 12-byte nonce and a 16-byte tag.
 *
 * Wire: nonce ‖ ciphertext ‖ tag (NIST SP 800-38D; RFC 5116 sections 5.1 and 5.2).
 *
 * @module
 */
import { platform } from '#platform';
import type { AeadKeyType } from '../aead/raw-aead.ts';
import { bytesField, readProto, uint32Field, writeProto } from '../keyset/proto-wire.ts';
import { checkKeyBytes, checkVersion } from './check-key.ts';
import { tinkTypeUrl } from './type-url.ts';

const nonceBytes = 12;
const tagBytes = 16;

/** AES-GCM, AES-128 or AES-256. Format: `{2 key_size}`. */
export const aesGcmKeyType: AeadKeyType = {
  typeUrl: tinkTypeUrl('AesGcmKey'),
  purpose: 'aead',
  material: 'symmetric',
  create: (format, random) => writeAesGcmKey(random(uint32Field(readProto(format), 2))),
  open(value, fillRandom) {
    const fields = readProto(value);
    checkVersion(fields);
    const gcm = platform.createAesGcm(checkKeyBytes(bytesField(fields, 3), [16, 32]));
    const nonce = new Uint8Array(nonceBytes);
    return {
      overhead: nonceBytes + tagBytes,
      // NIST SP 800-38D section 8.3: random 96-bit nonces, at most 2^32 messages a key.
      maxMessages: 2 ** 32,
      seal(plaintext, associatedData, out, offset) {
        fillRandom(nonce, 0, nonceBytes);
        for (let i = 0; i < nonceBytes; i += 1) out[offset + i] = nonce[i] as number;
        gcm.seal(nonce, plaintext, associatedData, out, offset + nonceBytes);
      },
      open(sealed, associatedData) {
        if (sealed.length < nonceBytes + tagBytes) return undefined;
        const body = sealed.subarray(nonceBytes);
        return gcm.open(sealed.subarray(0, nonceBytes), body, associatedData);
      },
    };
  },
};

/** The serialised key. */
export function writeAesGcmKey(key: Uint8Array): Uint8Array {
  return writeProto([[3, key]]);
}
