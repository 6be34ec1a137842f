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

/** Where a value stands in a record, as reveal sees it: in the output of protect. */
export interface RecordPosition {
  /** Nearest key. */
  readonly name: string | undefined;
  readonly path: string;
  /** The path with `*` for keys that are sensitive themselves. */
  readonly eventPath: string;
}

/** What is done with the parts of a record. */
export interface RecordMapper {
  leaf(value: RecordLeaf, place: RecordPosition): RecordValue;
  /** @param parent - where the object stands. */
  key(key: string, parent: RecordPosition): MappedKey;
}

/** A key of the result, and the one that pointers below it go by: that of the output of protect. */
export interface MappedKey {
  readonly key: string;
  readonly below: string;
  /** Whether the key is sensitive itself. */
  readonly isHidden: boolean;
}

/** As deep as JSON may nest. */
const maxDepth = 256;

function refuse(depth: number, what: string): never {
  throw protectError('ERR_PROTECT_VALUE', `The record holds ${what}, which no rule can look at`, {
    hint: 'Give plain objects and arrays of strings, numbers, bigints, booleans, null, dates and bytes.',
    details: { depth },
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
export function mapRecord(value: RecordValue, mapper: RecordMapper): RecordValue {
  return mapAt(value, mapper, { name: undefined, path: '', eventPath: '' }, 0);
}

function mapAt(
  value: RecordValue,
  mapper: RecordMapper,
  place: RecordPosition,
  depth: number,
): RecordValue {
  const { name, path, eventPath } = place;
  if (value === undefined || isLeaf(value)) {
    return value === undefined ? undefined : mapper.leaf(value, place);
  }
  if (depth >= maxDepth) refuse(depth, 'a cycle, or nesting deeper than 256');
  if (Array.isArray(value)) {
    return Array.from(value as readonly RecordValue[], (item, index) => {
      const below = { name, path: `${path}/${index}`, eventPath: `${eventPath}/${index}` };
      return mapAt(item, mapper, below, depth + 1);
    });
  }
  if (typeof value !== 'object') refuse(depth, `a ${typeof value}`);
  if (!isPlainObject(value)) refuse(depth, 'an object of a class');
  const entries: [string, RecordValue][] = [];
  for (const key of Object.keys(value)) {
    const mapped = mapper.key(key, place);
    const segment = mapped.below.length > 256 ? '*' : mapped.below;
    const below: RecordPosition = {
      name: mapped.below,
      path: appendPointer(path, segment),
      eventPath: appendPointer(eventPath, mapped.isHidden ? '*' : segment),
    };
    entries.push([mapped.key, mapAt(value[key], mapper, below, depth + 1)]);
  }
  // Not by assignment: a key may be called __proto__.
  return Object.fromEntries(entries);
}
