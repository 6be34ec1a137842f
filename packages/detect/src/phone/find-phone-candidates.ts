/**
 * Finds what could be a telephone number by its digits and separators alone.
 *
 * @module
 */
import { isAlphanumeric, isDigit } from '../engine/characters.ts';

/** A place where a number may begin, and where it may end, the furthest first. */
export interface PhoneCandidate {
  readonly start: number;
  readonly ends: readonly number[];
  readonly isPlus: boolean;
}

/** E.164: at most 15 digits, with the prefixes that people dial before them. */
const mostDigits = 17;
const fewestDigits = 7;

const isSeparator = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x2d ||
  unit === 0x2e ||
  unit === 0x28 ||
  unit === 0x29 ||
  unit === 0x2f;

/** Whether a date in the order of ISO 8601 stands there. */
const isDate = (text: string, start: number): boolean =>
  /^(?:19|20)\d\d([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/.test(
    text.slice(start, start + 11),
  );

/** The candidates of a text; each digit belongs to one of them at most, so time is linear. */
export function* findPhoneCandidates(
  text: string,
  takesNational: boolean,
): Generator<PhoneCandidate> {
  let index = 0;
  while (index < text.length) {
    const unit = text.charCodeAt(index);
    const isPlus = unit === 0x2b && isDigit(text.charCodeAt(index + 1));
    if (!isPlus && !isDigit(unit)) {
      index += 1;
      continue;
    }
    const { ends, next } = readGroups(text, isPlus ? index + 1 : index);
    const before = text.charCodeAt(index - 1) || 0;
    const isPart =
      isAlphanumeric(before) ||
      before === 0x2b ||
      (before === 0x2e && isDigit(text.charCodeAt(index - 2)));
    if (!isPart && ends.length > 0 && (isPlus || (takesNational && !isDate(text, index)))) {
      const start = !isPlus && before === 0x28 ? index - 1 : index;
      yield { start, ends, isPlus };
    }
    index = next;
  }
}

/** The ends of groups of digits from `start` on, the furthest first, and where the run of them ends. */
function readGroups(text: string, start: number): { ends: number[]; next: number } {
  const ends: number[] = [];
  let digits = 0;
  let at = start;
  for (;;) {
    while (isDigit(text.charCodeAt(at))) {
      digits += 1;
      at += 1;
    }
    if (digits >= fewestDigits && digits <= mostDigits && !isAlphanumeric(text.charCodeAt(at)))
      ends.unshift(at);
    let next = at;
    while (next - at < 3 && isSeparator(text.charCodeAt(next))) next += 1;
    if (next === at || !isDigit(text.charCodeAt(next)) || digits > mostDigits)
      return { ends, next: at };
    at = next;
  }
}
