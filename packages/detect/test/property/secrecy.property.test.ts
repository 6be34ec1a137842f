import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

/** Numbers whose digits do not stand in the reasons of the lexicon. */
const phone = fc.integer({ min: 300_000_000, max: 999_999_999 }).map((rest) => `13${String(rest)}`);

test('a finding never holds four characters in a row of the value', () => {
  const scanner = createScanner({ minLikelihood: 'very_unlikely' });
  fc.assert(
    fc.property(phone, fc.constantFrom('手机 ', 'x ', '{"a":"', '密码：'), (value, before) => {
      for (const finding of scanner.scan(before + value)) {
        const { span: _span, ...rest } = finding;
        const told = JSON.stringify(rest);
        for (let at = 0; at + 4 <= value.length; at += 1)
          expect(told).not.toContain(value.slice(at, at + 4));
      }
    }),
    { numRuns: 300 },
  );
});

test('a changed digit of a number with a check digit is no longer found', () => {
  const scanner = createScanner();
  fc.assert(
    fc.property(fc.nat({ max: 17 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
      const whole = '110101199003078531';
      const digit = (Number(whole[place]) + by) % 10;
      const changed = whole.slice(0, place) + digit + whole.slice(place + 1);
      const found = scanner
        .scan(`身份证号 ${changed}`)
        .some(({ category }) => category === 'id.resident.cn');
      expect(found).toBe(false);
    }),
  );
});
