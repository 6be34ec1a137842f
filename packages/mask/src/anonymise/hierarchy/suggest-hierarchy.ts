import type { HierarchySpec } from './hierarchy-spec.ts';

const isDecimal = (text: string) => /^[+-]?[0-9]{1,15}(?:\.[0-9]{1,10})?$/.test(text);
const isDate = (text: string) => /^[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}(?:[T ].{1,30})?$/.test(text);

/** Widths of 1, 2, 5, 10, … from a twentieth of the range on, each a multiple of the one before. */
function widthsFor(range: number): number[] {
  const first = 10 ** Math.floor(Math.log10(range / 20));
  const widths: number[] = [];
  for (const times of [5, 10, 20, 100, 200]) {
    const width = first * times;
    if (width > range || widths.length === 4) break;
    if (width >= range / 25 && width % (widths.at(-1) ?? width) === 0) {
      widths.push(Number(width.toPrecision(12)));
    }
  }
  return widths;
}

/**
 * A hierarchy for a column of which nothing is known but its values: dates by month, year and decade, codes of one length by their
 * first characters, numbers by ranges, and other text by nothing between it and `*`. A hierarchy made by who knows the column is better.
 *
 * @example
 * ```ts
 * import { suggestHierarchy } from '@yushu/mask/anonymise';
 *
 * console.log(suggestHierarchy(['1990-05-01', '2001-12-31']).type); // dates
 * console.log(suggestHierarchy(['310012', '100080']).type); // prefix
 * console.log(suggestHierarchy(['18', '34', '71']).type); // intervals
 * ```
 */
export function suggestHierarchy(values: Iterable<string>): HierarchySpec {
  const texts = [...values].filter((text) => text !== '');
  const [first] = texts;
  if (first === undefined) return { type: 'suppression' };
  if (texts.every(isDate)) return { type: 'dates', steps: ['month', 'year', 'decade'] };
  const hasOneLength = texts.every((text) => text.length === first.length);
  const isCode = texts.every((text) => /^[0-9A-Z]{5,20}$/.test(text));
  if (hasOneLength && isCode) {
    const { length } = first;
    const keep = [length - 2, length - 4, 2].filter(
      (count, index, all) =>
        count > 0 && all.indexOf(count) === index && !(count >= all[index - 1]!),
    );
    return { type: 'prefix', keep };
  }
  if (texts.every(isDecimal)) {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (const text of texts) {
      least = Math.min(least, Number(text));
      most = Math.max(most, Number(text));
    }
    const widths = most > least ? widthsFor(most - least) : [];
    if (widths.length > 0) return { type: 'intervals', widths };
  }
  return { type: 'suppression' };
}
