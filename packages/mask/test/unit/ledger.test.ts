import { readdirSync } from 'node:fs';
import type { LedgerSuite } from '@yushu/testkit';
import { describe, expect, it } from 'vitest';
import { countArxCases } from '../ledger/anonymise.ledger.ts';

const folder = new URL('../ledger/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ledger.ts'));

/** Every case of ARX is run by the ledger, and here too with YUSHU_MASK_ARX_STEP=1; unless given, every 29th, to see that they run. */
const step = Number(process.env['YUSHU_MASK_ARX_STEP'] ?? 29);
const slowFile = 'anonymise.ledger.ts';

describe('ledger', () => {
  it('has suites', () => expect(files.length).toBeGreaterThan(0));

  it(`${slowFile}, 1 case of ${step}`, () => {
    const { passed, total, skipped } = countArxCases(step);
    expect(passed).toBeGreaterThan(0);
    expect(passed + skipped).toBe(total);
  });

  for (const file of files.filter((name) => name !== slowFile)) {
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
