import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';
import { nationalNumbers } from '../../src/national/national-numbers.ts';
import { isNumberOf } from '../../src/national/number-format.ts';

const byId = new Map(nationalNumbers.map((format) => [format.id, format]));
const countries = [...new Set(nationalNumbers.map(({ category }) => category.slice(-2)))].sort();

test('the README names the countries, and they are more than forty', () => {
  expect(countries.length).toBeGreaterThanOrEqual(40);
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const listed = /numbers of (\d+) countries[^:]*:\s+([A-Z\s]+)\./.exec(readme);
  expect(listed?.[2]?.trim().toLowerCase().split(/\s+/)).toEqual(countries);
  expect(Number(listed?.[1])).toBe(countries.length);
});

/** Number, and what its last digit may also be where the format has no check digit there. */
describe.each([
  ['at.vnr', '1237 010180', 'SVNR'],
  ['hu.tax', '8071592153', 'adóazonosító jel'],
  ['hu.taj', '037 687 210', 'TAJ szám'],
  ['lv.pk', '161175-19997', 'personas kods'],
  ['kz.iin', '880515301238', 'IIN'],
  ['ir.code', '0084575948', 'national code'],
  ['mx.curp', 'BEML920313HMCLNS09', 'CURP'],
  ['ec.ci', '171430710-3', 'cedula'],
  ['uy.rut', '21 100342 001 7', 'RUT'],
  ['ve.rif', 'J070133805', 'RIF'],
  ['mu.nid', 'A2103451905713', 'national identity card'],
])('%s', (id, number, cue) => {
  const format = byId.get(id)!;
  const digits = Array.from(number.matchAll(/\d/g), ({ index }) => index);

  test('any other last digit is wrong', () => {
    expect(isNumberOf(format, number)).toBe(true);
    const at = digits.at(-1)!;
    const right = '0123456789'.split('').filter((digit) => {
      return isNumberOf(format, number.slice(0, at) + digit + number.slice(at + 1));
    });
    // The check digit of Austria stands within; the last digit is that of the year.
    expect(right).toEqual([number[at]]);
  });

  test('its cue makes it sure', () => {
    const text = `${cue}: ${number}`;
    const found = createScanner().scan(text);
    expect(found.map(({ category, span }) => [category, text.slice(span.start, span.end)])).toEqual(
      [[format.category, number]],
    );
  });
});

test.each([
  ['my.nric', '890131-06-1224', '890131-19-1224'],
  ['cu.ni', '91021027775', '91023027775'],
  ['kz.iin', '880515301238', '881515301238'],
  ['mx.curp', 'BEML920313HMCLNS09', 'BEML921313HMCLNS09'],
])('%s: %s, and not with a date or place that is none: %s', (id, good, bad) => {
  expect(isNumberOf(byId.get(id)!, good)).toBe(true);
  expect(isNumberOf(byId.get(id)!, bad)).toBe(false);
});
