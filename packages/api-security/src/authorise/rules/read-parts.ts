/**
 * Readers of the parts of an untrusted document. Each gives the value, or reports what is wrong and gives `undefined`.
 *
 * @module
 */
import { appendPointer } from '@yushu/core';
import type { ReportProblem } from './rule-problem.ts';

/** Texts of rules are no longer than this. */
const maxTextLength = 1024;

/** A plain object with no keys but the given ones, if they are given, copied to one without prototype. */
export function readObject(
  value: unknown,
  pointer: string,
  keys: readonly string[] | undefined,
  report: ReportProblem,
): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return report(pointer, 'must be an object');
  }
  for (const key of Object.keys(value)) {
    if (keys !== undefined && !keys.includes(key)) {
      report(appendPointer(pointer, key), `is not known here (expected: ${keys.join(', ')})`);
    }
  }
  // Key by key: a key such as __proto__ must stay the document's own.
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of Object.entries(value)) copy[key] = item;
  return copy;
}

/** A text that is not empty. */
export function readText(
  value: unknown,
  pointer: string,
  report: ReportProblem,
): string | undefined {
  if (typeof value !== 'string' || value === '') {
    return report(pointer, 'must be a text that is not empty');
  }
  if (value.length > maxTextLength) {
    return report(pointer, `must have at most ${maxTextLength} characters`);
  }
  return value;
}

/** A text, or a list of at least one; as a list. */
export function readTexts(
  value: unknown,
  pointer: string,
  report: ReportProblem,
): readonly string[] | undefined {
  if (!Array.isArray(value)) {
    const text = readText(value, pointer, report);
    return text === undefined ? undefined : [text];
  }
  if (value.length === 0) return report(pointer, 'must not be empty');
  const texts = value.map((item, index) => readText(item, appendPointer(pointer, index), report));
  return texts.includes(undefined) ? undefined : (texts as string[]);
}
