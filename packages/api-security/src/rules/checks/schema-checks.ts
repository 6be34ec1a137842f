/**
 * Predicates over schemas that rules of several rule sets share.
 *
 * @module
 */
import type { JsonObject } from '../../model/json-object.ts';

/** Whether a schema allows a type; `type` may be a list since OpenAPI 3.1. */
export function hasType(value: JsonObject, type: string): boolean {
  const { type: declared } = value;
  return declared === type || (Array.isArray(declared) && declared.includes(type));
}

const has = (value: JsonObject, key: string): boolean => value[key] !== undefined;

/** Strings of any length. */
export const isUnlimitedString = (value: JsonObject): boolean =>
  hasType(value, 'string') &&
  !has(value, 'maxLength') &&
  !has(value, 'enum') &&
  !has(value, 'const');

/** Strings of any form. */
export const isUnrestrictedString = (value: JsonObject): boolean =>
  hasType(value, 'string') &&
  !has(value, 'format') &&
  !has(value, 'pattern') &&
  !has(value, 'enum') &&
  !has(value, 'const');

/** Integers without exactly one lower and one upper limit, in the words of JSON Schema 2020-12. */
export const isUnlimitedInteger = (value: JsonObject): boolean =>
  hasType(value, 'integer') &&
  !has(value, 'enum') &&
  !has(value, 'const') &&
  (has(value, 'minimum') === has(value, 'exclusiveMinimum') ||
    has(value, 'maximum') === has(value, 'exclusiveMaximum'));

/** Integers without `minimum` and `maximum`, in the words of Swagger 2 and OpenAPI 3.0. */
export const isUnlimitedLegacyInteger = (value: JsonObject): boolean =>
  hasType(value, 'integer') && !(has(value, 'minimum') && has(value, 'maximum'));

/** Arrays of any size. */
export const isUnlimitedArray = (value: JsonObject): boolean =>
  hasType(value, 'array') && !has(value, 'maxItems');
