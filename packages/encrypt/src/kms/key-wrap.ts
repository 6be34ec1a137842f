/**
 * AES key wrap, the form in which services and hardware take and give keys.
 *
 * @module
 */
import { aeskw, aeskwp } from '@noble/ciphers/aes.js';
import { copyBytes } from '../bytes/copy-bytes.ts';
import { encryptError, openError } from '../errors.ts';

/** Options of {@link createKeyWrap}. */
export interface KeyWrapOptions {
  /**
   * `padded` is AES-KWP (RFC 5649, NIST SP 800-38F section 6.3) for keys of any length, serialised ones too: what PKCS#11 calls
   * `CKM_AES_KEY_WRAP_KWP` and cloud services ask for when keys are imported. `plain` is AES-KW (RFC 3394, `A256KW` of
   * JOSE) for keys of 16, 24, 32 … bytes. `padded` unless given.
   */
  readonly form?: 'padded' | 'plain';
}

/** Wraps keys under a key-encryption key. */
export interface KeyWrap {
  /**
   * The key, encrypted and authenticated. The same key always gives the same bytes: for keys, not for data.
   *
   * @throws {DataSecurityError} `ERR_ENCRYPT_VALUE` for a length that the form does not take.
   */
  wrap(key: Uint8Array): Uint8Array;
  /** The key. @throws {DataSecurityError} `ERR_ENCRYPT_OPEN`, the same for every failure. */
  unwrap(wrapped: Uint8Array): Uint8Array;
}

/** More than this is no key. */
const maxKeyBytes = 2 ** 16;

function isWrappable(length: number, form: 'padded' | 'plain'): boolean {
  if (length > maxKeyBytes) return false;
  // Of 8 bytes SP 800-38F section 5.3.1 says nothing, and RFC 3394 does not hide them as it does longer ones.
  return form === 'padded' ? length >= 1 : length >= 16 && length % 8 === 0;
}

/**
 * AES key wrap under a key-encryption key, over `@noble/ciphers`. Without associated data and randomness: for keys that
 * go to or come from a service, a token or a JOSE library. For keysets, {@link writeKmsKeyset} and `writeEncryptedKeyset`
 * bind more.
 *
 * @param kek - 16, 24 or 32 bytes; a copy is made
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPTIONS` for another length or form.
 *
 * @example
 * ```ts
 * import { createKeyWrap } from '@yushu/encrypt/kms';
 *
 * const kek = new Uint8Array(32).fill(7); // in earnest, from where the service's wrapping key comes from
 * const wrap = createKeyWrap(kek);
 * const wrapped = wrap.wrap(new Uint8Array(32).fill(1));
 * console.log(wrapped.length, wrap.unwrap(wrapped).length); // 40 32
 * ```
 */
export function createKeyWrap(kek: Uint8Array, options: KeyWrapOptions = {}): KeyWrap {
  const form = options.form ?? 'padded';
  if (![16, 24, 32].includes(kek.length) || (form !== 'padded' && form !== 'plain')) {
    throw encryptError('ERR_ENCRYPT_OPTIONS', 'Not a key-encryption key or form for key wrap', {
      hint: 'Give a key of 16, 24 or 32 bytes, and `padded` or `plain` as `form`.',
      details: { length: kek.length },
    });
  }
  const secret = copyBytes(kek);
  // One for each call: noble's encrypt once only.
  const createCipher = () => (form === 'padded' ? aeskwp : aeskw)(secret);
  return {
    wrap(key) {
      if (!isWrappable(key.length, form)) {
        throw encryptError('ERR_ENCRYPT_VALUE', 'A key of this length cannot be wrapped', {
          hint:
            form === 'padded'
              ? `Give 1 to ${maxKeyBytes} bytes.`
              : 'Give 16 bytes or more, in steps of 8, or choose the form `padded`.',
          details: { length: key.length },
        });
      }
      return createCipher().encrypt(key);
    },
    unwrap(wrapped) {
      if (wrapped.length > maxKeyBytes + 16) throw openError();
      let key: Uint8Array | undefined;
      try {
        key = createCipher().decrypt(wrapped);
      } catch {
        // Said below.
      }
      if (key === undefined || !isWrappable(key.length, form)) throw openError();
      return key;
    },
  };
}
