/**
 * Key-encryption keys (KEK): 32 bytes that encrypt the keysets of a key file and nothing else.
 *
 * @module
 */
import { hkdfSync } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { type Aead, type RandomBytes, systemRandom } from '@yushu/core';
import { platform } from '#platform';
import { createAead } from '../aead/create-aead.ts';
import { encryptError } from '../errors.ts';
import { aesGcmKeyType, writeAesGcmKey } from '../key-types/aes-gcm.ts';
import { makeKeyset } from '../keyset/keyset.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

const kekBytes = 32;
const textPrefix = 'ykek1.';
const secretKey = Symbol('kek');

/** A key-encryption key. What can be seen of it, printed or turned into JSON holds no key. */
export interface Kek {
  /** Fingerprint, 8 hexadecimal digits: tells KEKs apart and says nothing of the key. */
  readonly id: string;
  /** AES-256-GCM under it, with no prefix before the ciphertext, as the KMS clients of Tink have it. */
  readonly aead: Aead;
}

interface KekWithSecret extends Kek {
  readonly [secretKey]: string;
}

function kekOf(bytes: Uint8Array): Kek {
  const entry = {
    id: 1,
    status: 'enabled',
    prefix: 'raw',
    typeUrl: aesGcmKeyType.typeUrl,
    material: 'symmetric',
    value: writeAesGcmKey(bytes),
  } as const;
  const fingerprint = hkdfSync('sha256', bytes, '', 'yushu kek id', 4);
  const kek: Kek = {
    id: Buffer.from(fingerprint).toString('hex'),
    aead: createAead(makeKeyset(1, [entry])),
  };
  Object.defineProperty(kek, secretKey, { value: textPrefix + platform.encodeBase64Url(bytes) });
  return kek;
}

/**
 * A new KEK.
 *
 * @example
 * ```ts
 * import { generateKek } from '@yushu/encrypt/node';
 *
 * console.log(generateKek().id.length); // 8
 * ```
 */
export function generateKek(random: RandomBytes = systemRandom): Kek {
  return kekOf(random(kekBytes));
}

/**
 * The KEK of its text form, `ykek1.` and 43 characters of base64url: what a KEK file and `YUSHU_KEK` hold.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEK` where the text is something else.
 *
 * @example
 * ```ts
 * import { insecureKekText, generateKek, parseKek } from '@yushu/encrypt/node';
 *
 * const kek = generateKek();
 * console.log(parseKek(insecureKekText(kek)).id === kek.id); // true
 * ```
 */
export function parseKek(text: string): Kek {
  const trimmed = text.trim();
  const bytes = trimmed.startsWith(textPrefix)
    ? platform.decodeBase64Url(trimmed.slice(textPrefix.length))
    : undefined;
  if (bytes?.length !== kekBytes) {
    throw encryptError('ERR_ENCRYPT_KEK', 'Not a key-encryption key', {
      hint: `Give ${textPrefix} and 43 characters, as in the .kek file that was made with the key file.`,
      details: { length: trimmed.length },
    });
  }
  return kekOf(bytes);
}

/**
 * The text form of a KEK. Whoever sees it can open every key file that is encrypted with it.
 *
 * @example
 * ```ts
 * import { generateKek, insecureKekText } from '@yushu/encrypt/node';
 *
 * console.log(insecureKekText(generateKek()).startsWith('ykek1.')); // true
 * ```
 */
export function insecureKekText(kek: Kek): string {
  return (kek as KekWithSecret)[secretKey];
}

/**
 * Writes a KEK into a file that only its owner can read (mode 0600). Never overwrites: the file could hold the only
 * copy of a KEK that is still needed.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_FILE` where the file exists or cannot be written.
 *
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises';
 * import { generateKek, writeKekFile } from '@yushu/encrypt/node';
 *
 * const folder = await mkdtemp('/tmp/kek-');
 * await writeKekFile(`${folder}/keys.json.kek`, generateKek());
 * ```
 */
export async function writeKekFile(path: string, kek: Kek): Promise<void> {
  await writeFileAtomically(path, `${insecureKekText(kek)}\n`, { overwrite: false });
}

/** Where {@link findKek} looks. */
export interface FindKekOptions {
  /** Environment variables; those of the process unless given. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A KEK, where it was found, and what should be put right. */
export interface FoundKek {
  readonly kek: Kek;
  /** `YUSHU_KEK`, or the path of a file. */
  readonly source: string;
  /** For people: a file that others can read, for example. */
  readonly warnings: readonly string[];
}

async function readKekFile(path: string): Promise<FoundKek | undefined> {
  let text: string;
  let mode: number;
  try {
    mode = (await stat(path)).mode;
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw encryptError('ERR_ENCRYPT_KEK', 'The file of the key-encryption key cannot be read', {
      hint: 'Check its path and permissions.',
      details: { path, reason: (error as NodeJS.ErrnoException).code ?? 'unknown' },
    });
  }
  // Windows has no such bits; secrets mounted into containers often have them, so it is a warning.
  const open = process.platform !== 'win32' && (mode & 0o077) !== 0;
  const warnings = open ? [`${path} can be read by others: chmod 600 it.`] : [];
  return { kek: parseKek(text), source: path, warnings };
}

/**
 * The KEK for a key file: from `YUSHU_KEK`, else from the file that `YUSHU_KEK_FILE` names, else from the file beside
 * the key file, `<key file>.kek`.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEK` where there is none, or what is there is no KEK.
 *
 * @example
 * ```ts
 * import { findKek, generateKek, insecureKekText } from '@yushu/encrypt/node';
 *
 * const env = { YUSHU_KEK: insecureKekText(generateKek()) };
 * console.log((await findKek('keys.json', { env })).source); // YUSHU_KEK
 * ```
 */
export async function findKek(keyFile: string, options: FindKekOptions = {}): Promise<FoundKek> {
  const env = options.env ?? process.env;
  const inline = env['YUSHU_KEK'];
  if (inline) return { kek: parseKek(inline), source: 'YUSHU_KEK', warnings: [] };
  const path = env['YUSHU_KEK_FILE'] || `${keyFile}.kek`;
  const found = await readKekFile(path);
  if (found !== undefined) return found;
  throw encryptError('ERR_ENCRYPT_KEK', 'The key-encryption key is missing', {
    hint: 'Set YUSHU_KEK to it, or YUSHU_KEK_FILE to the path of its file, or put the file beside the key file.',
    details: { path },
  });
}
