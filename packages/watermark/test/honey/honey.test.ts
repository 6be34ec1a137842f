import { createScanner } from '@yushu/detect';
import {
  canaryTypes,
  createHoney,
  createHoneyScanner,
  type HoneyKind,
} from '@yushu/watermark/honey';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canaryForms } from '../../src/data/canary-forms.ts';
import { chinese, english } from '../text/sample-texts.ts';

const key = new Uint8Array(32).fill(7);
const honey = createHoney({ key });
const scanner = createHoneyScanner({ key, count: 60 });
const kinds: HoneyKind[] = [
  'resident-id',
  'mobile',
  'card',
  'email',
  'hostname',
  'token',
  'aws-key-id',
  'uuid',
];

function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

describe('honey', () => {
  it('has right check digits, in ranges that nobody real is in', () => {
    for (let number = 0; number < 300; number += 1) {
      const { residentId, mobile, card, email, name, gender } = honey.person(number);
      expect(residentId).toMatch(
        /^[1-6]\d0199(?:19[5-9]\d|200[0-5])(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/,
      );
      const sum = [...residentId].reduce(
        (total, sign, at) => total + (sign === 'X' ? 10 : Number(sign)) * (2 ** (17 - at) % 11),
        0,
      );
      expect(sum % 11).toBe(1);
      expect(Number(residentId.charAt(16)) % 2 === 1 ? '男' : '女').toBe(gender);
      expect(mobile).toMatch(/^154\d{8}$/);
      expect(card).toMatch(/^400000\d{10}$/);
      expect(isLuhn(card)).toBe(true);
      expect(email).toMatch(/^[a-z]+\.[a-z]+\.[a-z2-7]{10}@example\.com$/);
      expect(name).toMatch(/^\p{Script=Han}{2,3}$/u);
    }
  });

  it('uses counties that GB/T 2260 never had, so that a scanner for real numbers is silent', () => {
    const real = createScanner();
    const isReal = (number: string) =>
      real.scan(`${number}，`).some(({ category }) => category === 'id.resident.cn');
    const provinces = new Set<string>();
    for (let number = 0; number < 200; number += 1) {
      const value = honey.value('resident-id', number);
      provinces.add(value.slice(0, 2));
      expect(isReal(value)).toBe(false);
    }
    expect(provinces.size).toBeGreaterThan(25);
    // The same person in a county that there is would be found.
    const body = `110101${honey.value('resident-id', 4).slice(6, 17)}`;
    const digits = [...'0123456789X'].map((digit) => body + digit);
    expect(digits.filter(isReal).length).toBe(1);
  });

  it('is the same for the same key, and all different otherwise', () => {
    const other = createHoney({ key: new Uint8Array(32).fill(8) });
    for (const kind of kinds) {
      const values = Array.from({ length: 200 }, (_, number) => honey.value(kind, number));
      expect(new Set(values).size).toBe(200);
      expect(createHoney({ key }).value(kind, 11)).toBe(values[11]);
      expect(values).not.toContain(other.value(kind, 11));
    }
  });

  it.each(canaryTypes)('is recognised in a canary of type %s', (type) => {
    const text = `${english.slice(0, 100)} ${honey.canary(type, 21)}\n${chinese}`;
    const numbers = new Set(scanner.scan(text).map(({ number }) => number));
    expect(numbers).toEqual(new Set([21]));
    expect(text).not.toMatch(/\{(?:url|host|token|aws|secret|key|card|mail|uuid|digits)\}/);
  });

  it('covers every type that the list of canary tokens has, or says what it needs', () => {
    expect(Object.keys(canaryForms).length).toBe(35);
    expect(() => honey.canary('signed_exe', 1)).toThrow(/signed program/);
    expect(canaryTypes.length).toBe(25);
  });

  it.each([
    [
      'mobile',
      (value: string) => `+86 ${value.slice(0, 3)}-${value.slice(3, 7)}-${value.slice(7)}`,
    ],
    ['mobile', (value: string) => `tel:+86${value}`],
    ['mobile', (value: string) => `${value} 1954 rows`],
    ['card', (value: string) => value.replace(/(.{4})(?=.)/g, '$1 ')],
    ['resident-id', (value: string) => `证件号${value.toLowerCase()}。`],
    ['email', (value: string) => `<${value.toUpperCase()}>.`],
    ['hostname', (value: string) => `https://user.${value}:443/path`],
    ['token', (value: string) => `Authorization: Bearer ${value}`],
    ['uuid', (value: string) => `{"id":"${value}"}`],
    ['aws-key-id', (value: string) => `AWS_ACCESS_KEY_ID=${value};`],
  ] as const)('is recognised as people write it: %s %#', (kind, write) => {
    const text = `，${write(honey.value(kind, 33))}`;
    const [hit] = scanner.scan(text);
    expect(hit).toMatchObject({ kind, number: 33 });
    expect(hit?.falsePositive).toBeLessThanOrEqual(60 / 1e8);
  });

  it('is not seen within other numbers and words, with another key, beyond the count, or where there is none', () => {
    const value = honey.value('mobile', 3);
    for (const text of [
      `9${value}`,
      `${value}1`,
      `a${value}`,
      english,
      chinese,
      honey.value('mobile', 60),
      '',
    ]) {
      expect(scanner.scan(text)).toEqual([]);
    }
    const other = createHoneyScanner({ key: new Uint8Array(32).fill(8) });
    expect(other.scan(kinds.map((kind) => honey.value(kind, 3)).join('\n'))).toEqual([]);
  });

  it('is found in a stream as in the whole, however it is cut', () => {
    const piece = fc.constantFrom(
      'word ',
      '12 ',
      ', ',
      '\n',
      '=',
      'a',
      '4000 ',
      '-',
      '.',
      'x'.repeat(30),
      honey.value('mobile', 5),
      honey.value('card', 6).replace(/(.{4})/g, '$1 '),
      honey.value('token', 7),
      honey.value('email', 8),
      honey.canary('kubeconfig', 9),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 12 }),
        (pieces, cuts) => {
          const text = pieces.join('');
          const stream = scanner.openStream();
          const hits = [];
          for (let at = 0, turn = 0; at < text.length; turn += 1) {
            const size = cuts[turn % cuts.length] as number;
            hits.push(...stream.push(text.slice(at, at + size)));
            at += size;
          }
          hits.push(...stream.end());
          expect(hits).toEqual(scanner.scan(text));
          for (const { start, end } of hits)
            expect(text.slice(start, end).length).toBeGreaterThan(10);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('takes time that grows with the length alone', () => {
    for (const text of ['1 ', '1-', 'a.', 'a@', 'a-', '4000', 'a', '.'].map((part) =>
      part.repeat(100_000),
    )) {
      expect(scanner.scan(text)).toEqual([]);
    }
  });

  it.each([
    [() => createHoney({ key: new Uint8Array(4) }), 'ERR_WATERMARK_KEY'],
    [() => createHoney({ key, domain: 'no domain' }), 'ERR_WATERMARK_OPTIONS'],
    [() => honey.person(-1), 'ERR_WATERMARK_OPTIONS'],
    [() => honey.person(65_536), 'ERR_WATERMARK_OPTIONS'],
    [() => honey.value('passport' as HoneyKind, 1), 'ERR_WATERMARK_OPTIONS'],
    [() => honey.canary('constructor', 1), 'ERR_WATERMARK_OPTIONS'],
    [() => createHoneyScanner({ key, count: 0 }), 'ERR_WATERMARK_OPTIONS'],
    [() => createHoneyScanner({ key, kinds: ['toString' as HoneyKind] }), 'ERR_WATERMARK_OPTIONS'],
  ])('refuses what is out of range: %#', (run, code) => {
    expect(run).toThrow(expect.objectContaining({ code }));
  });
});
