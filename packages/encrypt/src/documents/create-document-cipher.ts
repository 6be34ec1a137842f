/**
 * Documents of MongoDB, some of their fields sealed. No server is asked: what is written is sealed before, what is read
 * is opened after.
 *
 * @module
 */
import type { FieldContext } from '@yushu/core';
import { prefixBytes, prefixId } from '../aead/output-prefix.ts';
import { encryptError, openError } from '../errors.ts';
import type { FieldCipher } from '../field/create-field-cipher.ts';
import type { BlindIndex } from '../search/blind-index.ts';
import { type BsonBinary, type BsonLibrary, binaryOf, sealedOf } from './bson-library.ts';
import { textOfId } from './document-id.ts';
import { changeAt, type FieldPath, type FoundField, readPath, readPaths } from './field-path.ts';

/** Options of {@link createDocumentCipher}. */
export interface DocumentCipherOptions {
  readonly cipher: FieldCipher;
  /** The module `bson`, or `BSON` of the MongoDB driver. */
  readonly bson: BsonLibrary;
  readonly collection: string;
  /** Fields to seal, with all that is in them: `phone`, `address.street`, `tags[]`, `contacts[].phone`. */
  readonly paths: readonly string[];
  /**
   * Must be given where a path has `[]`. `in-place`: an element opens only in its position; append to such arrays and
   * replace in them, but do not pull, sort or insert. `movable`: elements of one array of one document can change places
   * without notice.
   */
  readonly elements?: 'in-place' | 'movable';
  /** The field that identifies a document; `_id` unless given. Its value must be known before the document is sealed. */
  readonly idField?: string;
  /** A field that says whose document it is: bound to every sealed field too. */
  readonly tenantField?: string;
  /**
   * Let `open` give, and `renew` seal, values that are not sealed: while a collection is moved. Values that look sealed
   * and do not open are errors all the same.
   */
  readonly acceptPlaintext?: boolean;
  /** Fields of search tokens (arrays of texts, for a multikey index), and which path of texts or numbers they are of. */
  readonly indexes?: Readonly<
    Record<string, { readonly from: string; readonly index: BlindIndex }>
  >;
  /**
   * Options of `deserialize` for what is opened, as the driver has them (`promoteLongs`, `useBigInt64`, …), so that sealed
   * values come back as plain ones would.
   */
  readonly deserializeOptions?: object;
}

/** What `updateOne` takes to bring a document under the key that seals now. */
export interface DocumentUpdate {
  /** The document, if it still holds what was read. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly update: { readonly $set: Readonly<Record<string, BsonBinary>> };
}

/** Seals and opens documents. Null and missing fields stay as they are. */
export interface DocumentCipher {
  readonly collection: string;
  /**
   * A copy of the document, its fields sealed and its tokens filled in.
   *
   * @throws {DataSecurityError} `ERR_ENCRYPT_CONTEXT` where the id (or tenant) is missing, `ERR_ENCRYPT_VALUE` where a value
   * cannot be sealed without loss, or is sealed already.
   */
  seal<T extends object>(document: T): T;
  /**
   * A copy of the document, its fields open and as they were.
   *
   * @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` where a field holds anything that does not open in its place, plain values
   * too unless they are accepted; `ERR_ENCRYPT_CONTEXT` where the id (or tenant) was not read.
   */
  open<T extends object>(document: T): T;
  /**
   * What to write so that all fields are under the key that seals now; `undefined` where they are.
   *
   * @throws {DataSecurityError} As {@link DocumentCipher.open}: what does not open is never sealed again.
   */
  renew(document: object): DocumentUpdate | undefined;
}

class DocumentCipherOf implements DocumentCipher {
  readonly collection: string;
  readonly #options: DocumentCipherOptions;
  readonly #paths: readonly FieldPath[];
  readonly #indexes: readonly (readonly [string, FieldPath, BlindIndex])[];

  constructor(options: DocumentCipherOptions) {
    this.collection = options.collection;
    this.#options = options;
    this.#paths = readPaths(options.paths);
    this.#indexes = Object.entries(options.indexes ?? {}).map(
      ([target, { from, index }]) => [target, readPath(from), index] as const,
    );
    if (options.elements === undefined && options.paths.some((path) => path.includes('[]'))) {
      throw encryptError('ERR_ENCRYPT_OPTIONS', 'A path has [], and elements is not given', {
        hint: "Give elements: 'in-place' to bind each element to its position, or 'movable'.",
      });
    }
  }

  seal<T extends object>(document: T): T {
    let sealed: object = document;
    for (const path of this.#paths) {
      sealed = changeAt(sealed, path, (found) => {
        if (sealedOf(found.value) !== undefined) throw sealedTwice(found);
        return this.#sealed(found.value, this.#contextOf(document, path, found));
      });
    }
    return { ...sealed, ...this.#tokensOf(document) } as T;
  }

  open<T extends object>(document: T): T {
    let opened: object = document;
    for (const path of this.#paths) {
      opened = changeAt(opened, path, (found) => this.#opened(document, path, found));
    }
    return opened as T;
  }

  renew(document: object): DocumentUpdate | undefined {
    const idField = this.#options.idField ?? '_id';
    const filter: Record<string, unknown> = {
      [idField]: (document as Readonly<Record<string, unknown>>)[idField],
    };
    const $set: Record<string, BsonBinary> = {};
    for (const path of this.#paths) {
      changeAt(document, path, (found) => {
        const sealed = sealedOf(found.value);
        const value = this.#opened(document, path, found);
        if (sealed !== undefined && keyIdOf(sealed) === this.#options.cipher.keyId) return value;
        filter[found.dotted] = found.value;
        $set[found.dotted] = this.#sealed(value, this.#contextOf(document, path, found));
        return value;
      });
    }
    return Object.keys($set).length === 0 ? undefined : { filter, update: { $set } };
  }

  #contextOf(document: object, path: FieldPath, { dotted }: FoundField): FieldContext {
    const { idField = '_id', tenantField, elements } = this.#options;
    const fields = document as Readonly<Record<string, unknown>>;
    return {
      ...(tenantField !== undefined && { tenant: textOfId(fields[tenantField], tenantField) }),
      table: this.collection,
      column: elements === 'in-place' ? dotted : path.text,
      row: textOfId(fields[idField], idField),
    };
  }

  #sealed(value: unknown, context: FieldContext): BsonBinary {
    const { bson, cipher } = this.#options;
    let bytes: Uint8Array;
    try {
      bytes = bson.serialize({ v: value }, { ignoreUndefined: false });
    } catch {
      // Its words may quote the value.
      throw encryptError('ERR_ENCRYPT_VALUE', 'BSON cannot hold the value', {
        hint: 'Functions, symbols, circular objects and documents beyond 16 MiB cannot be stored.',
        details: { collection: this.collection, path: context.column ?? '' },
      });
    }
    try {
      return binaryOf(bson, cipher.sealBytes(bytes, context));
    } finally {
      bytes.fill(0);
    }
  }

  #opened(document: object, path: FieldPath, found: FoundField): unknown {
    const { bson, cipher, acceptPlaintext = false, deserializeOptions = {} } = this.#options;
    const sealed = sealedOf(found.value);
    if (sealed === undefined) {
      if (acceptPlaintext) return found.value;
      throw openError();
    }
    const bytes = cipher.openBytes(sealed, this.#contextOf(document, path, found));
    if (!(bytes instanceof Uint8Array)) throw openError();
    try {
      return bson.deserialize(bytes, deserializeOptions)['v'];
    } catch {
      throw openError();
    }
  }

  #tokensOf(document: object): Record<string, readonly string[]> {
    const tokens: Record<string, readonly string[]> = {};
    for (const [target, path, index] of this.#indexes) {
      const found: string[] = [];
      changeAt(document, path, ({ value, dotted }) => {
        if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint') {
          throw encryptError('ERR_ENCRYPT_VALUE', 'An index takes texts and whole numbers', {
            details: { collection: this.collection, path: dotted },
          });
        }
        found.push(...index.tokensOf(String(value)));
        return value;
      });
      tokens[target] = [...new Set(found)];
    }
    return tokens;
  }
}

function sealedTwice({ dotted }: FoundField): Error {
  return encryptError('ERR_ENCRYPT_VALUE', 'A field is sealed already', {
    hint: 'Seal documents once, before they are written.',
    details: { path: dotted },
  });
}

/** Id of the key that sealed bytes name. */
function keyIdOf(sealed: Uint8Array): string | undefined {
  const id = sealed.length < prefixBytes ? -1 : prefixId(sealed);
  return id < 0 ? undefined : String(id);
}

/**
 * A cipher for the documents of a collection. Values of every BSON type come back as they were: ObjectId, Decimal128,
 * Binary, dates, nested documents and arrays. Sealed values are `Binary` of the user's subtype 128. Each field is bound to
 * collection, path and `_id` (and tenant): no value can be put in the place of another.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPTIONS` where paths are malformed or overlap, or `elements` is missing.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher, generateKeyset } from '@yushu/encrypt';
 * import { createDocumentCipher } from '@yushu/encrypt/documents';
 * import * as bson from 'bson';
 *
 * const people = createDocumentCipher({
 *   cipher: createFieldCipher(createAead(generateKeyset('AES256_GCM'))),
 *   bson,
 *   collection: 'people',
 *   paths: ['phone', 'contacts[].phone'],
 *   elements: 'in-place',
 * });
 * // await collection.insertOne(stored);
 * const stored = people.seal({ _id: new bson.ObjectId(), phone: '13800138000' });
 * console.log(people.open(stored).phone); // 13800138000
 * ```
 */
export function createDocumentCipher(options: DocumentCipherOptions): DocumentCipher {
  return new DocumentCipherOf(options);
}
