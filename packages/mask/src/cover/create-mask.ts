/**
 * Masks that keep the ends of a value and cover the rest.
 *
 * @module
 */
import type { Transform } from '@yushu/core';
import { checkCount, checkOptionText } from '../check-options.ts';
import { checkText } from '../check-text.ts';
import { countsByUnit } from '../text/counts-by-unit.ts';
import { repeatCover } from '../text/repeat-cover.ts';
import { splitCharacters } from '../text/split-characters.ts';
import { createMobileCover } from './create-mobile-cover.ts';
import { keepCharacter } from './keep-character.ts';

/** Options of {@link createMask}. */
export interface MaskOptions {
  /** Characters to keep at the start: 0 (the default) or more. */
  readonly keepFirst?: number;
  /** Characters to keep at the end: 0 (the default) or more. */
  readonly keepLast?: number;
  /** What stands in the place of each covered character: 1 to 64 code units, `*` by default. */
  readonly with?: string;
}

const maxCover = 64;

/**
 * A mask that keeps the first and last characters and covers each of the others. A value that is too short to have anything
 * covered is covered whole. Characters are extended grapheme clusters (Unicode Standard Annex #29): an emoji counts as one. Half
 * of a surrogate pair, and a cluster of more than 32 code units, is covered wherever it stands.
 *
 * The number of covered characters shows. Where the length must not, use {@link createRedaction}.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS` where an option is out of range; `apply` throws `ERR_MASK_VALUE` for what is no
 * string. The empty text stays empty.
 *
 * @example
 * ```ts
 * import { createMask } from '@yushu/mask';
 *
 * const mask = createMask({ keepFirst: 3, keepLast: 4 });
 * console.log(mask.apply('13800138000', {})); // 138****8000
 * console.log(mask.apply('张三丰', {})); // ***
 * ```
 */
export function createMask(options: MaskOptions = {}): Transform {
  const keepFirst = checkCount(options.keepFirst ?? 0, 'keepFirst', 0, Number.MAX_SAFE_INTEGER);
  const keepLast = checkCount(options.keepLast ?? 0, 'keepLast', 0, Number.MAX_SAFE_INTEGER);
  const cover = checkOptionText(options.with ?? '*', 'with', maxCover);
  const kept = keepFirst + keepLast;
  const covers = repeatCover(cover);
  const coverMobile =
    keepFirst === 3 && keepLast === 4 ? createMobileCover(cover.repeat(4)) : undefined;
  return {
    name: `mask(${keepFirst},${keepLast})`,
    apply(value) {
      checkText(value);
      const quick = coverMobile?.(value);
      if (quick !== undefined) return quick;
      const { length } = value;
      if (countsByUnit(value)) {
        if (length <= kept) return covers(length);
        const middle = covers(length - kept);
        return value.slice(0, keepFirst) + middle + value.slice(length - keepLast);
      }
      const characters = splitCharacters(value);
      const count = characters.length;
      if (count <= kept) return covers(count);
      let masked = '';
      for (let index = 0; index < keepFirst; index += 1) {
        masked += keepCharacter(characters[index]!, cover);
      }
      masked += covers(count - kept);
      for (let index = count - keepLast; index < count; index += 1) {
        masked += keepCharacter(characters[index]!, cover);
      }
      return masked;
    },
  };
}
