/**
 * Keysets encrypted by a key management service: ask it once when the program starts, then work without it.
 *
 * @module
 */
import { openError } from '../errors.ts';
import type { Keyset } from '../keyset/keyset.ts';
import { readKeysetBinary, writeKeysetBinary } from '../keyset/keyset-binary.ts';
import { readEncryptedJson, writeEncryptedJson } from '../keyset/keyset-json.ts';
import type { Kms, KmsOptions } from './kms.ts';

const none = new Uint8Array(0);

/** Options of what reads and writes keysets by a {@link Kms}. */
export interface KmsKeysetOptions extends KmsOptions {
  /** Bound to the result; empty unless given, as Tink's tools have it. */
  readonly associatedData?: Uint8Array;
}

/**
 * A keyset as Tink's encrypted JSON keyset, encrypted by a service.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KMS`.
 *
 * @example
 * ```ts
 * import { createAead, generateKeyset } from '@yushu/encrypt';
 * import { createLocalKms, readKmsKeyset, writeKmsKeyset } from '@yushu/encrypt/kms';
 *
 * const kms = createLocalKms(createAead(generateKeyset('AES256_GCM')));
 * const text = await writeKmsKeyset(generateKeyset('AES256_GCM'), kms);
 * console.log((await readKmsKeyset(text, kms)).keys.length); // 1
 * ```
 */
export async function writeKmsKeyset(
  keyset: Keyset,
  kms: Kms,
  options: KmsKeysetOptions = {},
): Promise<string> {
  const cleartext = writeKeysetBinary(keyset);
  try {
    const sealed = await kms.encrypt(cleartext, options.associatedData ?? none, options);
    return writeEncryptedJson(keyset, sealed);
  } finally {
    cleartext.fill(0);
  }
}

/**
 * The keyset of an encrypted JSON keyset.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEYSET` where the text is no encrypted keyset, `ERR_ENCRYPT_OPEN` where it is
 * not of this key, `ERR_ENCRYPT_KMS` where the service cannot be asked.
 *
 * @example
 * ```ts
 * import { createAead, generateKeyset } from '@yushu/encrypt';
 * import { createLocalKms, readKmsKeyset, writeKmsKeyset } from '@yushu/encrypt/kms';
 *
 * const kms = createLocalKms(createAead(generateKeyset('AES256_GCM')));
 * const keyset = generateKeyset('AES256_GCM');
 * const again = await readKmsKeyset(await writeKmsKeyset(keyset, kms), kms);
 * console.log(again.primaryId === keyset.primaryId); // true
 * ```
 */
export async function readKmsKeyset(
  text: string,
  kms: Kms,
  options: KmsKeysetOptions = {},
): Promise<Keyset> {
  const sealed = readEncryptedJson(text);
  const cleartext = await kms.decrypt(sealed, options.associatedData ?? none, options);
  try {
    return readKeysetBinary(cleartext);
  } catch {
    throw openError();
  } finally {
    cleartext.fill(0);
  }
}

/**
 * An encrypted keyset under another service or key. Only the keyset is encrypted again: no data is touched.
 *
 * @throws {DataSecurityError} As {@link readKmsKeyset} and {@link writeKmsKeyset}.
 *
 * @example
 * ```ts
 * import { createAead, generateKeyset } from '@yushu/encrypt';
 * import { createLocalKms, readKmsKeyset, rewrapKmsKeyset, writeKmsKeyset } from '@yushu/encrypt/kms';
 *
 * const [from, to] = [1, 2].map(() => createLocalKms(createAead(generateKeyset('AES256_GCM'))));
 * const text = await writeKmsKeyset(generateKeyset('AES256_GCM'), from!);
 * console.log((await readKmsKeyset(await rewrapKmsKeyset(text, from!, to!), to!)).keys.length); // 1
 * ```
 */
export async function rewrapKmsKeyset(
  text: string,
  from: Kms,
  to: Kms,
  options: KmsKeysetOptions = {},
): Promise<string> {
  return writeKmsKeyset(await readKmsKeyset(text, from, options), to, options);
}
