import { describe, expect, it } from 'vitest';
import { runSuite } from '../../src/ledger/run-ledger.ts';
import type { LedgerSuite } from '../../src/ledger-suite.ts';

const suite = (run: LedgerSuite['run'], pinned = 2): LedgerSuite => ({
  suite: 'testkit/example',
  source: 'none',
  pinned,
  run,
});

describe('ledger', () => {
  it.each([
    ['fewer than pinned', () => ({ passed: 1, total: 1, skipped: 0 }), /lost 1 of 2/],
    ['more than there are', () => ({ passed: 2, total: 2, skipped: 1 }), /more vectors/],
    ['no counts', () => ({ passed: Number.NaN, total: 2, skipped: 0 }), /gave no counts/],
    [
      'a suite that throws',
      () => {
        throw new Error('no such file');
      },
      /no such file/,
    ],
  ])('reports %s', async (_, run, problem) => {
    expect((await runSuite(suite(run))).problem).toMatch(problem);
  });

  it('accepts a suite that gained vectors, one that skips and one that fails as it did', async () => {
    expect(await runSuite(suite(() => ({ passed: 3, total: 5, skipped: 1 })))).toEqual({
      line: { suite: 'testkit/example', passed: 3, total: 5, skipped: 1, source: 'none' },
    });
  });
});
