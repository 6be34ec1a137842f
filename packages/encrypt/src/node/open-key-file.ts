/**
 * Key files on disk.
 *
 * @module
 */
import { access, open, rm } from 'node:fs/promises';
import type { AeadOptions } from '../aead/create-aead.ts';
import { encryptError } from '../errors.ts';
import { gmKeyTypes } from '../gm/gm-key-types.ts';
import type { Keyset } from '../keyset/keyset.ts';
import { createKeyProvider, type KeysetProvider } from '../provider/create-key-provider.ts';
import { type FindKekOptions, findKek, generateKek, type Kek, writeKekFile } from './kek.ts';
import {
  createNamedKeyset,
  formatKeyFile,
  type KeysetListing,
  type MakeKeyOptions,
  type NamedKeyset,
  openKeysets,
  parseKeyFile,
} from './key-file.ts';
import type { NamedTemplate } from './named-template.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** A key file is text of some kilobytes; more than this is something else. */
const maxFileBytes = 16 * 1024 * 1024;

async function readText(path: string): Promise<string> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      if (size > maxFileBytes) {
        throw encryptError('ERR_ENCRYPT_KEY_FILE', 'The key file is too large to be one', {
          details: { path, size, maxBytes: maxFileBytes },
        });
      }
      return await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    if (reason?.startsWith('ERR_ENCRYPT')) throw error;
    throw encryptError('ERR_ENCRYPT_KEY_FILE', 'The key file cannot be read', {
      hint: 'Check its path and permissions, or make one with `yushu keys new`.',
      details: { path, reason: reason ?? 'unknown' },
    });
  }
}

/** Options of {@link openKeyFile}. */
export interface OpenKeyFileOptions extends FindKekOptions, AeadOptions {
  /** The KEK, where it is in hand; it is looked for with `findKek` otherwise. */
  readonly kek?: Kek;
}

/** An open key file. */
export interface KeyFile {
  readonly path: string;
  readonly keysets: readonly NamedKeyset[];
  /** The KEK that opened it, to write the file again. */
  readonly kek: Kek;
  /** Its keys for whoever uses them. */
  readonly provider: KeysetProvider;
  /** For people: a KEK file that others can read, for example. */
  readonly warnings: readonly string[];
}

function providerOf(keysets: readonly NamedKeyset[], options: AeadOptions): KeysetProvider {
  const byName = new Map<string, Keyset[]>();
  for (const { name, keyset } of keysets) {
    byName.set(name, [...(byName.get(name) ?? []), keyset]);
  }
  const keyTypes = [...gmKeyTypes, ...(options.keyTypes ?? [])];
  return createKeyProvider(Object.fromEntries(byName), { ...options, keyTypes });
}

/**
 * Opens a key file. Its provider knows the key types of `@yushu/encrypt/gm` besides the built-in ones.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_FILE` where the file cannot be read or is none, `ERR_ENCRYPT_KEK` where
 * the KEK is missing or another, `ERR_ENCRYPT_OPEN` where the file has been changed.
 *
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises';
 * import { createKeyFile, openKeyFile } from '@yushu/encrypt/node';
 *
 * const path = `${await mkdtemp('/tmp/keys-')}/keys.json`;
 * await createKeyFile(path, [{ name: 'pii', template: 'AES256_GCM' }]);
 * const { provider } = await openKeyFile(path);
 * console.log((await provider.aead('pii')).overhead); // 33
 * ```
 */
export async function openKeyFile(
  path: string,
  options: OpenKeyFileOptions = {},
): Promise<KeyFile> {
  const file = parseKeyFile(await readText(path));
  const found =
    options.kek === undefined ? await findKek(path, options) : { kek: options.kek, warnings: [] };
  const keysets = openKeysets(file, found.kek);
  const provider = providerOf(keysets, options);
  return { path, keysets, kek: found.kek, provider, warnings: found.warnings };
}

/**
 * What a key file holds, without its keys: no KEK is needed. What is listed is not authenticated.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_FILE`.
 *
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises';
 * import { createKeyFile, listKeyFile } from '@yushu/encrypt/node';
 *
 * const path = `${await mkdtemp('/tmp/keys-')}/keys.json`;
 * await createKeyFile(path, [{ name: 'pii', template: 'AES256_GCM' }]);
 * console.log((await listKeyFile(path)).map((keyset) => keyset.name)); // [ 'pii' ]
 * ```
 */
export async function listKeyFile(path: string): Promise<KeysetListing[]> {
  const { listings } = parseKeyFile(await readText(path));
  return listings.map(({ name, purpose, keys }) => ({ name, purpose, keys }));
}

/** Options of {@link writeKeyFile}. */
export interface WriteKeyFileOptions {
  /** Whether a key file that is there may be replaced, as after a rotation. Not unless given. */
  readonly overwrite?: boolean;
}

/**
 * Writes a key file, atomically and readable by its owner only. To rewrap the keys, write what was opened with a new
 * KEK.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_FILE` where the file exists and `overwrite` is not given, where two
 * keysets have the same name and purpose, or where it cannot be written.
 *
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises';
 * import { createKeyFile, openKeyFile, rotateNamedKeyset, writeKeyFile } from '@yushu/encrypt/node';
 *
 * const path = `${await mkdtemp('/tmp/keys-')}/keys.json`;
 * await createKeyFile(path, [{ name: 'pii', template: 'AES256_GCM' }]);
 * const file = await openKeyFile(path);
 * await writeKeyFile(path, file.keysets.map((entry) => rotateNamedKeyset(entry)), file.kek, { overwrite: true });
 * ```
 */
export async function writeKeyFile(
  path: string,
  keysets: readonly NamedKeyset[],
  kek: Kek,
  options: WriteKeyFileOptions = {},
): Promise<void> {
  await writeFileAtomically(path, formatKeyFile(keysets, kek), {
    overwrite: options.overwrite ?? false,
  });
}

/** A keyset to make. */
export interface WantedKeyset {
  readonly name: string;
  readonly template: NamedTemplate;
}

/** Options of {@link createKeyFile}. */
export interface CreateKeyFileOptions extends FindKekOptions, MakeKeyOptions {
  /** The KEK; a new one is made unless it is given or `YUSHU_KEK` or `YUSHU_KEK_FILE` says where it is. */
  readonly kek?: Kek;
}

/** What {@link createKeyFile} made. */
export interface CreatedKeyFile {
  readonly path: string;
  readonly keysets: readonly NamedKeyset[];
  readonly kek: Kek;
  /** Path of the KEK file that was made; `undefined` where the KEK was there. Move it to where secrets live. */
  readonly kekPath: string | undefined;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function kekFor(
  path: string,
  options: CreateKeyFileOptions,
): Promise<{ kek: Kek; kekPath: string | undefined }> {
  if (options.kek !== undefined) return { kek: options.kek, kekPath: undefined };
  const env = options.env ?? process.env;
  if (env['YUSHU_KEK'] || env['YUSHU_KEK_FILE']) {
    return { kek: (await findKek(path, { env })).kek, kekPath: undefined };
  }
  const kek = generateKek(options.random);
  const kekPath = `${path}.kek`;
  await writeKekFile(kekPath, kek);
  return { kek, kekPath };
}

/**
 * Makes keys and writes a key file, with a new KEK in `<path>.kek` (mode 0600) unless there is one already. Overwrites
 * nothing.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_FILE` where either file exists or cannot be written,
 * `ERR_ENCRYPT_TEMPLATE` where there is no template of a name.
 *
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises';
 * import { createKeyFile } from '@yushu/encrypt/node';
 *
 * const path = `${await mkdtemp('/tmp/keys-')}/keys.json`;
 * const made = await createKeyFile(path, [
 *   { name: 'pii', template: 'AES256_GCM' },
 *   { name: 'ids', template: 'HMAC_SHA256_PRF' },
 * ]);
 * console.log(made.keysets.length); // 2
 * ```
 */
export async function createKeyFile(
  path: string,
  wanted: readonly WantedKeyset[],
  options: CreateKeyFileOptions = {},
): Promise<CreatedKeyFile> {
  const keysets = wanted.map(({ name, template }) => createNamedKeyset(name, template, options));
  // Before a KEK is made for nothing; the write below is what really refuses.
  if (await exists(path)) {
    throw encryptError('ERR_ENCRYPT_KEY_FILE', 'The file exists already', {
      hint: 'Choose another path, or move the file away if its keys are needed no more.',
      details: { path, reason: 'EEXIST' },
    });
  }
  const { kek, kekPath } = await kekFor(path, options);
  try {
    await writeKeyFile(path, keysets, kek);
  } catch (error) {
    if (kekPath !== undefined) await rm(kekPath, { force: true });
    throw error;
  }
  return { path, keysets, kek, kekPath };
}
