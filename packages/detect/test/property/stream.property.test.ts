import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const pieces = [
  '请联系 13800138000，',
  '身份证号：110101199003078531。',
  '卡号 6222 0212 3456 7890 128 ',
  'mail alice@example.com\n',
  '\u200b+86-138-0013-8000 ',
  '192.168.1.100:8443 ',
  'password: "P@ssword1234"\n',
  'https://user:passw0rd1@example.com/x ',
  '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ\n-----END PRIVATE KEY-----\n',
  'YWxpY2VAZXhhbXBsZS5jb20= ',
  '一段没有任何个人数据的普通文字，\n',
  'lorem ipsum dolor sit amet ',
  '@',
  '::',
  '0',
  '%40',
  'eyJ',
  '😀',
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 })), {
    minLength: 1,
    maxLength: 60,
  })
  .chain((parts) => fc.integer({ min: 1, max: 60 }).map((times) => parts.join('').repeat(times)));

test('a stream finds what a scan of the whole finds, however it is cut', () => {
  const scanner = createScanner({ minLikelihood: 'unlikely' });
  fc.assert(
    fc.property(text, fc.array(fc.nat(), { maxLength: 12 }), (whole, cuts) => {
      const places = [
        ...new Set([0, ...cuts.map((cut) => cut % (whole.length + 1)), whole.length]),
      ].sort((a, b) => a - b);
      const stream = scanner.openStream();
      const findings = [];
      let settled = 0;
      for (let index = 1; index < places.length; index += 1) {
        const some = stream.push(whole.slice(places[index - 1], places[index]));
        for (const finding of some) expect(finding.span.start).toBeGreaterThanOrEqual(settled);
        settled = stream.settled;
        findings.push(...some);
      }
      findings.push(...stream.end());
      expect(findings).toEqual(scanner.scan(whole));
      expect(stream.coverage).toEqual({ complete: true, scannedTo: whole.length });
    }),
    { numRuns: 150 },
  );
});

test('findings are in order and never overlap', () => {
  const scanner = createScanner({ minLikelihood: 'very_unlikely' });
  fc.assert(
    fc.property(text, (whole) => {
      let end = 0;
      for (const { span } of scanner.scan(whole)) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        end = span.end;
      }
      expect(end).toBeLessThanOrEqual(whole.length);
    }),
    { numRuns: 100 },
  );
});
