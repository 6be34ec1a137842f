import { type CategoryId, compileCategoryPattern, DataSecurityError } from '@yushu/core';
import { RE2JS } from 're2js';
import { foldValue } from './fold-value.ts';
import type { ListEntry } from './list-entry.ts';

type CategoryTest = ((category: string) => boolean) | undefined;

/**
 * Makes the `allow` option of a scanner from a list of values and patterns that may stand in the open: the address of the help
 * desk, sample numbers.
 *
 * @throws {DataSecurityError} `ERR_DETECT_LIST` where a pattern is not in RE2 syntax; the details hold the number of the entry.
 *
 * @example
 * ```ts
 * import { createScanner } from '@yushu/detect';
 * import { createAllowList, readList } from '@yushu/detect/baseline';
 *
 * const allow = createAllowList(readList('[contact.email] help@corp.cn'));
 * console.log(createScanner({ allow }).scan('help@corp.cn, wang@corp.cn').length); // 1
 * ```
 */
export function createAllowList(
  entries: readonly ListEntry[],
): (value: string, category: CategoryId) => boolean {
  const values = new Map<string, CategoryTest[]>();
  const patterns: { readonly pattern: RE2JS; readonly test: CategoryTest }[] = [];
  for (const [index, { value, pattern, category }] of entries.entries()) {
    const test = category === undefined ? undefined : compileCategoryPattern(category);
    if (value !== undefined) {
      const folded = foldValue(value);
      const known = values.get(folded);
      if (known === undefined) values.set(folded, [test]);
      else known.push(test);
    } else if (pattern !== undefined) {
      patterns.push({ pattern: compile(pattern, index), test });
    }
  }
  return (value, category) => {
    const folded = foldValue(value);
    if (values.get(folded)?.some((test) => test === undefined || test(category)) === true)
      return true;
    return patterns.some(
      ({ pattern, test }) =>
        (test === undefined || test(category)) && pattern.matcher(folded).matches(),
    );
  };
}

function compile(pattern: string, index: number): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch {
    throw new DataSecurityError('ERR_DETECT_LIST', 'A pattern of the list is not in RE2 syntax', {
      hint: 'Leave out backreferences and lookaround.',
      details: { entry: index + 1 },
    });
  }
}
