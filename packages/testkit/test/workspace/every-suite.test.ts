import { expect, it } from 'vitest';
import { findLedgerFiles, runLedger } from '../../src/ledger/run-ledger.ts';
import { root } from '../../src/workspace/root.ts';

// `.ci/run` leaves this file out, for it runs `npm run -s ledger`, which is the same.
it('runs every suite of the repository without losing a vector', async () => {
  const files = findLedgerFiles(root);
  expect(files).not.toEqual([]);
  const problems: string[] = [];
  for await (const { line, problem } of runLedger(files)) {
    if (problem !== undefined) problems.push(`${line.suite} ${problem}`);
    expect(line.total, line.suite).toBeGreaterThan(0);
    expect(line.source, line.suite).not.toBe('');
  }
  expect(problems).toEqual([]);
}, 600_000);
