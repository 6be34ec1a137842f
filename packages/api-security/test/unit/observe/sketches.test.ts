import { describe, expect, it } from 'vitest';
import { BloomPair } from '../../../src/observe/sketches/bloom-pair.ts';
import { CountMin } from '../../../src/observe/sketches/count-min.ts';
import { evidenceOf, LearntShare } from '../../../src/observe/sketches/evidence.ts';
import { HyperLogLogs } from '../../../src/observe/sketches/hyper-log-logs.ts';
import { KeyedHash } from '../../../src/observe/sketches/keyed-hash.ts';
import { LogHistogram } from '../../../src/observe/sketches/log-histogram.ts';
import { SlotTable } from '../../../src/observe/sketches/slot-table.ts';
import { SpaceSaving } from '../../../src/observe/sketches/space-saving.ts';
import { TrafficRandom } from '../../traffic/traffic-random.ts';

const keyed = (seed = 1) => {
  const random = new TrafficRandom(seed);
  return new KeyedHash((length) => Uint8Array.from({ length }, () => random.int(0, 255)));
};

describe('KeyedHash', () => {
  it('gives other hashes under another key, for another purpose, text and order', () => {
    const of = (seed: number, text: string, purpose = 1, first = 0) => {
      const hash = keyed(seed);
      hash.hash(text, purpose, first);
      return `${hash.high} ${hash.low}`;
    };
    const all = [
      of(1, 'a'),
      of(2, 'a'),
      of(1, 'b'),
      of(1, 'a', 2),
      of(1, 'a', 1, 1),
      of(1, 'ab'),
      of(1, 'ba'),
      of(1, 'a\0'),
      of(1, ''),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(of(1, 'a')).toBe(of(1, 'a'));
  });

  it('spreads numbers that follow each other: chi-squared of 256 bins of both halves below its 99.99 % quantile', () => {
    const hash = keyed(7);
    for (const half of ['high', 'low'] as const) {
      for (const shift of [0, 8, 16, 24]) {
        const bins = new Uint32Array(256);
        for (let id = 0; id < 25_600; id += 1) {
          hash.hash(String(id), 1);
          bins[(hash[half] >>> shift) & 255]! += 1;
        }
        const chi = bins.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
        expect(chi).toBeLessThan(346);
      }
    }
  });

  it('has no collisions of 64 bits among a hundred thousand ids', () => {
    const hash = keyed(3);
    const seen = new Set<string>();
    for (let id = 0; id < 100_000; id += 1) {
      hash.hash(`id-${id}`, 1);
      seen.add(`${hash.high}/${hash.low}`);
    }
    expect(seen.size).toBe(100_000);
  });

  it('looks at the ends and the length of what is very long', () => {
    const hash = keyed();
    const of = (text: string) => {
      hash.hash(text, 1);
      return hash.low;
    };
    expect(of('a'.repeat(1_000_000))).not.toBe(of('a'.repeat(1_000_001)));
    expect(of(`${'a'.repeat(5000)}b`)).not.toBe(of(`${'a'.repeat(5000)}c`));
  });
});

describe('HyperLogLogs', () => {
  it.each([16, 32, 64] as const)('keeps the standard error 1.04 ÷ √%d', (size) => {
    const counters = 100;
    for (const count of [5, 50, 500, 2000]) {
      const logs = new HyperLogLogs(counters, size);
      const hash = keyed(size + count);
      let squares = 0;
      let again = 0;
      for (let counter = 0; counter < counters; counter += 1) {
        for (let item = 0; item < count; item += 1) {
          hash.hash(`${counter}/${item}`, 1);
          logs.add(counter, hash.high, hash.low);
          if (logs.add(counter, hash.high, hash.low)) again += 1;
        }
        squares += (logs.estimate(counter) / count - 1) ** 2;
      }
      expect(again).toBe(0);
      // The root of the mean square of 100 counters has a standard deviation of 7 % of its own.
      expect(Math.sqrt(squares / counters)).toBeLessThan((1.3 * 1.04) / Math.sqrt(size));
      logs.clear(0);
      expect(logs.estimate(0)).toBe(0);
    }
  });
});

describe('CountMin', () => {
  it('is never too low, and rarely higher than e ÷ width × total', () => {
    const sketch = new CountMin(256, 4);
    const hash = keyed();
    const random = new TrafficRandom(5);
    const truth = new Map<string, number>();
    for (let count = 0; count < 20_000; count += 1) {
      const name = `k${Math.floor(random.logNormal(50, 2))}`;
      hash.hash(name, 1);
      sketch.add(hash.high, hash.low, 1);
      truth.set(name, (truth.get(name) ?? 0) + 1);
    }
    let beyond = 0;
    for (const [name, count] of truth) {
      hash.hash(name, 1);
      const estimate = sketch.estimate(hash.high, hash.low);
      expect(estimate).toBeGreaterThanOrEqual(count);
      if (estimate - count > sketch.errorBound) beyond += 1;
    }
    expect(truth.size).toBeGreaterThan(1000);
    expect(beyond / truth.size).toBeLessThan(Math.exp(-4));
  });
});

describe('SpaceSaving', () => {
  it('keeps whatever comes more often than total ÷ capacity, and says how wrong counts may be', () => {
    const sketch = new SpaceSaving(20);
    const random = new TrafficRandom(9);
    const truth = new Map<string, number>();
    const total = 20_000;
    for (let count = 0; count < total; count += 1) {
      const name = `k${Math.floor(random.logNormal(5, 2))}`;
      sketch.add(name);
      truth.set(name, (truth.get(name) ?? 0) + 1);
    }
    const listed = new Map(sketch.list().map((one) => [one.name, one]));
    expect(listed.size).toBe(20);
    for (const [name, count] of truth) {
      if (count > total / 20) expect(listed.has(name)).toBe(true);
      const one = listed.get(name);
      if (one === undefined) continue;
      expect(one.count).toBeGreaterThanOrEqual(count);
      expect(one.count - one.error).toBeLessThanOrEqual(count);
      expect(one.error).toBeLessThanOrEqual(total / 20);
    }
  });
});

describe('BloomPair', () => {
  it('knows all of the last ones, and of strangers about two in a hundred', () => {
    const filter = new BloomPair(1 << 14);
    const { capacity } = filter;
    const hash = keyed();
    const add = (item: number) => {
      hash.hash(`i${item}`, 1);
      return filter.add(hash.high, hash.low);
    };
    let wrong = 0;
    for (let item = 0; item < 20_000; item += 1) {
      if (add(item)) wrong += 1;
      if (item >= capacity - 1 && item % 97 === 0) {
        hash.hash(`i${item - capacity + 1}`, 1);
        expect(filter.has(hash.high, hash.low)).toBe(true);
      }
    }
    expect(wrong / 20_000).toBeLessThan(0.03);
    // What is long gone is forgotten.
    hash.hash('i0', 1);
    expect(filter.has(hash.high, hash.low)).toBe(false);
  });
});

describe('SlotTable', () => {
  it('gives the same place again, and takes the least suspicious and longest idle when it is full', () => {
    const table = new SlotTable(8);
    const evicted: number[] = [];
    table.onEvict = (slot) => evicted.push(slot);
    const slots = Array.from({ length: 8 }, (_, item) => table.find(0, item + 1, item));
    expect(new Set(slots).size).toBe(8);
    table.suspicion[slots[0]!] = 5;
    expect(table.find(0, 3, 100)).toBe(slots[2]);
    expect(table.fresh).toBe(false);
    const taken = [table.find(0, 50, 101), table.find(0, 51, 102)];
    expect(table.fresh).toBe(true);
    expect(taken).toEqual([slots[1], slots[3]]);
    expect(evicted).toEqual(taken);
  });
});

describe('LogHistogram', () => {
  it('is not moved by a few outliers', () => {
    const random = new TrafficRandom(4);
    const limitOf = (outliers: number) => {
      const histogram = new LogHistogram();
      for (let item = 0; item < 2000; item += 1) {
        const value = item < outliers ? 1e6 : random.logNormal(20, 0.8);
        histogram.move(0, LogHistogram.binOf(Math.max(1, value)));
      }
      return histogram.upperLimit(5, 16);
    };
    const clean = limitOf(0);
    // Five standard deviations of a log-normal of spread 0.8 are a factor of 55.
    expect(clean).toBeGreaterThan(20 * 30);
    expect(clean).toBeLessThan(20 * 150);
    // One in a hundred a million: the limit moves by less than a doubling.
    expect(limitOf(20)).toBeLessThan(2 * clean);
  });

  it('says nothing of small populations', () => {
    const histogram = new LogHistogram();
    for (let item = 0; item < 15; item += 1) histogram.move(0, 5);
    expect(histogram.upperLimit(5, 16)).toBe(Number.POSITIVE_INFINITY);
    histogram.move(0, 5);
    expect(histogram.upperLimit(5, 16)).toBeLessThan(100);
    expect(LogHistogram.binOf(Number.NaN)).toBe(0);
    expect(LogHistogram.binOf(1e30)).toBe(127);
  });
});

describe('evidence', () => {
  it('needs e^h observations on average until a false alarm at h', () => {
    const random = new TrafficRandom(2);
    const threshold = Math.log(200);
    let observations = 0;
    let alarms = 0;
    let score = 0;
    while (alarms < 300) {
      observations += 1;
      score = Math.max(0, score + evidenceOf(random.chance(0.1), 0.1, 0.7));
      if (score >= threshold) {
        alarms += 1;
        score = 0;
      }
    }
    expect(observations / alarms).toBeGreaterThan(200);
  });

  it('learns a share, which fades', () => {
    const share = new LearntShare(0.5, 10, 100);
    for (let item = 0; item < 1000; item += 1) share.add(item % 10 === 0);
    expect(share.value).toBeCloseTo(0.1, 1);
    for (let item = 0; item < 1000; item += 1) share.add(true);
    expect(share.value).toBeGreaterThan(0.95);
  });
});
