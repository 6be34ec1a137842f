/**
 * Ciphertexts of HashiCorp Vault's transit engine (and OpenBao's), opened with an exported key.
 *
 * `vault:v<version>:` and standard base64, padded, of nonce (12) ‖ ciphertext ‖ tag (16): what `SymmetricEncryptRaw` in
 * Vault's sdk/helper/keysutil/policy.go makes of keys that are not derived. AES-GCM is NIST SP 800-38D, ChaCha20-Poly1305
 * RFC 8439.
 *
 * @module
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { platform } from '#platform';
import { copyBytes } from '../bytes/copy-bytes.ts';
import { openError } from '../errors.ts';
import { importOptionsError, strictBase64, strictUtf8 } from './foreign-text.ts';

/** Types of transit keys whose ciphertexts can be opened, by Vault's names. */
export type VaultTransitKeyType = 'aes128-gcm96' | 'aes256-gcm96' | 'chacha20-poly1305';

/** Options of {@link createVaultTransitOpener}. */
export interface VaultTransitOpenerOptions {
  /** `data.keys` of `vault read transit/export/encryption-key/<name>`: the key of each version, in base64. */
  readonly keys: Readonly<Record<string, string>>;
  /** `data.type` of the same answer; `aes256-gcm96`, which is Vault's default, unless given. */
  readonly type?: VaultTransitKeyType;
}

/** Opens what a transit key has sealed. */
export interface VaultTransitOpener {
  /**
   * The bytes that were sealed: what Vault gives in base64. `associatedData` is the decoded `associated_data` of the
   * request that sealed, if there was one.
   *
   * @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` for whatever is wrong.
   */
  open(ciphertext: string, associatedData?: Uint8Array): Uint8Array;
  /** The same as text. @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` for whatever is wrong, bytes that are not UTF-8 too. */
  openText(ciphertext: string, associatedData?: Uint8Array): string;
}

type OpenSealed = (
  nonce: Uint8Array,
  sealed: Uint8Array,
  data: Uint8Array,
) => Uint8Array | undefined;

const keyBytes: Readonly<Record<VaultTransitKeyType, number>> = {
  'aes128-gcm96': 16,
  'aes256-gcm96': 32,
  'chacha20-poly1305': 32,
};
const nonceBytes = 12;
const tagBytes = 16;
const noData = new Uint8Array(0);
const messageForm = /^vault:v([1-9]\d{0,8}):([A-Za-z0-9+/]+={0,2})$/;

function openerOf(type: VaultTransitKeyType, key: Uint8Array): OpenSealed {
  if (type !== 'chacha20-poly1305') return platform.createAesGcm(key).open;
  const secret = copyBytes(key);
  return (nonce, sealed, data) => {
    try {
      return chacha20poly1305(secret, nonce, data).decrypt(sealed);
    } catch {
      return undefined;
    }
  };
}

function bytesOfKey(text: unknown, length: number): Uint8Array {
  try {
    const key = strictBase64(String(text), 'standard', 'required');
    if (key.length === length) return key;
  } catch {
    // Said below, without the key.
  }
  throw importOptionsError(
    `A key is not ${length} bytes in base64`,
    'Give data.keys and data.type of transit/export/encryption-key/<name> as they are.',
  );
}

/**
 * Opens `vault:v1:…` without Vault, with the key that Vault has exported (the key must be `exportable`). For moving columns;
 * where Vault shall go on holding the key, use `createVaultKms` of `@yushu/encrypt/kms` instead.
 *
 * Derived keys, and with them convergent encryption, are refused by not opening: their ciphertexts are under other keys.
 * Neither are RSA keys supported. Let Vault's `transit/decrypt` open those.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPTIONS` for keys that are not of this type.
 *
 * @example
 * ```ts
 * import { createVaultTransitOpener } from '@yushu/encrypt/import';
 *
 * const opener = createVaultTransitOpener({ keys: { 1: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=' } });
 * console.log(opener.openText('vault:v1:daPjWSh634MO3VptFSxbLLs3wWaze1o8hbhrNTRAYhAZ8CZqoHf2')); // 13800138000
 * ```
 */
export function createVaultTransitOpener(options: VaultTransitOpenerOptions): VaultTransitOpener {
  const { keys, type = 'aes256-gcm96' } = options;
  if (!Object.hasOwn(keyBytes, type)) {
    throw importOptionsError(
      'A type of key that cannot be opened here',
      `One of ${Object.keys(keyBytes).join(', ')}.`,
    );
  }
  const openers = new Map<string, OpenSealed>();
  for (const [version, text] of Object.entries(keys)) {
    openers.set(version, openerOf(type, bytesOfKey(text, keyBytes[type])));
  }
  if (openers.size === 0) throw importOptionsError('No keys', 'Give at least one version.');

  const open = (ciphertext: string, associatedData?: Uint8Array): Uint8Array => {
    const parts = typeof ciphertext === 'string' ? messageForm.exec(ciphertext) : null;
    if (parts === null) throw openError();
    const bytes = strictBase64(parts[2] as string, 'standard', 'required');
    const openSealed = openers.get(parts[1] as string);
    if (openSealed === undefined || bytes.length < nonceBytes + tagBytes) throw openError();
    const plaintext = openSealed(
      bytes.subarray(0, nonceBytes),
      bytes.subarray(nonceBytes),
      associatedData ?? noData,
    );
    if (plaintext === undefined) throw openError();
    return plaintext;
  };
  return { open, openText: (ciphertext, data) => strictUtf8(open(ciphertext, data)) };
}
