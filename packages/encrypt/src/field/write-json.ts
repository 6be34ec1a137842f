/**
 * JSON without loss: what JSON cannot hold is refused, where `JSON.stringify` would drop or change it in silence.
 *
 * @module
 */
import { encryptError } from '../errors.ts';
import type { JsonValue } from './field-value.ts';

const maxDepth = 512;

function refuse(problem: string): Error {
  return encryptError('ERR_ENCRYPT_VALUE', `The value cannot be sealed without loss: ${problem}`, {
    hint: 'Inside objects and arrays, use only what JSON can hold; seal dates, bytes and bigints as fields of their own.',
  });
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function text(value: unknown, depth: number): string {
  if (depth > maxDepth) throw refuse(`it is nested more than ${maxDepth} deep, or holds itself`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw refuse('JSON has no infinite numbers and no NaN');
    return Object.is(value, -0) ? '-0' : String(value);
  }
  if (typeof value !== 'object') throw refuse(`JSON has no ${typeof value}`);
  if (Array.isArray(value)) {
    // Array.from makes holes undefined, which is refused.
    return `[${Array.from(value, (item: unknown) => text(item, depth + 1)).join(',')}]`;
  }
  if (!isPlainObject(value)) throw refuse('JSON has no instances of classes');
  if (Object.getOwnPropertySymbols(value).length > 0) throw refuse('JSON has no symbols');
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${text(member, depth + 1)}`,
  );
  return `{${members.join(',')}}`;
}

/**
 * The JSON text of a value. `-0` stays `-0`, which JSON can hold and `JSON.stringify` does not write.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_VALUE`.
 */
export function writeJson(value: JsonValue): string {
  return text(value, 0);
}
