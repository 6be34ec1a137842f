import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteOffsets } from '../../src/byte-offsets.ts';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner({ minLikelihood: 'unlikely' });
const pieces = [
  '请联系张伟，电话 13800138000，',
  '😀',
  '身份证号：110101199003078531。',
  'mail alice@example.com\n',
  '\u200b１３８ 0013 8000 ',
  'lorem ipsum dolor ',
  'é',
  '\ufeff',
  '\ufffd',
];
/** Bytes that are mostly, but not always UTF-8. */
const bytes = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(...pieces).map((text) => new TextEncoder().encode(text)),
      },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 6 }) },
    ),
    { maxLength: 40 },
  )
  .chain((parts) =>
    fc
      .integer({ min: 1, max: 40 })
      .map((times) => Array.from({ length: times }, () => parts).flat()),
  )
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

test('offsets in bytes are those of the decoder, for broken UTF-8 too', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (source) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(source);
      const offsets = new ByteOffsets();
      offsets.add(source);
      // What stands before a character decodes to what stands before it in the text.
      for (let unit = 0; unit <= text.length; unit += 1) {
        if (text.charCodeAt(unit) >= 0xdc00 && text.charCodeAt(unit) < 0xe000) continue;
        const before = source.subarray(0, offsets.offsetOf(unit));
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(before)).toBe(
          text.slice(0, unit),
        );
      }
    }),
    { numRuns: 500 },
  );
});

test('bytes hold what their text holds, at the places of its bytes, however they are cut', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, fc.array(fc.nat(), { maxLength: 8 }), async (source, cuts) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(source);
      const whole = scanner.scan(text);
      const report = scanner.inspect(source);
      expect(report.coverage).toEqual({ complete: true, scannedTo: source.length });
      expect(report.findings.map(({ span: _, ...rest }) => rest)).toEqual(
        whole.map(({ span: _, ...rest }) => rest),
      );
      report.findings.forEach(({ span }, index) => {
        expect(span.unit).toBe('byte');
        const value = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
          source.subarray(span.start, span.end),
        );
        expect(value).toBe(text.slice(whole[index]!.span.start, whole[index]!.span.end));
      });
      const places = [
        ...new Set([0, ...cuts.map((cut) => cut % (source.length + 1)), source.length]),
      ].sort((a, b) => a - b);
      const parts = places.slice(1).map((place, index) => source.slice(places[index], place));
      const streamed = [];
      for await (const finding of scanner.scanStream(parts)) streamed.push(finding);
      expect(streamed).toEqual(report.findings);
    }),
    { numRuns: 60 },
  );
});

test('a source is text or bytes, a Web stream or an iterable, and is left where the budget ends', async () => {
  const found = [];
  const web = new Blob(['mail alice@exam', 'ple.com']).stream();
  for await (const { span } of scanner.scanStream(web)) found.push(span);
  expect(found).toEqual([{ start: 5, end: 22, unit: 'byte' }]);
  const mixed = scanner.scanStream(['text', new Uint8Array(1)]);
  await expect(mixed.next()).rejects.toMatchObject({ code: 'ERR_DETECT_STREAM_MIXED' });
  let given = 0;
  const endless = (function* () {
    for (;;) {
      given += 1;
      yield 'mail alice@example.com\n'.repeat(2000);
    }
  })();
  const limited = scanner.scanStream(endless, { maxFindings: 3 });
  for (let count = 0; count < 3; count += 1) expect((await limited.next()).done).toBe(false);
  const end = await limited.next();
  expect(end).toMatchObject({ done: true, value: { complete: false, stoppedBy: 'maxFindings' } });
  expect(given).toBeLessThan(10);
});
