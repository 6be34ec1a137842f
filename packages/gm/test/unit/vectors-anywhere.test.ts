import { describe, expect, it, vi } from 'vitest';
import { suites as sm2 } from '../ledger/sm2.ledger.ts';
import { suites as sm3 } from '../ledger/sm3.ledger.ts';
import { suites as sm4 } from '../ledger/sm4.ledger.ts';

// What browsers and the edge load.
vi.mock('#platform/equal-bytes', () => import('../../src/platform/pure/equal-bytes.ts'));
vi.mock('#platform/sm2', () => import('../../src/platform/pure/sm2.ts'));
vi.mock('#platform/sm3', () => import('../../src/platform/pure/sm3.ts'));
vi.mock('#platform/sm4', () => import('../../src/platform/pure/sm4.ts'));

describe('vectors without Node', () => {
  it('runs on the pure twins', async () => {
    const { chainPlatform } = await import('#platform/sm4');
    const pure = await import('../../src/platform/pure/sm4.ts');
    expect(chainPlatform).toBe(pure.chainPlatform);
  });

  it.each([...sm2, ...sm3, ...sm4])('passes all of $suite', async ({ pinned, run }) => {
    expect(await run()).toEqual({ passed: pinned, total: pinned, skipped: 0 });
  });
});
