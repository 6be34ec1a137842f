import { describe, expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner({ minLikelihood: 'likely' });
const phones = (text: string) =>
  scanner
    .scan(text)
    .filter(({ category }) => category === 'contact.phone')
    .map(({ span }) => text.slice(span.start, span.end));

/** The number in three groups, as people say it. */
const groups = (number: string, sign: string) =>
  `${number.slice(0, 3)}${sign}${number.slice(3, 7)}${sign}${number.slice(7)}`;

const forms: Readonly<Record<string, (number: string) => string>> = {
  bare: (number) => number,
  dashed: (number) => groups(number, '-'),
  spaced: (number) => groups(number, ' '),
  dotted: (number) => groups(number, '.'),
  country: (number) => `+86${number}`,
  'country, dashed': (number) => `+86-${groups(number, '-')}`,
  'country, spaced': (number) => `+86 ${groups(number, ' ')}`,
  'country in brackets': (number) => `(+86)${number}`,
  'country with 00': (number) => `0086${number}`,
  'country without a sign': (number) => `86-${number}`,
  'full width': (number) =>
    number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  'zero width': (number) => groups(number, '\u200b'),
  'hyphens that do not break': (number) => groups(number, '\u2011'),
};

const carriers: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => `"${value}"`,
  (value) => `（${value}）`,
  (value) => `【${value}】`,
  (value) => `{"contact":"${value}"}`,
  (value) => `2026-11-23 10:02:15 INFO user=li ${value}`,
  (value) => `<td>${value}</td>`,
  (value) => `KH1001,${value},上海`,
  (value) => `请于今天下午联系${value}谢谢`,
  (value) => `please ring ${value} before noon.`,
];

/** One number of each segment in use. */
const numbers = (
  '130 131 132 133 134 135 136 137 138 139 145 147 150 151 152 153 155 156 157 158 159 162 165 166 167 170 171 172 173 175 176 ' +
  '177 178 180 181 182 183 184 185 186 187 188 189 190 191 192 193 195 196 197 198 199'
)
  .split(' ')
  .map((segment, index) => segment + String(10_203_947 + index * 1_610_611).padStart(8, '0'));

describe('every written form of a mobile number in every carrier', () => {
  test.each(Object.entries(forms))('%s', (_name, write) => {
    const missed: string[] = [];
    for (const number of numbers) {
      for (const carry of carriers) {
        const value = write(number);
        const text = carry(value);
        const found = phones(text);
        if (found.length !== 1 || found[0] !== value) missed.push(text);
      }
    }
    expect(missed).toEqual([]);
  });
});

describe('behind another number, without a cue', () => {
  const firsts =
    '1|12|1001|123456|20231201|1755302400|13812345678|138 1234 5678|010-88886666|11010519491231002X|6222021234567890128|3.5|99.80|' +
    '2026-01-02 10:02:03|192.168.1.1|#12|¥100|1,234|+1 415 555 2671|订单号 1|订单号1001|编号 12|数量 3|版本 2|order 12|sn 99';
  const separators = [' ', ',', ', ', '\n', '\r\n', '，', '、', '\t', ';', ' / '];
  test.each(['13912345679', '139 1234 5679', '139-1234-5679', '+8613912345679'])('%s', (number) => {
    const missed: string[] = [];
    for (const first of firsts.split('|')) {
      for (const separator of separators) {
        const text = first + separator + number;
        if (phones(text).at(-1) !== number) missed.push(text);
      }
    }
    expect(missed).toEqual([]);
  });

  test('several in a row of spaces', () => {
    expect(phones('138 1234 5678 139 1234 5679 137 0000 1111')).toEqual([
      '138 1234 5678',
      '139 1234 5679',
      '137 0000 1111',
    ]);
  });

  test.each([
    'a row of numbers: 1024 139 1234 5679 2048',
    'order 12 13 912 345 679',
    '订单号 13912345679',
    'sn: 13912345679',
    '12.13912345679',
    '20231201139123456790',
    '1001-13912345679',
    '1001_13912345679',
    '1001/139 1234 56790',
  ])('%s: none', (text) => expect(phones(text)).toEqual([]));
});
