/**
 * Division codes of mainland China (GB/T 2260), with the years in which they stood.
 *
 * @module
 */
import { divisionTable } from '../data/division-table.ts';

/** First and last year of a code; `to` 9999 where it is still in force. */
interface Years {
  readonly from: number;
  readonly to: number;
}

let table: Map<number, Years> | undefined;

const yearOf = (letter: string): number => {
  const unit = letter.charCodeAt(0);
  return unit >= 97 ? 1980 + unit - 97 : 2006 + unit - 65;
};

function readTable(): Map<number, Years> {
  const codes = new Map<number, Years>();
  for (const row of divisionTable.split(';')) {
    const prefix = row.slice(0, 4);
    for (const group of row.slice(4).split('!')) {
      const colon = group.indexOf(':');
      const [from, to] =
        colon < 0 ? ['', ''] : (group.slice(0, colon).split('-') as [string, string]);
      const years = { from: from === '' ? 1980 : yearOf(from), to: to === '' ? 9999 : yearOf(to) };
      const suffixes = group.slice(colon + 1);
      for (let index = 0; index < suffixes.length; index += 2) {
        codes.set(Number(prefix + suffixes.slice(index, index + 2)), years);
      }
    }
  }
  return codes;
}

/** Province-level prefixes: 11 to 15, 21 to 23, 31 to 37, 41 to 46, 50 to 54, 61 to 65, and 71, 81 to 83 for Taiwan, Hong Kong, Macau. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'
    .split(' ')
    .map(Number),
);

/** How well a division code and a year of birth go together. */
export type DivisionFit = 'valid' | 'known' | 'province' | 'unknown';

/**
 * How well a six-digit division code fits someone born in `year`.
 *
 * A number is given when a person is registered: from 1984 on for those born before, soon after birth later. So a code fits
 * when it stood in some year from the later of 1984 and the birth to 16 years after (`valid`). `known` codes stood at another
 * time; for `province` only the first two digits are known, since tables of codes before 2002 are not complete.
 */
export function fitDivision(code: number, year: number): DivisionFit {
  table ??= readTable();
  const years = table.get(code);
  if (years === undefined) return provinces.has(Math.floor(code / 10_000)) ? 'province' : 'unknown';
  const earliest = Math.max(year, 1984);
  // Those born before 1984 may have moved and registered late; for the others registration is due in childhood.
  const latest = year < 1984 ? 2005 : earliest + 16;
  return years.to >= earliest && years.from <= latest ? 'valid' : 'known';
}
