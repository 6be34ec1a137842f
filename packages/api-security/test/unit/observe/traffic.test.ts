import { describe, expect, it } from 'vitest';
import { judgeDetections } from '../../traffic/judge-detections.ts';
import { makeTraffic } from '../../traffic/make-traffic.ts';
import { hospitalApi, shopApi } from '../../traffic/traffic-api.ts';

const roles = {
  support: { anyObject: true },
  admin: { anyObject: true },
  batch: { anyObject: true, automated: true, sensitiveValuesPerDay: 1_000_000 },
};
const random = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 73 + 11) & 255);

/** Small, for every run; `test/experiments/detectors.ts` is the same at full size. */
describe('labelled traffic', () => {
  it.each([shopApi, hospitalApi])('on the $name is told apart', (api) => {
    const traffic = makeTraffic(api, 9, { people: 300, attackers: 7, days: 1 });
    const { byKind, wrong, benign } = judgeDetections(traffic, { roles, random });
    expect(benign).toBeGreaterThan(300);
    expect(wrong).toEqual([]);
    for (const kind of ['sequential', 'random', 'slow', 'export', 'scraping', 'probing']) {
      expect({ kind, ...byKind[`attack ${kind}`] }).toEqual({ kind, named: 1, of: 1 });
    }
  });

  it('is the same for the same seed, and another for another', () => {
    const start = (seed: number) => {
      const { exchanges } = makeTraffic(shopApi, seed, { people: 20, attackers: 2, days: 1 });
      const first: unknown[] = [];
      for (const exchange of exchanges) if (first.push(exchange) === 50) break;
      return JSON.stringify(first);
    };
    expect(start(1)).toBe(start(1));
    expect(start(1)).not.toBe(start(2));
  });
});
