import { type CategoryId, DataSecurityError, type Evidence } from '@yushu/core';
import type { CustomDetector, CustomMatch } from '../custom-detector.ts';
import { isAlphanumeric } from '../engine/characters.ts';
import { foldValue } from './fold-value.ts';
import type { ListEntry } from './list-entry.ts';

const listed: Evidence = Object.freeze({ kind: 'lexicon', weight: 8, detail: 'denied value' });

/** Options of {@link createDenyList}. */
export interface DenyListOptions {
  /** Category of entries that name none. Default `custom.denied`. */
  readonly category?: CategoryId;
  /** Whether letters match in any case. Default true. */
  readonly ignoreCase?: boolean;
}

/**
 * Makes detectors that find the values of a list wherever they stand: code names, customers, words that must not leave the house.
 * Latin words match as wholes, Chinese ones anywhere. Time is linear in the text, however long the list.
 *
 * @throws {DataSecurityError} `ERR_DETECT_LIST` where an entry has a pattern (give it to `compileDetectors`), or less than two
 * characters.
 *
 * @example
 * ```ts
 * import { createScanner } from '@yushu/detect';
 * import { createDenyList, readList } from '@yushu/detect/baseline';
 *
 * const detectors = createDenyList(readList('[custom.codename] Blue Heron\n项目凤凰'));
 * console.log(createScanner({ detectors }).scan('about blue heron').map(({ category }) => category)); // [ 'custom.codename' ]
 * ```
 */
export function createDenyList(
  entries: readonly ListEntry[],
  options: DenyListOptions = {},
): CustomDetector[] {
  const { category: fallback = 'custom.denied', ignoreCase = true } = options;
  const normal = (text: string): string => (ignoreCase ? lower(text) : text);
  const byCategory = new Map<CategoryId, Map<string, string[]>>();
  for (const [index, entry] of entries.entries()) {
    const value = entry.value === undefined ? '' : normal(foldValue(entry.value));
    if (value.length < 2) {
      throw new DataSecurityError('ERR_DETECT_LIST', 'An entry of a deny list cannot be used', {
        hint: 'Give values of two characters and more; patterns go to compileDetectors.',
        details: { entry: index + 1 },
      });
    }
    const category = (entry.category ?? fallback) as CategoryId;
    const heads = byCategory.get(category) ?? new Map<string, string[]>();
    byCategory.set(category, heads);
    // Three units tell enough to look no further at almost all places.
    const head = value.slice(0, 3).padEnd(2);
    heads.set(head, [...(heads.get(head) ?? []), value]);
  }
  return [...byCategory].map(([category, heads]) => {
    for (const list of heads.values()) list.sort((a, b) => b.length - a.length);
    return {
      id: 'deny-list',
      category,
      find: (text) => findListed(normal(text), heads),
    };
  });
}

/** Lower case of ASCII alone: offsets stay what they are. */
function lower(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function* findListed(
  text: string,
  heads: ReadonlyMap<string, readonly string[]>,
): Generator<CustomMatch> {
  let until = 0;
  for (let start = 0; start < text.length - 1; start += 1) {
    if (start < until) continue;
    for (const size of [3, 2]) {
      const value = heads
        .get(text.slice(start, start + size))
        ?.find((one) => (size === 3 || one.length === 2) && text.startsWith(one, start));
      if (value === undefined) continue;
      const end = start + value.length;
      if (!standsAlone(text, start, end)) continue;
      until = end;
      yield { start, end, evidence: [listed] };
      break;
    }
  }
}

function standsAlone(text: string, start: number, end: number): boolean {
  const isWord = (at: number): boolean => isAlphanumeric(text.charCodeAt(at) || 0);
  return !(isWord(start) && isWord(start - 1)) && !(isWord(end - 1) && isWord(end));
}
