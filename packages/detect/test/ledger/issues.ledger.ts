import { createScanner } from '@yushu/detect';
import type { LedgerSuite } from '@yushu/testkit';
import { countCases, readVectors } from './count-cases.ts';

const scanner = createScanner();

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'detect/issue-regressions',
    source: 'strings quoted in the issues of other scanners, each with its address',
    pinned: 40,
    run: () =>
      countCases(
        readVectors<{ cases: { text: string; expect: boolean }[] }>('issue-regressions.json').cases,
        ({ text, expect }) => scanner.scan(text).length > 0 === expect,
      ),
  },
];
