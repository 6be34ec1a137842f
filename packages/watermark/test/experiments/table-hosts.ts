/**
 * Tables of other people: those of the npm package vega-datasets 3.2.1 (BSD-3-Clause), as they are. It has 42 MB, so it is no
 * dependency: `npm pack vega-datasets@3.2.1 && tar xzf vega-datasets-3.2.1.tgz`, then `YUSHU_VEGA_DATASETS=package/data`.
 *
 * @module
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ColumnOption, planRelease } from '@yushu/watermark';
import { readTable } from '@yushu/watermark/documents';
import { seededRandom } from './adult-like.ts';
import { deleteRows, keepColumns, shuffle } from './attacks.ts';
import { copyFor, experimentKey, type Host, type Row, traceRows } from './host.ts';

type Result = Readonly<Record<string, unknown>>;

/** Tables, with what their owner might name beside what is judged safe. */
const tables: Readonly<Record<string, Readonly<Record<string, ColumnOption>>>> = {
  'flights-200k.json': { delay: { kind: 'number' } },
  'zipcodes.csv': { zip_code: 'key' },
  'birdstrikes.csv': {
    'Flight Date': { kind: 'time', unit: 'day' },
    'Speed IAS in knots': { kind: 'number' },
    'Cost Total $': 'never',
  },
  'species.csv': { item_id: 'key' },
  'airports.csv': { iata: 'key' },
  'movies.json': {
    'IMDB Votes': { kind: 'number' },
    'US Gross': { kind: 'number' },
    'Worldwide Gross': 'never',
  },
  'weather.csv': { temp_max: { kind: 'number' }, temp_min: { kind: 'number' } },
  'seattle-weather.csv': { temp_max: { kind: 'number' }, wind: { kind: 'number' } },
};

async function readHost(folder: string, file: string): Promise<{ columns: string[]; rows: Row[] }> {
  const text = readFileSync(join(folder, file), 'utf8');
  if (file.endsWith('.json')) {
    const records = JSON.parse(text) as Record<string, unknown>[];
    const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
    const rows = records.map((record) => columns.map((name) => String(record[name] ?? '')));
    return { columns, rows };
  }
  const rows: Row[] = [];
  let columns: readonly string[] = [];
  for await (const batch of readTable([text], { format: 'csv' })) {
    columns = batch.columns;
    rows.push(...(batch.rows as readonly Row[]));
  }
  return { columns: [...columns], rows };
}

/** The relative shift of the mean of each numeric column, the largest of them. */
function mostMeanShift(before: readonly Row[], after: readonly Row[]): number {
  let most = 0;
  for (const column of before[0]!.keys()) {
    const numbers = before.map((row) => Number(row[column] || Number.NaN));
    const isNumber = numbers.map(Number.isFinite);
    if (isNumber.filter(Boolean).length < 0.9 * numbers.length) continue;
    const sum = numbers.reduce((a, b, at) => (isNumber[at] ? a + Math.abs(b) : a), 0);
    const shift = after.reduce(
      (a, row, at) => (isNumber[at] ? a + Number(row[column]) - numbers[at]! : a),
      0,
    );
    if (sum > 0) most = Math.max(most, Math.abs(shift) / sum);
  }
  return most;
}

/**
 * Each table marked within 2 % of its cells: what is named after deletion, with renamed columns, and how often after a random half of
 * its columns is dropped. Bounds are for one of 10⁶ recipients at 10⁻⁹; ten are asked.
 */
export const hosts = async (scale: number): Promise<Result> => {
  const folder = process.env['YUSHU_VEGA_DATASETS'];
  if (folder === undefined) return { skipped: 'set YUSHU_VEGA_DATASETS to its folder data' };
  const trials = Math.max(4, Math.round(20 * scale));
  const cases: Result[] = [];
  for (const [file, options] of Object.entries(tables)) {
    const { columns, rows } = await readHost(folder, file);
    const record = planRelease({ key: experimentKey, columns, rows, options, release: file });
    const host: Host = { columns, rows, record };
    const guilty = 'recipient-7';
    const copy = copyFor(host, guilty);
    const random = seededRandom(rows.length);
    const isNamed = (leaked: readonly Row[]) => {
      try {
        const { named } = traceRows(host, leaked, {
          recipients: 10,
          falseAccusation: 1e-9 * (10 / 1e6),
        });
        if (named.some(({ recipient }) => recipient !== guilty)) throw new Error('an innocent');
        return named.length === 1;
      } catch (error) {
        if (error instanceof Error && error.message === 'an innocent') throw error;
        return false;
      }
    };
    const share = (run: () => boolean) =>
      `${Array.from({ length: trials }, run).filter(Boolean).length}/${trials}`;
    const changed = copy.reduce(
      (sum, row, at) => sum + row.filter((cell, column) => cell !== rows[at]![column]).length,
      0,
    );
    cases.push({
      file,
      rows: rows.length,
      columns: columns.length,
      marked: record.columns.filter(({ carrier }) => carrier).map(({ name }) => name),
      marks: record.expectedMarks,
      changedCells: Number((changed / (rows.length * columns.length)).toFixed(4)),
      mostMeanShift: Number(mostMeanShift(rows, copy).toExponential(1)),
      whole: share(() => isNamed(shuffle(copy, random))),
      deleted50: share(() => isNamed(shuffle(deleteRows(copy, 0.5, random), random))),
      deleted90: share(() => isNamed(shuffle(deleteRows(copy, 0.9, random), random))),
      deleted95: share(() => isNamed(shuffle(deleteRows(copy, 0.95, random), random))),
      halfOfColumns: share(() =>
        isNamed(keepColumns(copy, Math.ceil(columns.length / 2), random).rows),
      ),
    });
  }
  return { trials, cases };
};
