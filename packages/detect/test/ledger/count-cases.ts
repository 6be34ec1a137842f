import { readFileSync } from 'node:fs';
import type { LedgerCount } from '@yushu/testkit';

/** Reads a file of `test/vectors`. */
export function readVectors<Content>(name: string): Content {
  return JSON.parse(
    readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8'),
  ) as Content;
}

/** Counts the cases that pass; `undefined` counts as skipped. */
export function countCases<Case>(
  cases: readonly Case[],
  passes: (item: Case) => boolean | undefined,
): LedgerCount {
  let passed = 0;
  let skipped = 0;
  for (const item of cases) {
    const result = passes(item);
    if (result === undefined) skipped += 1;
    else if (result) passed += 1;
  }
  return { passed, total: cases.length, skipped };
}

/** Index in UTF-16 code units of each code point of a text, for vectors that count code points. */
export function unitOffsets(text: string): number[] {
  const offsets = [0];
  let units = 0;
  for (const character of text) {
    units += character.length;
    offsets.push(units);
  }
  return offsets;
}
