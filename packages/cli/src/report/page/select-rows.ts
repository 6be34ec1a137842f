/**
 * Which findings the table shows, and in which order: pure functions over the columns.
 *
 * @module
 */
import type { TableData } from '../table-data.ts';

/** Columns that are filtered by one of their values. */
export const filters = ['category', 'level', 'likelihood', 'file'] as const;

/** A column that is filtered by one of its values. */
export type Filter = (typeof filters)[number];

/** What the reader asked for. */
export interface Query {
  readonly text: string;
  readonly values: Readonly<Partial<Record<Filter, number>>>;
}

/** What the table can be sorted by. */
export type SortKey = 'level' | 'category' | 'place' | 'likelihood';

/** An order of the table. */
export interface Order {
  readonly key: SortKey;
  readonly descending: boolean;
}

function matches(texts: readonly string[], word: string): Uint8Array {
  return Uint8Array.from(texts, (text) => (text.toLowerCase().includes(word) ? 1 : 0));
}

/** Rows that hold every word of the query and meet every filter, in their own order. */
export function selectRows(data: TableData, query: Query): Uint32Array<ArrayBuffer> {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  // Each word is looked up once in each list of texts; a row then only asks for a bit.
  const names = data.categories.map(({ id, en, zh }) => `${id}\n${en}\n${zh}`);
  const tests = words.map((word) => {
    const file = matches(data.files, word);
    const category = matches(names, word);
    const detector = matches(data.detectors, word);
    return (row: number) =>
      file[data.file[row]!] === 1 ||
      category[data.category[row]!] === 1 ||
      detector[data.detector[row]!] === 1 ||
      data.pointer?.[row]?.toLowerCase().includes(word) === true ||
      data.preview?.[row]?.toLowerCase().includes(word) === true;
  });
  for (const filter of filters) {
    const wanted = query.values[filter];
    if (wanted !== undefined) tests.unshift((row) => data[filter][row] === wanted);
  }
  const rows = new Uint32Array(data.file.length);
  let count = 0;
  for (let row = 0; row < rows.length; row += 1) {
    if (tests.every((test) => test(row))) {
      rows[count] = row;
      count += 1;
    }
  }
  return rows.subarray(0, count);
}

/** Places of texts in their alphabetical order, so that rows are compared by numbers. */
export function rankTexts(texts: readonly string[], language: string): Uint32Array {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const order = texts.map((_, index) => index).sort((a, b) => compare(texts[a]!, texts[b]!));
  const ranks = new Uint32Array(texts.length);
  for (const [rank, index] of order.entries()) ranks[index] = rank;
  return ranks;
}

/** Sorts rows in place. Equal rows stand by file and position, whichever the direction. */
export function sortRows(data: TableData, rows: Uint32Array, order: Order, language: string): void {
  const files = rankTexts(data.files, language);
  const place = (a: number, b: number) =>
    files[data.file[a]!]! - files[data.file[b]!]! || data.start[a]! - data.start[b]!;
  const sign = order.descending ? -1 : 1;
  const by = (column: (row: number) => number) => (a: number, b: number) =>
    sign * (column(a) - column(b)) || place(a, b);
  if (order.key === 'place') rows.sort((a, b) => sign * place(a, b));
  else if (order.key === 'level') rows.sort(by((row) => data.level[row]!));
  else if (order.key === 'likelihood') rows.sort(by((row) => data.score[row]!));
  else {
    const names = data.categories.map(({ en, zh }) => (language.startsWith('zh') ? zh : en));
    const ranks = rankTexts(names, language);
    rows.sort(by((row) => ranks[data.category[row]!]!));
  }
}
