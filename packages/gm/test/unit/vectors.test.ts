import { describe, expect, it } from 'vitest';
import { suites as sm2 } from '../ledger/sm2.ledger.ts';
import { suites as sm3 } from '../ledger/sm3.ledger.ts';
import { suites as sm4 } from '../ledger/sm4.ledger.ts';

describe('vectors on Node', () => {
  it.each([...sm2, ...sm3, ...sm4])('passes all of $suite', async ({ pinned, run }) => {
    expect(await run()).toEqual({ passed: pinned, total: pinned, skipped: 0 });
  });
});
