/**
 * Masks for a part of a value: the first or last characters, a range, what stands before or after a sign.
 *
 * @module
 */
import type { Transform } from '@yushu/core';
import { checkCount, checkOptionText, optionError } from '../check-options.ts';
import { checkText } from '../check-text.ts';
import { countsByUnit } from '../text/counts-by-unit.ts';
import { repeatCover } from '../text/repeat-cover.ts';
import { splitCharacters } from '../text/split-characters.ts';
import { keepCharacter } from './keep-character.ts';

/** A part of a value, counted in characters as a reader sees them. */
export type ValuePart =
  /** The first so many characters, 1 or more. */
  | { readonly first: number }
  /** The last so many characters, 1 or more. */
  | { readonly last: number }
  /** From the position `from` to before `to`, both from 0. */
  | { readonly from: number; readonly to: number }
  /** What stands before a sign of 1 to 16 code units. */
  | { readonly before: string }
  /** What stands after a sign of 1 to 16 code units. */
  | { readonly after: string };

/** Options of {@link createPartMask}: the part that is covered, or the part that is kept. */
export type PartMaskOptions = (
  | { readonly cover: ValuePart; readonly keep?: undefined }
  | { readonly keep: ValuePart; readonly cover?: undefined }
) & {
  /** What stands in the place of each covered character: 1 to 64 code units, `*` by default. */
  readonly with?: string;
};

/** The positions of a part, from and to before; `undefined` where the value has no such part. */
type Locate = (characters: readonly string[]) => readonly [from: number, to: number] | undefined;

/** Where a sign begins among characters: its first or last occurrence. */
function findSign(characters: readonly string[], sign: readonly string[], last: boolean): number {
  const fits = (at: number) => sign.every((part, index) => characters[at + index] === part);
  const most = characters.length - sign.length;
  if (last) {
    for (let at = most; at >= 0; at -= 1) if (fits(at)) return at;
  } else {
    for (let at = 0; at <= most; at += 1) if (fits(at)) return at;
  }
  return -1;
}

function compilePart(part: ValuePart, covers: boolean): { name: string; locate: Locate } {
  const max = Number.MAX_SAFE_INTEGER;
  if (typeof part !== 'object' || part === null || Object.keys(part).length > 2) {
    throw optionError('cover', 'one of first, last, from and to, before, after');
  }
  if ('first' in part) {
    const count = checkCount(part.first, 'first', 1, max);
    return { name: `first ${count}`, locate: ({ length }) => [0, Math.min(count, length)] };
  }
  if ('last' in part) {
    const count = checkCount(part.last, 'last', 1, max);
    return {
      name: `last ${count}`,
      locate: ({ length }) => [Math.max(0, length - count), length],
    };
  }
  if ('from' in part) {
    const from = checkCount(part.from, 'from', 0, max - 1);
    const to = checkCount(part.to, 'to', from + 1, max);
    return {
      name: `${from} to ${to}`,
      locate: ({ length }) => (from < length ? [from, Math.min(to, length)] : undefined),
    };
  }
  // Of several signs the one is taken by which more is covered.
  if ('before' in part) {
    const sign = splitCharacters(checkOptionText(part.before, 'before', 16));
    return {
      name: 'before a sign',
      locate(characters) {
        const at = findSign(characters, sign, covers);
        return at < 0 ? undefined : [0, at];
      },
    };
  }
  if ('after' in part) {
    const sign = splitCharacters(checkOptionText(part.after, 'after', 16));
    return {
      name: 'after a sign',
      locate(characters) {
        const at = findSign(characters, sign, !covers);
        return at < 0 ? undefined : [at + sign.length, characters.length];
      },
    };
  }
  throw optionError('cover', 'one of first, last, from and to, before, after');
}

/**
 * A mask that covers one part of a value, or all but one part: the first or last characters, a range, what stands before or after a sign.
 * Where the sign occurs several times, the one counts by which more is covered. A value of which nothing would be covered, because it is
 * short or the sign is not there, is covered whole. Characters are counted as in {@link createMask}.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS` where an option is not as expected; `apply` throws `ERR_MASK_VALUE` for what is no
 * string. The empty text stays empty.
 *
 * @example
 * ```ts
 * import { createPartMask } from '@yushu/mask';
 *
 * console.log(createPartMask({ cover: { before: '@' } }).apply('zhang@example.com', {})); // *****@example.com
 * console.log(createPartMask({ keep: { from: 0, to: 6 } }).apply('11010519491231002X', {})); // 110105************
 * console.log(createPartMask({ cover: { last: 4 } }).apply('京A12345', {})); // 京A1****
 * ```
 */
export function createPartMask(options: PartMaskOptions): Transform {
  const { cover, keep } = options ?? {};
  if ((cover === undefined) === (keep === undefined)) {
    throw optionError('cover', 'either cover or keep');
  }
  const covers = cover !== undefined;
  const { name, locate } = compilePart((cover ?? keep) as ValuePart, covers);
  const sign = checkOptionText(options.with ?? '*', 'with', 64);
  const repeat = repeatCover(sign);

  return {
    name: `mask(${covers ? 'cover' : 'keep'} ${name})`,
    apply(value) {
      checkText(value);
      const characters = countsByUnit(value) ? value.split('') : splitCharacters(value);
      const { length } = characters;
      const [from, to] = locate(characters) ?? [0, covers ? length : 0];
      const covered = covers ? to - from : length - (to - from);
      if (covered === 0) return repeat(length);
      const show = (start: number, end: number) => {
        let shown = '';
        for (let at = start; at < end; at += 1) shown += keepCharacter(characters[at]!, sign);
        return shown;
      };
      return covers
        ? show(0, from) + repeat(to - from) + show(to, length)
        : repeat(from) + show(from, to) + repeat(length - to);
    },
  };
}
