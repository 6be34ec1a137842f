import { appendPointer } from '@yushu/core';
import type { FieldValue } from '@yushu/encrypt';
import { protectError } from '../errors.ts';

/** What a record can hold: what JSON can, and bigints, dates, bytes and `undefined`. */
export type RecordValue =
  | FieldValue
  | undefined
  | readonly RecordValue[]
  | { readonly [name: string]: RecordValue };

/** A value that is no array and no object. */
export type RecordLeaf = string | number | bigint | boolean | null | Date | Uint8Array;

/** What is done with the parts of a record. */
export interface RecordMapper {
  /** @param name - nearest key. @param path - pointer in the output. */
  leaf(value: RecordLeaf, name: string | undefined, path: string): RecordValue;
  /** @param parent - pointer of the object in the output. @param parentName - its own key. */
  key(key: string, parent: string, parentName: string | undefined): MappedKey;
}

/** A key of the result, and the one that pointers below it go by: that of the output of protect. */
export interface MappedKey {
  readonly key: string;
  readonly below: string;
}

/** As deep as JSON may nest. */
const maxDepth = 256;

function refuse(path: string, what: string): never {
  throw protectError('ERR_PROTECT_VALUE', `The record holds ${what}, which no rule can look at`, {
    hint: 'Give plain objects and arrays of strings, numbers, bigints, booleans, null, dates and bytes.',
    details: { depth: path.split('/').length - 1 },
  });
}

/** Whether a value is treated as one, and not walked. */
export function isLeaf(value: unknown): value is RecordLeaf {
  if (value === null || value instanceof Date || value instanceof Uint8Array) return true;
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
}

function isPlainObject(value: object): value is { readonly [name: string]: RecordValue } {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/**
 * A copy of a record with its leaves and keys mapped. The input is never changed.
 *
 * @throws {DataSecurityError} `ERR_PROTECT_VALUE` where it holds something that cannot be looked at, or nests deeper than 256.
 */
export function mapRecord(
  value: RecordValue,
  mapper: RecordMapper,
  name: string | undefined = undefined,
  path = '',
  depth = 0,
): RecordValue {
  if (value === undefined || isLeaf(value)) {
    return value === undefined ? undefined : mapper.leaf(value, name, path);
  }
  if (depth >= maxDepth) refuse(path, 'a cycle, or nesting deeper than 256');
  if (Array.isArray(value)) {
    return Array.from(value as readonly RecordValue[], (item, index) =>
      mapRecord(item, mapper, name, `${path}/${index}`, depth + 1),
    );
  }
  if (typeof value !== 'object') refuse(path, `a ${typeof value}`);
  if (!isPlainObject(value)) refuse(path, 'an object of a class');
  const entries: [string, RecordValue][] = [];
  for (const key of Object.keys(value)) {
    const mapped = mapper.key(key, path, name);
    const below = appendPointer(path, mapped.below.length > 256 ? '*' : mapped.below);
    entries.push([mapped.key, mapRecord(value[key], mapper, mapped.below, below, depth + 1)]);
  }
  // Not by assignment: a key may be called __proto__.
  return Object.fromEntries(entries);
}
