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

/** The rows of the table by their first four digits. */
let rows: Map<number, string> | undefined;
/** 1 where the row of four digits has been read: most texts ask for few of the many. */
const wasRead = new Uint8Array(10_000);
const table = new Map<number, Years>();
/** Codes of whole prefectures, as in 510200, with the years in which any of their counties stood. */
const prefectures = new Map<number, Years>();

/**
 * Codes with zeros at the end that people have in their numbers: cities without counties (GB/T 2260: Dongguan, Zhongshan, Sansha,
 * Danzhou, Jiayuguan), and those of residence permits for people from Hong Kong, Macau and Taiwan.
 */
const undivided: readonly (readonly [code: number, from: number])[] = [
  [441_900, 1980],
  [442_000, 1980],
  [460_300, 2012],
  [460_400, 2015],
  [620_200, 1980],
  [810_000, 1980],
  [820_000, 1980],
  [830_000, 1980],
];

const yearOf = (letter: string): number => {
  const unit = letter.charCodeAt(0);
  return unit >= 97 ? 1980 + unit - 97 : 2006 + unit - 65;
};

function readRows(): Map<number, string> {
  for (const [code, from] of undivided) table.set(code, { from, to: 9999 });
  return new Map(
    divisionTable.split(';').map((row): [number, string] => [Number(row.slice(0, 4)), row]),
  );
}

/** Reads the row of a prefix. */
function readRow(prefix: number, row: string): void {
  let earliest = 9999;
  let latest = 0;
  for (const group of row.slice(4).split('!')) {
    const colon = group.indexOf(':');
    const [from, to] =
      colon < 0 ? ['', ''] : (group.slice(0, colon).split('-') as [string, string]);
    const years = { from: from === '' ? 1980 : yearOf(from), to: to === '' ? 9999 : yearOf(to) };
    earliest = Math.min(earliest, years.from);
    latest = Math.max(latest, years.to);
    const suffixes = group.slice(colon + 1);
    for (let index = 0; index < suffixes.length; index += 2) {
      const code = prefix * 100 + Number(suffixes.slice(index, index + 2));
      if (!table.has(code)) table.set(code, years);
    }
  }
  prefectures.set(prefix * 100, { from: earliest, to: latest });
}

/** Province-level prefixes: 11 to 15, 21 to 23, 31 to 37, 41 to 46, 50 to 54, 61 to 65, and 71, 81 to 83 for Taiwan, Hong Kong, Macau. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'
    .split(' ')
    .map(Number),
);

/** How well a division code and a year of birth go together. */
export type DivisionFit = 'valid' | 'prefecture' | 'known' | 'province' | 'unknown';

/**
 * How well a six-digit division code fits someone born in `year`.
 *
 * A number is given when a person is registered: from 1984 on for those born before, soon after birth later. So a code fits
 * when it stood in some year from the later of 1984 and the birth to 16 years after (`valid`). `known` codes stood at another
 * time; `prefecture` is the code of a whole prefecture, which few numbers hold; for `province` only the first two digits are known, since tables of codes before 2002 are not complete.
 */
export function fitDivision(code: number, year: number): DivisionFit {
  const prefix = Math.floor(code / 100);
  if (wasRead[prefix] === 0) {
    wasRead[prefix] = 1;
    rows ??= readRows();
    const row = rows.get(prefix);
    if (row !== undefined) readRow(prefix, row);
  }
  const county = table.get(code);
  const years = county ?? prefectures.get(code);
  if (years === undefined) return provinces.has(Math.floor(code / 10_000)) ? 'province' : 'unknown';
  const earliest = Math.max(year, 1984);
  // Those born before 1984 may have moved and registered late; for the others registration is due in childhood.
  const latest = year < 1984 ? 2005 : earliest + 16;
  if (years.to < earliest || years.from > latest) return 'known';
  return county === undefined ? 'prefecture' : 'valid';
}
