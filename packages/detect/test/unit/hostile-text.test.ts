import { expect, test } from 'vitest';
import { findCandidates } from '../../src/engine/anchors.ts';
import { Scan } from '../../src/engine/scan.ts';
import { createScanner } from '../../src/index.ts';
import { hostileShapes, hostileText } from '../hostile/hostile-shapes.ts';

/** Units of each text; YUSHU_HOSTILE_UNITS=100000000 is what the promise of linear time is about. */
const size = Number(process.env['YUSHU_HOSTILE_UNITS'] ?? 200_000);

for (const name of Object.keys(hostileShapes)) {
  test(`ends on ${name}`, { timeout: 120_000 }, () => {
    const text = hostileText(name, size);
    const { coverage } = createScanner().inspect(text);
    expect(coverage).toEqual({ complete: true, scannedTo: text.length });
  });
}

/** How often units of a text are read while its candidates are found. */
function countReads(text: string): number {
  const scan = new Scan(findCandidates);
  scan.load(text, 0, text.length);
  let reads = 0;
  scan.view.codes = new Proxy(scan.view.codes, {
    get(codes, key) {
      const index = typeof key === 'string' ? Number(key) : Number.NaN;
      if (!Number.isNaN(index)) {
        reads += 1;
        return codes[index];
      }
      const value: unknown = Reflect.get(codes, key, codes);
      return typeof value === 'function' ? value.bind(codes) : value;
    },
  });
  findCandidates(scan, 0, scan.view.length);
  return reads;
}

// Texts are scanned in blocks of bounded size, so that only what happens within one can grow faster than the text.
for (const name of Object.keys(hostileShapes)) {
  test(`reads no unit more often in a longer text: ${name}`, { timeout: 120_000 }, () => {
    const small = countReads(hostileText(name, 4096));
    const large = countReads(hostileText(name, 16_384));
    expect(large).toBeLessThanOrEqual(4 * 1.25 * small);
  });
}
