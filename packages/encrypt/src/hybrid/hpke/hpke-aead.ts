/**
 * The AEADs of HPKE (RFC 9180 section 7.3).
 *
 * @module
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { platform } from '#platform';

/** An AEAD under one key, with 12-byte nonces and 16-byte tags. */
export interface HpkeCipher {
  seal(nonce: Uint8Array, plaintext: Uint8Array, associatedData: Uint8Array): Uint8Array;
  open(nonce: Uint8Array, sealed: Uint8Array, associatedData: Uint8Array): Uint8Array | undefined;
}

interface HpkeAeadRow {
  /** Number in the IANA registry "HPKE AEAD Identifiers". */
  readonly id: number;
  readonly keyBytes: number;
  readonly create: ((key: Uint8Array) => HpkeCipher) | undefined;
}

function aesGcm(key: Uint8Array): HpkeCipher {
  const gcm = platform.createAesGcm(key);
  return {
    seal(nonce, plaintext, data) {
      const sealed = new Uint8Array(plaintext.length + 16);
      gcm.seal(nonce, plaintext, data, sealed, 0);
      return sealed;
    },
    open: (nonce, sealed, data) => (sealed.length < 16 ? undefined : gcm.open(nonce, sealed, data)),
  };
}

function chaCha(key: Uint8Array): HpkeCipher {
  return {
    seal: (nonce, plaintext, data) => chacha20poly1305(key, nonce, data).encrypt(plaintext),
    open(nonce, sealed, data) {
      try {
        return chacha20poly1305(key, nonce, data).decrypt(sealed);
      } catch {
        return undefined;
      }
    },
  };
}

/** The AEADs by the names of RFC 9180 section 7.3. */
export const hpkeAeads = {
  AES_128_GCM: { id: 1, keyBytes: 16, create: aesGcm },
  AES_256_GCM: { id: 2, keyBytes: 32, create: aesGcm },
  CHACHA20_POLY1305: { id: 3, keyBytes: 32, create: chaCha },
  EXPORT_ONLY: { id: 0xffff, keyBytes: 0, create: undefined },
} as const satisfies Record<string, HpkeAeadRow>;

/** An AEAD's name. */
export type HpkeAead = keyof typeof hpkeAeads;
