/**
 * Readers of the parts of an untrusted document. Each gives the value, or reports what is wrong and gives `undefined`.
 *
 * @module
 */
import { appendPointer } from '../json-pointer.ts';
import type { ReportProblem } from './policy-problem.ts';

/** A plain object with no keys but the given ones. */
export function readObject(
  value: unknown,
  pointer: string,
  keys: readonly string[],
  report: ReportProblem,
): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return report(pointer, 'must be an object', keys);
  }
  const object = value as Record<string, unknown>;
  for (const key of Object.keys(object)) {
    if (!keys.includes(key)) report(appendPointer(pointer, key), 'is not known here', keys);
  }
  // A copy without prototype: a key such as __proto__ or toString is only ever the document's own.
  return Object.assign(Object.create(null) as Record<string, unknown>, object);
}

/** A text that is not empty. */
export function readText(
  value: unknown,
  pointer: string,
  report: ReportProblem,
): string | undefined {
  return typeof value === 'string' && value !== ''
    ? value
    : report(pointer, 'must be a text that is not empty', ['a text']);
}

/** A text, or a list of at least one. */
export function readTexts(
  value: unknown,
  pointer: string,
  report: ReportProblem,
): string | readonly string[] | undefined {
  if (!Array.isArray(value)) return readText(value, pointer, report);
  if (value.length === 0)
    return report(pointer, 'must not be empty', ['a text', 'a list of texts']);
  const texts = value.map((item, index) => readText(item, appendPointer(pointer, index), report));
  return texts.some((text) => text === undefined) ? undefined : (texts as string[]);
}

/** A whole number of at least 0. */
export function readCount(
  value: unknown,
  pointer: string,
  report: ReportProblem,
): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= 0
    ? (value as number)
    : report(pointer, 'must be a whole number of 0 or more', ['0', '1', '2', '…']);
}

/** One of a list of texts. */
export function readChoice<Choice extends string>(
  value: unknown,
  pointer: string,
  choices: readonly Choice[],
  report: ReportProblem,
): Choice | undefined {
  return choices.includes(value as Choice)
    ? (value as Choice)
    : report(pointer, 'is none of the possible values', choices);
}
