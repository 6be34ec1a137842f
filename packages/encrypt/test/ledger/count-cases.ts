import type { LedgerCount } from '@yushu/testkit';

/** Runs a check over every case; one that throws has failed. */
export function countCases<T>(cases: readonly T[], check: (testCase: T) => boolean): LedgerCount {
  let passed = 0;
  for (const testCase of cases) {
    try {
      if (check(testCase)) passed += 1;
    } catch {
      // Counted as failed: the pinned total tells.
    }
  }
  return { passed, total: cases.length, skipped: 0 };
}

/** Whether a call ends in an error, of this code if one is given. */
export function refuses(call: () => unknown, code?: string): boolean {
  try {
    call();
  } catch (error) {
    return code === undefined || (error as { code?: unknown }).code === code;
  }
  return false;
}
