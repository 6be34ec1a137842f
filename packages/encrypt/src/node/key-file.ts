/**
 * The key file: JSON with named keysets, each of them Tink's `EncryptedKeyset`, and metadata beside them.
 *
 * ```json
 * {
 *   "format": "yushu-keys",
 *   "version": 1,
 *   "kek": "1f0c88aa",
 *   "keysets": [{ "name": "pii", "purpose": "aead", "keys": [{ "id": 1, … }], "keyset": { "encryptedKeyset": "…", … } }]
 * }
 * ```
 *
 * The associated data of a keyset is `yushu.key-file.v1`, a zero byte, its purpose, a zero byte and its name, in UTF-8:
 * no keyset can be given the name of another. The metadata is for people; nothing is decided by it.
 *
 * @module
 */
import { type Clock, type RandomBytes, systemClock } from '@yushu/core';
import { encryptError } from '../errors.ts';
import { type KeyPurpose, keyPurposes, type SymmetricPurpose } from '../key-types/key-type.ts';
import { readEncryptedKeyset, writeEncryptedKeyset } from '../keyset/encrypted-keyset.ts';
import { addKeyOf, generateKeysetOf, setPrimaryKey } from '../keyset/generate-keyset.ts';
import type { KeyTemplate } from '../keyset/key-template.ts';
import type { KeyStatus, Keyset } from '../keyset/keyset.ts';
import { keyProfiles } from '../profile/key-profiles.ts';
import type { Kek } from './kek.ts';
import { type NamedTemplate, namedTemplates, rowOfNamed } from './named-template.ts';

/** What is known of a key beside its keyset. */
export interface KeyMetadata {
  readonly id: number;
  readonly status: KeyStatus;
  readonly primary: boolean;
  /** When it was made, ISO 8601 in UTC. */
  readonly created: string;
  /** What it was made of; `undefined` for keys that came from elsewhere. */
  readonly template: NamedTemplate | undefined;
}

/** A keyset of a key file, without its keys: what can be listed without the KEK. */
export interface KeysetListing {
  readonly name: string;
  readonly purpose: KeyPurpose;
  readonly keys: readonly KeyMetadata[];
}

/** A keyset of a key file. */
export interface NamedKeyset extends KeysetListing {
  readonly keyset: Keyset;
}

/** Options of what makes keys for key files. */
export interface MakeKeyOptions {
  readonly random?: RandomBytes;
  readonly clock?: Clock;
}

/** The template that suits each purpose of symmetric keys: those of the profile `international`. */
export const defaultTemplates: Readonly<Record<SymmetricPurpose, KeyTemplate>> =
  keyProfiles.international;

function fileError(problem: string, details: Record<string, string | number> = {}): Error {
  return encryptError('ERR_ENCRYPT_KEY_FILE', `Not a usable key file: ${problem}`, {
    hint: 'Check that the path is that of a file that `yushu keys new` made.',
    details,
  });
}

function checkName(name: unknown): string {
  if (typeof name !== 'string' || !/^[^\p{Cc}\p{Surrogate}]{1,128}$/u.test(name)) {
    throw fileError('a name must have 1 to 128 characters, and none that control');
  }
  return name;
}

/**
 * A new keyset under a name.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_TEMPLATE`, or `ERR_ENCRYPT_KEY_FILE` where the name cannot be one.
 *
 * @example
 * ```ts
 * import { createNamedKeyset } from '@yushu/encrypt/node';
 *
 * console.log(createNamedKeyset('pii', 'AES256_GCM').purpose); // aead
 * ```
 */
export function createNamedKeyset(
  name: string,
  template: NamedTemplate,
  options: MakeKeyOptions = {},
): NamedKeyset {
  const row = rowOfNamed(template);
  const keyset = generateKeysetOf(row, options);
  const created = new Date((options.clock ?? systemClock)()).toISOString();
  const keys = [
    { id: keyset.primaryId, status: 'enabled', primary: true, created, template } as const,
  ];
  return { name: checkName(name), purpose: row.type.purpose, keyset, keys };
}

/**
 * A named keyset after a change of its keyset: metadata of keys that stay is kept, new keys get theirs.
 *
 * @example
 * ```ts
 * import { destroyKey, rotateKeyset } from '@yushu/encrypt';
 * import { createNamedKeyset, withKeyset } from '@yushu/encrypt/node';
 *
 * const pii = createNamedKeyset('pii', 'AES256_GCM');
 * const next = withKeyset(pii, rotateKeyset(pii.keyset, 'AES256_GCM'), 'AES256_GCM');
 * console.log(next.keys.map((key) => key.primary)); // [ false, true ]
 * ```
 */
export function withKeyset(
  entry: NamedKeyset,
  keyset: Keyset,
  template: NamedTemplate | undefined,
  options: MakeKeyOptions = {},
): NamedKeyset {
  const now = new Date((options.clock ?? systemClock)()).toISOString();
  const keys = keyset.keys.map(({ id, status }): KeyMetadata => {
    const known = entry.keys.find((key) => key.id === id);
    return {
      id,
      status,
      primary: id === keyset.primaryId,
      created: known?.created ?? now,
      template: known === undefined ? template : known.template,
    };
  });
  return { ...entry, keyset, keys };
}

/**
 * A named keyset with a new primary key, of the same template as the old one unless another of the same purpose is
 * given, of either profile: one keyset may hold keys of AES and of SM4.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_TEMPLATE` where the template is for another purpose.
 *
 * @example
 * ```ts
 * import { createNamedKeyset, rotateNamedKeyset } from '@yushu/encrypt/node';
 *
 * console.log(rotateNamedKeyset(createNamedKeyset('pii', 'AES256_GCM')).keys.length); // 2
 * ```
 */
export function rotateNamedKeyset(
  entry: NamedKeyset,
  options: MakeKeyOptions & { readonly template?: NamedTemplate } = {},
): NamedKeyset {
  const template =
    options.template ??
    entry.keys.find((key) => key.primary)?.template ??
    defaultTemplates[entry.purpose as SymmetricPurpose];
  const row = rowOfNamed(template);
  if (row.type.purpose !== entry.purpose) {
    throw encryptError('ERR_ENCRYPT_TEMPLATE', 'The template is for another purpose', {
      hint: `Use a template for ${entry.purpose}.`,
      details: { name: entry.name, template },
    });
  }
  const grown = addKeyOf(entry.keyset, row, options);
  const rotated = setPrimaryKey(grown, (grown.keys.at(-1) as { id: number }).id);
  return withKeyset(entry, rotated, template, options);
}

function associatedDataOf(name: string, purpose: KeyPurpose): Uint8Array {
  return new TextEncoder().encode(`yushu.key-file.v1\0${purpose}\0${name}`);
}

/** The text of a key file. */
export function formatKeyFile(entries: readonly NamedKeyset[], kek: Kek): string {
  const seen = new Set<string>();
  const keysets = entries.map(({ name, purpose, keyset, keys }) => {
    const place = `${purpose}\0${checkName(name)}`;
    if (seen.has(place)) throw fileError('two keysets have the same name and purpose', { name });
    seen.add(place);
    const sealed = writeEncryptedKeyset(keyset, kek.aead, associatedDataOf(name, purpose));
    return { name, purpose, keys, keyset: JSON.parse(sealed) as unknown };
  });
  return `${JSON.stringify({ format: 'yushu-keys', version: 1, kek: kek.id, keysets }, null, 2)}\n`;
}

/** A key file as it is read, its keysets still encrypted. */
export interface ParsedKeyFile {
  /** Fingerprint of the KEK. */
  readonly kekId: string;
  readonly listings: readonly (KeysetListing & { readonly encrypted: string })[];
}

type JsonRecord = Readonly<Record<string, unknown>>;

function recordOf(value: unknown, what: string): JsonRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw fileError(`${what} is not an object`);
  }
  return value as JsonRecord;
}

function arrayOf(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw fileError(`${what} is not an array`);
  return value;
}

function metadataOf(value: unknown): KeyMetadata {
  const key = recordOf(value, 'a key');
  const { id, status, primary, created, template } = key;
  const known = status === 'enabled' || status === 'disabled' || status === 'destroyed';
  if (typeof id !== 'number' || !known || typeof created !== 'string') {
    throw fileError('the metadata of a key is incomplete');
  }
  return {
    id,
    status,
    primary: primary === true,
    created,
    template: namedTemplates.find((candidate) => candidate === template),
  };
}

/** Reads the text of a key file, without opening its keysets. */
export function parseKeyFile(text: string): ParsedKeyFile {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    // The parser's message would quote the file.
    throw fileError('it is not JSON');
  }
  const file = recordOf(document, 'it');
  if (file['format'] !== 'yushu-keys') throw fileError('its format is another');
  if (file['version'] !== 1) throw fileError('its version is unknown to this release');
  const listings = arrayOf(file['keysets'], 'keysets').map((value) => {
    const entry = recordOf(value, 'a keyset');
    const purpose = keyPurposes.find((candidate) => candidate === entry['purpose']);
    if (purpose === undefined) throw fileError('a keyset has an unknown purpose');
    return {
      name: checkName(entry['name']),
      purpose,
      keys: arrayOf(entry['keys'], 'keys').map(metadataOf),
      encrypted: JSON.stringify(recordOf(entry['keyset'], 'keyset')),
    };
  });
  return { kekId: String(file['kek']), listings };
}

/** The keysets of a parsed key file. */
export function openKeysets(file: ParsedKeyFile, kek: Kek): NamedKeyset[] {
  if (file.kekId !== kek.id) {
    // The file says it, unauthenticated: nothing but an id is passed on.
    const id = /^[0-9a-f]{8}$/.test(file.kekId) ? file.kekId : 'not written right';
    throw encryptError('ERR_ENCRYPT_KEK', 'The key file is encrypted with another KEK', {
      hint: `Give the key-encryption key whose id is ${id}; the id of this one is ${kek.id}.`,
      details: { expected: file.kekId.slice(0, 16), given: kek.id },
    });
  }
  return file.listings.map(({ name, purpose, keys, encrypted }) => {
    const keyset = readEncryptedKeyset(encrypted, kek.aead, associatedDataOf(name, purpose));
    return { name, purpose, keys, keyset };
  });
}
