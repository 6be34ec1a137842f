import { readFileSync } from 'node:fs';
import type { LedgerSuite } from '@yushu/testkit';
import { gaussLegendreBiases } from '@yushu/watermark';

const vectors = JSON.parse(
  readFileSync(new URL('../vectors/gauss-legendre-biases.json', import.meta.url), 'utf8'),
) as Record<string, { p: number[]; q: number[] }>;

const agree = (ours: readonly number[], theirs: readonly number[]) =>
  ours.length === theirs.length && ours.every((one, at) => Math.abs(one - theirs[at]!) < 1e-9);

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'watermark/gauss-legendre-biases',
    source: 'formula of Nuida et al. (2009), computed independently',
    pinned: 19,
    run: () => {
      const cases = Object.entries(vectors);
      const passed = cases.filter(([colluders, { p, q }]) => {
        const { biases, weights } = gaussLegendreBiases(Number(colluders));
        return agree(biases, p) && agree(weights, q);
      }).length;
      return { passed, total: cases.length, skipped: 0 };
    },
  },
];
