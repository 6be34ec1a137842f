import type { LedgerCount } from '@yushu/testkit';

/** Counts the cases whose check holds. One that throws does not hold. */
export function countCases<Case>(
  cases: readonly Case[],
  holds: (one: Case) => boolean,
): LedgerCount {
  let passed = 0;
  for (const one of cases) {
    try {
      if (holds(one)) passed++;
    } catch {
      // A case that throws where it should not is a case that failed.
    }
  }
  return { passed, total: cases.length, skipped: 0 };
}
