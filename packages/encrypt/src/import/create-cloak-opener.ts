/**
 * Ciphertexts of @47ng/cloak, which prisma-field-encryption writes into columns.
 *
 * `v1.aesgcm256.<fingerprint>.<nonce>.<ciphertext>`: eight digits of SHA-256 over the key's text; 12 bytes; AES-256-GCM
 * (NIST SP 800-38D) of the UTF-8 text with its tag of 16 bytes behind it, no associated data. Both in URL-safe base64.
 *
 * @module
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { platform } from '#platform';
import { openError } from '../errors.ts';
import type { AesGcm } from '../platform/platform.ts';
import { importOptionsError, strictBase64, strictUtf8 } from './foreign-text.ts';

/** Options of {@link createCloakOpener}. */
export interface CloakOpenerOptions {
  /** Every key that may have sealed, old ones too, as cloak writes them: `k1.aesgcm256.…`. */
  readonly keys: readonly string[];
}

/** Opens what @47ng/cloak has sealed. */
export interface CloakOpener {
  /** The text. @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` for whatever is wrong. */
  open(ciphertext: string): string;
}

const keyForm = /^k1\.aesgcm256\.[\w-]{43}=?$/;
const messageForm = /^v1\.aesgcm256\.([0-9a-f]{8})\.([\w-]{16})\.([\w-]{22,}={0,2})$/;
const tagBytes = 16;
const noData = new Uint8Array(0);

function fingerprintOf(keyText: string): string {
  const hash = sha256(new TextEncoder().encode(keyText));
  return [...hash.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOfKey(text: unknown): Uint8Array {
  try {
    if (typeof text === 'string' && keyForm.test(text)) {
      return strictBase64(text.slice('k1.aesgcm256.'.length), 'url', 'optional');
    }
  } catch {
    // Said below, without the key.
  }
  throw importOptionsError(
    'A key is not one of cloak',
    'Give it as it stands in the environment: k1.aesgcm256. and 43 characters.',
  );
}

/**
 * Opens ciphertexts of @47ng/cloak and prisma-field-encryption, `v1.aesgcm256.…`, so that their columns can be moved. The
 * fingerprint in the text picks the key. Reads only: seal again with a field cipher, which binds to the place.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPTIONS` without keys, or with one that is not in cloak's form.
 *
 * @example
 * ```ts
 * import { createCloakOpener } from '@yushu/encrypt/import';
 *
 * const opener = createCloakOpener({ keys: ['k1.aesgcm256.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8='] });
 * console.log(opener.open('v1.aesgcm256.3bab9a53.SPI0MnP1ekPXFYK2.6XU1Qx_j8vVisXm64eZ89EK56z5Y-mr9F9Gy')); // 13800138000
 * ```
 */
export function createCloakOpener(options: CloakOpenerOptions): CloakOpener {
  if (options.keys.length === 0) throw importOptionsError('No keys', 'Give at least one key.');
  const ciphers = new Map<string, AesGcm[]>();
  for (const text of options.keys) {
    const cipher = platform.createAesGcm(bytesOfKey(text));
    // A keychain that was exported and imported has padded its keys: both spellings may have been fingerprinted.
    const bare = text.replace(/=$/, '');
    for (const spelling of [bare, `${bare}=`]) {
      const fingerprint = fingerprintOf(spelling);
      // 32 bits may collide: the tag tells which key it was.
      ciphers.set(fingerprint, [...(ciphers.get(fingerprint) ?? []), cipher]);
    }
  }
  return {
    open(ciphertext) {
      const parts = typeof ciphertext === 'string' ? messageForm.exec(ciphertext) : null;
      if (parts === null) throw openError();
      const [, fingerprint, nonceText, sealedText] = parts as unknown as [
        string,
        string,
        string,
        string,
      ];
      const nonce = strictBase64(nonceText, 'url', 'optional');
      const sealed = strictBase64(sealedText, 'url', 'optional');
      if (sealed.length < tagBytes) throw openError();
      for (const cipher of ciphers.get(fingerprint) ?? []) {
        const plaintext = cipher.open(nonce, sealed, noData);
        if (plaintext !== undefined) return strictUtf8(plaintext);
      }
      throw openError();
    },
  };
}
