import { createScanner, type Scanner } from '@yushu/detect';
import { scanHttpMessage } from '@yushu/detect/formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** What must not change what is found, and what must: the same value otherwise carried or written; another digit. */

const scanner: Scanner = createScanner();
const all: Scanner = createScanner({ minLikelihood: 'very_unlikely' });
const numRuns = Number(process.env['YUSHU_METAMORPHIC_RUNS'] ?? 60);

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const luhn = (body: string) => {
  let sum = 0;
  for (let at = 0; at < body.length; at += 1) {
    const digit = Number(body[body.length - 1 - at]) * (at % 2 === 0 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return body + ((10 - (sum % 10)) % 10);
};
const residentOf = (body: string) => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + '10X98765432'[sum % 11];
};
const pad = (value: number) => String(value).padStart(2, '0');

/** Values that need no word beside them, with what they are. */
const values: Readonly<Record<string, readonly [category: string, value: fc.Arbitrary<string>]>> = {
  mobile: [
    'contact.phone',
    fc
      .tuple(fc.constantFrom('138', '159', '177', '186', '199'), digits(8))
      .map((part) => part.join('')),
  ],
  resident: [
    'id.resident.cn',
    fc
      .tuple(
        fc.constantFrom('110101', '310104', '440305', '510107'),
        fc.integer({ min: 1960, max: 2005 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 999 }),
      )
      .map(([area, year, month, day, order]) =>
        residentOf(`${area}${year}${pad(month)}${pad(day)}${String(order).padStart(3, '0')}`),
      ),
  ],
  card: [
    'finance.card',
    fc
      .tuple(fc.constantFrom('622202', '411111', '555555'), digits(9))
      .map((part) => luhn(part.join(''))),
  ],
  email: [
    'contact.email',
    fc
      .tuple(fc.stringMatching(/^[a-z]{3,8}\d{0,3}$/), fc.constantFrom('qq.com', 'corp.cn'))
      .map((part) => part.join('@')),
  ],
};

const carriers: Readonly<Record<string, (value: string) => string>> = {
  alone: (value) => value,
  quotes: (value) => `"${value}"`,
  brackets: (value) => `（${value}）`,
  book: (value) => `《${value}》`,
  'between Chinese': (value) => `是${value}吗`,
  'behind a full stop': (value) => `好的。${value}。`,
  'a cell': (value) => `a,${value},b`,
  tag: (value) => `<p>${value}</p>`,
  JSON: (value) => JSON.stringify({ note: value }),
  'JSON in JSON': (value) => JSON.stringify({ body: JSON.stringify({ note: value }) }),
  'a line of a log': (value) => `2026-01-02T03:04:05Z INFO ok ${value} done`,
  emoji: (value) => `👍${value}🎉`,
};

const written: Readonly<Record<string, (value: string) => string>> = {
  'full width': (value) =>
    value.replaceAll(/[!-~]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0)),
  'zero width': (value) => Array.from(value).join('\u200b'),
  'word joiners': (value) => Array.from(value).join('\u2060'),
  'a direction mark': (value) => `\u202a${value}\u202c`,
};

const encoded: Readonly<Record<string, (value: string) => string>> = {
  base64: (value) => Buffer.from(`note: ${value} is it`).toString('base64'),
  'percent-encoding': (value) => `q=${encodeURIComponent(`号 ${value} 。`)}`,
  escapes: (value) =>
    Array.from(value, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  hex: (value) => Buffer.from(`note: ${value} is it`).toString('hex'),
};

const has = (text: string, category: string) =>
  scanner.scan(text).some((finding) => finding.category === category);

describe.each(Object.entries(values))('%s', (_name, [category, value]) => {
  test.each(Object.entries(carriers))(
    'is found where it stands, carried by %s',
    (_carrier, carry) => {
      fc.assert(
        fc.property(value, (plain) => {
          const text = carry(plain);
          const found = scanner
            .scan(text)
            .filter((finding) => finding.category === category)
            .map(({ span }) => text.slice(span.start, span.end));
          if (carry === carriers['JSON in JSON']) expect(found.length).toBeGreaterThan(0);
          else expect(found).toEqual([plain]);
        }),
        { numRuns },
      );
    },
  );

  test.each(Object.entries(written))(
    'is found at its place in the original, written with %s',
    (_way, write) => {
      fc.assert(
        fc.property(value, (plain) => {
          const form = write(plain);
          const text = `问 ${form} 答`;
          const [finding] = scanner.scan(text).filter((one) => one.category === category);
          const inner = form.replaceAll(/^\u202a|\u202c$/g, '');
          expect(text.slice(finding?.span.start, finding?.span.end)).toBe(inner);
        }),
        { numRuns },
      );
    },
  );

  test.each(Object.entries(encoded))('is found within %s', (_way, encode) => {
    fc.assert(
      fc.property(value, (plain) => {
        expect(has(encode(plain), category)).toBe(true);
      }),
      { numRuns },
    );
  });

  test('is found in the query, a header, a form and a part of a message', () => {
    fc.assert(
      fc.property(value, (plain) => {
        const quoted = encodeURIComponent(plain);
        const messages = [
          `GET /find?q=${quoted} HTTP/1.1\r\nHost: a.cn\r\n\r\n`,
          `GET / HTTP/1.1\r\nX-Note: ${plain}\r\n\r\n`,
          `POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\na=b&q=${quoted}`,
          `POST / HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\nContent-Disposition: form-data; name="n"\r\n\r\n${plain}\r\n--x--`,
        ];
        for (const message of messages)
          expect(scanHttpMessage(scanner, message).map((finding) => finding.category)).toContain(
            category,
          );
      }),
      { numRuns },
    );
  });
});

describe('digits that check each other', () => {
  const score = (text: string, category: string) =>
    Math.max(
      0,
      ...all
        .scan(text)
        .filter((one) => one.category === category)
        .map((one) => one.score),
    );

  test.each(['resident', 'card'] as const)('one other digit makes a %s less sure', (name) => {
    const [category, value] = values[name]!;
    fc.assert(
      fc.property(value, fc.nat(30), fc.integer({ min: 1, max: 9 }), (plain, place, step) => {
        const at = place % (plain.length - 1);
        const other = (Number(plain[at]) + step) % 10;
        const changed = plain.slice(0, at) + other + plain.slice(at + 1);
        expect(score(changed, category)).toBeLessThan(score(plain, category));
      }),
      { numRuns },
    );
  });
});
