import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Truth } from '../../src/samples/annotated-text.ts';
import { makeSamples, type SampleFile, writeTruth } from '../../src/samples/make-samples.ts';
import { luhnCheck, residentCheck } from '../../src/samples/sample-numbers.ts';

const folder = new URL('../../../../examples/data/', import.meta.url);
const { files, truth } = makeSamples();
const decode = ({ path, bytes }: SampleFile) =>
  new TextDecoder(path.includes('gb18030') ? 'gb18030' : 'utf-8', { fatal: true }).decode(bytes);
const texts = new Map(files.map((file) => [file.path, decode(file)]));
const textOf = ({ path, start, end }: Truth) => texts.get(path)!.slice(start, end);
const of = (category: string) => truth.filter((one) => one.category === category).map(textOf);

describe('what is checked in', () => {
  test.each(files.map((file) => [file.path, file] as const))(
    '%s is what the generator makes',
    (_, file) => {
      // Not toEqual: a difference of a megabyte is no help to anybody.
      expect(readFileSync(new URL(file.path, folder)).equals(file.bytes)).toBe(true);
    },
  );

  test('truth.jsonl is what the generator knows', () => {
    expect(readFileSync(new URL('truth.jsonl', folder), 'utf8') === writeTruth(truth)).toBe(true);
  });
});

test('another seed gives other samples of the same kind', () => {
  const one = makeSamples({ seed: 7, scale: 0.01 });
  const other = makeSamples({ seed: 8, scale: 0.01 });
  const again = makeSamples({ seed: 7, scale: 0.01 });
  expect(again).toEqual(one);
  for (const [index, { path, bytes }] of one.files.entries()) {
    expect(other.files[index]!.path).toBe(path);
    expect(Buffer.from(bytes).equals(other.files[index]!.bytes)).toBe(false);
  }
});

test('spans of a file stand in order and never overlap', () => {
  for (const [index, span] of truth.entries()) {
    expect(span.end).toBeGreaterThan(span.start);
    const before = truth[index - 1];
    if (before?.path === span.path) expect(span.start).toBeGreaterThanOrEqual(before.end);
  }
});

describe('the truth is true', () => {
  const plain = (text: string) => text.replace(/[ -]/g, '');

  test('identity numbers hold a date and their check character; the example of GB 11643 does', () => {
    expect(residentCheck('11010519491231002')).toBe('X');
    const residents = of('id.resident.cn');
    expect(residents.length).toBeGreaterThan(3000);
    for (const resident of residents) {
      const [, year, month, day] = /^\d{6}(\d{4})(\d\d)(\d\d)\d{3}[\dXx]$/.exec(resident)!;
      const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
      expect(date.getUTCDate()).toBe(Number(day));
      expect(residentCheck(resident)).toBe(resident[17]!.toUpperCase());
    }
  });

  test('cards and device numbers meet Luhn; the published test number does', () => {
    expect(luhnCheck('424242424242424')).toBe('2');
    for (const number of [...of('finance.card'), ...of('device.imei')].map(plain)) {
      const sum = [...number].reverse().reduce((total, digit, at) => {
        const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
        return total + Math.floor(value / 10) + (value % 10);
      }, 0);
      expect(sum % 10).toBe(0);
    }
  });

  test('credit codes meet GB 32100; the example of the standard does', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const holds = (code: string) => {
      const values = [...code].map((letter) => alphabet.indexOf(letter));
      const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
      const sum = weights.reduce((total, weight, at) => total + weight * values[at]!, 0);
      return (sum + values[17]!) % 31 === 0;
    };
    expect(holds('91350100M000100Y43')).toBe(true);
    const codes = of('org.uscc.cn');
    expect(codes.length).toBeGreaterThan(1000);
    expect(codes.filter((code) => !holds(code))).toEqual([]);
    const almost = [...texts.get('dump.sql')!.matchAll(/'(91\d{6}MA\w{8})','(91\d{6}MA\w{8})'/g)];
    expect(almost.length).toBe(188);
    expect(almost.filter(([, , code]) => holds(code!))).toEqual([]);
  });

  test('account numbers meet ISO 13616; vehicles meet the sum of ISO 3779', () => {
    const ibanHolds = (iban: string) => {
      const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
        String(letter.charCodeAt(0) - 55),
      );
      return BigInt(digits) % 97n === 1n;
    };
    expect(ibanHolds('DE89370400440532013000')).toBe(true);
    expect(of('finance.iban').filter((iban) => !ibanHolds(iban))).toEqual([]);
    const values: Record<string, number> = {};
    for (const [row, start] of [
      ['ABCDEFGH', 1],
      ['JKLMN', 1],
      ['P', 7],
      ['R', 9],
      ['STUVWXYZ', 2],
    ] as const) {
      for (const [at, letter] of [...row].entries()) values[letter] = start + at;
    }
    const vinHolds = (vin: string) => {
      const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
      const sum = weights.reduce(
        (total, weight, at) => total + weight * (values[vin[at]!] ?? Number(vin[at])),
        0,
      );
      return '0123456789X'[sum % 11] === vin[8];
    };
    expect(vinHolds('1M8GDM9AXKP042788')).toBe(true);
    const vins = of('vehicle.vin');
    expect(vins.length).toBeGreaterThan(100);
    expect(vins.filter((vin) => !/^[A-HJ-NPR-Z0-9]{17}$/.test(vin) || !vinHolds(vin))).toEqual([]);
  });

  test('phones have the digits of a phone, addresses of e-mail a domain for examples', () => {
    for (const phone of of('contact.phone')) {
      const digits = phone.normalize('NFKC').replace(/\D/g, '');
      expect(digits.length).toBeGreaterThanOrEqual(10);
      expect(digits.length).toBeLessThanOrEqual(15);
    }
    for (const email of of('contact.email'))
      expect(email).toMatch(/^[\w.]+@([\w.]+\.)?example\.(com|org|net|cn)$/);
  });
});

describe('decoys are none', () => {
  test('no serial number holds its check character, no number of the ledger meets Luhn', () => {
    const rows = texts.get('ledger.tsv')!.trimEnd().split('\n').slice(1);
    expect(rows.length).toBe(1000);
    for (const row of rows) {
      const [serial, , , card] = row.split('\t') as [string, string, string, string];
      expect(residentCheck(serial)).not.toBe(serial[17]);
      expect(luhnCheck(card.slice(0, -1))).not.toBe(card.at(-1));
    }
  });
});
