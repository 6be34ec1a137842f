import { readdirSync } from 'node:fs';
import type { LedgerSuite } from '@yushu/testkit';
import { describe, expect, it } from 'vitest';

const folder = new URL('../ledger/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ledger.ts'));

describe('ledger', () => {
  it('has suites', () => expect(files.length).toBeGreaterThan(0));

  for (const file of files) {
    it(file, async () => {
      const { suites } = (await import(new URL(file, folder).href)) as {
        suites: readonly LedgerSuite[];
      };
      for (const { suite, pinned, run } of suites) {
        const { passed, total, skipped } = await run();
        expect({ suite, passed, skipped }).toEqual({
          suite,
          passed: pinned,
          skipped: total - pinned,
        });
      }
    });
  }
});
