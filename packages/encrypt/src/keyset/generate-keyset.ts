/**
 * Making and changing keysets.
 *
 * @module
 */
import { type RandomBytes, systemRandom } from '@yushu/core';
import { generateKey, type KeyTemplate, rowOfTemplate, type TemplateRow } from './key-template.ts';
import { entriesOf, type KeyEntry, type Keyset, keysetError, makeKeyset } from './keyset.ts';

/** Options of what makes keys. */
export interface GenerateOptions {
  /** Where keys and ids come from; the platform's generator unless given. */
  readonly random?: RandomBytes;
}

function freshId(random: RandomBytes, taken: readonly number[]): number {
  for (;;) {
    const bytes = random(4);
    const id = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    if (id !== 0 && !taken.includes(id)) return id;
  }
}

/**
 * A new keyset with one key, enabled and primary, with a random id.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_TEMPLATE` where there is no template of that name.
 *
 * @example
 * ```ts
 * import { generateKeyset } from '@yushu/encrypt';
 *
 * const keyset = generateKeyset('AES256_GCM');
 * console.log(keyset.keys[0]?.status); // enabled
 * ```
 */
export function generateKeyset(template: KeyTemplate, options: GenerateOptions = {}): Keyset {
  return generateKeysetOf(rowOfTemplate(template), options);
}

/** A new keyset with one key of a type and format. */
export function generateKeysetOf(row: TemplateRow, options: GenerateOptions): Keyset {
  const random = options.random ?? systemRandom;
  const id = freshId(random, []);
  return makeKeyset(id, [generateKey(row, id, random)]);
}

/**
 * A keyset with one key more, enabled but not primary: give it to everybody who opens before you promote it with
 * {@link setPrimaryKey}, so that nobody meets a ciphertext whose key is not there yet.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_TEMPLATE` where there is no template of that name.
 *
 * @example
 * ```ts
 * import { addKey, generateKeyset } from '@yushu/encrypt';
 *
 * console.log(addKey(generateKeyset('AES256_GCM'), 'AES256_GCM').keys.length); // 2
 * ```
 */
export function addKey(
  keyset: Keyset,
  template: KeyTemplate,
  options: GenerateOptions = {},
): Keyset {
  return addKeyOf(keyset, rowOfTemplate(template), options);
}

/** A keyset with one key more, of a type and format. */
export function addKeyOf(keyset: Keyset, row: TemplateRow, options: GenerateOptions): Keyset {
  const random = options.random ?? systemRandom;
  const entries = entriesOf(keyset);
  const id = freshId(
    random,
    entries.map((entry) => entry.id),
  );
  return makeKeyset(keyset.primaryId, [...entries, generateKey(row, id, random)]);
}

/**
 * A keyset with a new primary key; all others go on opening.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_TEMPLATE` where there is no template of that name.
 *
 * @example
 * ```ts
 * import { generateKeyset, rotateKeyset } from '@yushu/encrypt';
 *
 * const old = generateKeyset('AES256_GCM');
 * console.log(rotateKeyset(old, 'AES256_GCM').primaryId === old.primaryId); // false
 * ```
 */
export function rotateKeyset(
  keyset: Keyset,
  template: KeyTemplate,
  options: GenerateOptions = {},
): Keyset {
  const grown = addKey(keyset, template, options);
  return setPrimaryKey(grown, (grown.keys.at(-1) as { id: number }).id);
}

/**
 * A keyset in which another key seals.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEYSET` where the key is not there or not enabled.
 *
 * @example
 * ```ts
 * import { addKey, generateKeyset, setPrimaryKey } from '@yushu/encrypt';
 *
 * const grown = addKey(generateKeyset('AES256_GCM'), 'AES256_GCM');
 * const next = grown.keys[1]?.id ?? 0;
 * console.log(setPrimaryKey(grown, next).primaryId === next); // true
 * ```
 */
export function setPrimaryKey(keyset: Keyset, id: number): Keyset {
  return makeKeyset(id, entriesOf(keyset));
}

function changeKey(
  keyset: Keyset,
  id: number,
  change: (entry: KeyEntry) => readonly KeyEntry[],
): Keyset {
  const entries = entriesOf(keyset);
  if (!entries.some((entry) => entry.id === id)) {
    throw keysetError('no key has this id', { keyId: String(id) });
  }
  return makeKeyset(
    keyset.primaryId,
    entries.flatMap((entry) => (entry.id === id ? change(entry) : [entry])),
  );
}

/**
 * A keyset in which a key is enabled (again) or disabled. A disabled key neither seals nor opens: a step to take before
 * destroying it, since it can be taken back.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEYSET` where the key is not there, destroyed, or primary.
 *
 * @example
 * ```ts
 * import { generateKeyset, rotateKeyset, setKeyStatus } from '@yushu/encrypt';
 *
 * const old = generateKeyset('AES256_GCM');
 * const next = setKeyStatus(rotateKeyset(old, 'AES256_GCM'), old.primaryId, 'disabled');
 * console.log(next.keys[0]?.status); // disabled
 * ```
 */
export function setKeyStatus(keyset: Keyset, id: number, status: 'enabled' | 'disabled'): Keyset {
  return changeKey(keyset, id, (entry) => {
    if (entry.status === 'destroyed') throw keysetError('the key is destroyed');
    return [{ ...entry, status }];
  });
}

/**
 * A keyset in which a key is gone for good; its id and algorithm stay on record. What only it could open stays closed.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEYSET` where the key is not there or primary.
 *
 * @example
 * ```ts
 * import { destroyKey, generateKeyset, rotateKeyset } from '@yushu/encrypt';
 *
 * const old = generateKeyset('AES256_GCM');
 * console.log(destroyKey(rotateKeyset(old, 'AES256_GCM'), old.primaryId).keys[0]?.status); // destroyed
 * ```
 */
export function destroyKey(keyset: Keyset, id: number): Keyset {
  return changeKey(keyset, id, (entry) => [
    { ...entry, status: 'destroyed', value: new Uint8Array(0) },
  ]);
}
