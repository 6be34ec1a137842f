/**
 * `XChaCha20Poly1305Key{1 version, 3 key_value}` and `ChaCha20Poly1305Key{1 version, 2 key_value}`.
 *
 * Wire: nonce (24 or 12) ‖ ciphertext ‖ tag 16 (draft-irtf-cfrg-xchacha-03; RFC 8439).
 *
 * @module
 */
import { chacha20poly1305, xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { type AeadKeyType, nonceAead } from '../aead/raw-aead.ts';
import { bytesField, readProto, writeProto } from '../keyset/proto-wire.ts';
import { checkKeyBytes, checkVersion } from './check-key.ts';
import { tinkTypeUrl } from './type-url.ts';

/** XChaCha20-Poly1305. Its 24-byte nonces may be random for ever. Format: empty. */
export const xChaCha20Poly1305KeyType: AeadKeyType = {
  typeUrl: tinkTypeUrl('XChaCha20Poly1305Key'),
  purpose: 'aead',
  material: 'symmetric',
  create: (_format, random) => writeProto([[3, random(32)]]),
  open(value, fillRandom) {
    const fields = readProto(value);
    checkVersion(fields);
    const key = checkKeyBytes(bytesField(fields, 3), [32]);
    return nonceAead(24, Number.POSITIVE_INFINITY, fillRandom, (nonce, data) =>
      xchacha20poly1305(key, nonce, data),
    );
  },
};

/** ChaCha20-Poly1305. Format: empty. */
export const chaCha20Poly1305KeyType: AeadKeyType = {
  typeUrl: tinkTypeUrl('ChaCha20Poly1305Key'),
  purpose: 'aead',
  material: 'symmetric',
  create: (_format, random) => writeProto([[2, random(32)]]),
  open(value, fillRandom) {
    const fields = readProto(value);
    checkVersion(fields);
    const key = checkKeyBytes(bytesField(fields, 2), [32]);
    // Random 96-bit nonces, as for AES-GCM.
    return nonceAead(12, 2 ** 32, fillRandom, (nonce, data) => chacha20poly1305(key, nonce, data));
  },
};
