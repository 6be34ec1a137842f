import { appendPointer, DataSecurityError } from '@yushu/core';
import { createScanner, type Scanner } from '../scanner.ts';
import type { ScannerOptions } from '../scanner-options.ts';
import { type ColumnClassification, classifyColumn } from './classify-column.ts';
import { ColumnSample } from './column-sample.ts';

/** Options of {@link createTableClassifier} and {@link classifyTable}. */
export interface ClassifyOptions {
  /** Name of the table. */
  readonly name?: string;
  /** Cells of a column that are looked at, at most; 1 or more, 200 unless given. */
  readonly maxCells?: number;
  /** Rows that are read, at most; 100,000 unless given, `Infinity` for all. The count of rows is a floor where it ends there. */
  readonly maxRows?: number;
  /** Columns, at most; 2,000 unless given. Further ones are counted, not classified. */
  readonly maxColumns?: number;
  /** Error of the sequential test on either side, above 0 and below 0.5; 0.01 unless given. */
  readonly errorRate?: number;
  /** Seed of the sampling: the same rows and seed give the same result. */
  readonly seed?: number;
  /** Detectors of your own; `minLikelihood` is that of a cell, `possible` unless given. */
  readonly scanner?: Omit<ScannerOptions, 'categories'>;
}

/** A cell with the name of its column. */
export interface TableCell {
  /** Key of the column. */
  readonly key: string;
  /** What the column is called; the key unless given. */
  readonly name?: string | undefined;
  readonly text: string;
}

/** What the columns of a table are. */
export interface TableClassification {
  readonly name: string;
  readonly rows: number;
  /** Whether all rows were read. */
  readonly complete: boolean;
  readonly columns: readonly ColumnClassification[];
  /** Columns beyond `maxColumns`. */
  readonly skippedColumns: number;
}

/** Takes a table row by row. Made by {@link createTableClassifier}. */
export interface TableClassifier {
  /** Takes one row: an object by column, an array, or cells with keys. Nested values are columns of their own. */
  addRow(row: Readonly<Record<string, unknown>> | readonly unknown[]): void;
  /** Takes one row as cells with keys and names. */
  addCells(cells: Iterable<TableCell>): void;
  /** Names columns ahead of their cells, so that empty ones are listed too. */
  addColumns(columns: Iterable<{ readonly key: string; readonly name?: string }>): void;
  /** Whether no further row will be read. */
  readonly full: boolean;
  /** Classifies what was taken. @param complete - whether that was the whole table. */
  finish(complete?: boolean): TableClassification;
}

/** Nested values are walked this deep. */
const maxDepth = 16;

function check(name: string, value: number, isRight: boolean, hint: string): number {
  if (isRight) return value;
  throw new DataSecurityError('ERR_DETECT_OPTIONS', `${name} is out of its range`, { hint });
}

interface Column {
  readonly name: string;
  readonly sample: ColumnSample;
}

/** Cells of a row, nested values by JSON Pointer with `*` for indexes. */
function* cellsOf(value: unknown, key: string, name: string, depth: number): Generator<TableCell> {
  if (value === null || value === undefined) {
    if (key !== '') yield { key, name, text: '' };
  } else if (typeof value === 'object') {
    if (value instanceof Date) {
      yield { key, name, text: Number.isNaN(value.getTime()) ? '' : value.toISOString() };
      return;
    }
    if (depth >= maxDepth || ArrayBuffer.isView(value)) return;
    if (Array.isArray(value)) {
      const below = depth === 0;
      for (const [index, item] of value.entries()) {
        yield* cellsOf(
          item,
          appendPointer(key, below ? String(index + 1) : '*'),
          below ? String(index + 1) : name,
          depth + 1,
        );
      }
      return;
    }
    for (const [member, item] of Object.entries(value)) {
      yield* cellsOf(item, appendPointer(key, member), member, depth + 1);
    }
  } else if (typeof value !== 'function' && typeof value !== 'symbol') {
    yield { key, name, text: String(value) };
  }
}

class Classifier implements TableClassifier {
  private readonly columns = new Map<string, Column>();
  private readonly options: ClassifyOptions;
  private readonly maxCells: number;
  private readonly maxRows: number;
  private readonly maxColumns: number;
  private readonly errorRate: number;
  private readonly scanner: Scanner;
  private readonly skipped = new Set<string>();
  private rows = 0;

  constructor(options: ClassifyOptions) {
    const { maxCells = 200, maxRows = 100_000, maxColumns = 2000, errorRate = 0.01 } = options;
    this.options = options;
    this.maxCells = check(
      'maxCells',
      maxCells,
      Number.isInteger(maxCells) && maxCells > 0,
      'Give a whole number of 1 or more.',
    );
    this.maxRows = check('maxRows', maxRows, maxRows > 0, 'Give 1 or more, or Infinity.');
    this.maxColumns = check('maxColumns', maxColumns, maxColumns > 0, 'Give 1 or more.');
    this.errorRate = check(
      'errorRate',
      errorRate,
      errorRate > 0 && errorRate < 0.5,
      'Give a number above 0 and below 0.5.',
    );
    this.scanner = createScanner({
      minLikelihood: 'possible',
      ...options.scanner,
      // Dates, amounts and URLs are columns too.
      categories: ['*'],
    });
  }

  get full(): boolean {
    return this.rows >= this.maxRows;
  }

  addRow(row: Readonly<Record<string, unknown>> | readonly unknown[]): void {
    this.addCells(cellsOf(row, '', '', 0));
  }

  addCells(cells: Iterable<TableCell>): void {
    if (this.full) return;
    for (const { key, name, text } of cells) this.column(key, name)?.sample.add(text, this.rows);
    this.rows += 1;
  }

  addColumns(columns: Iterable<{ readonly key: string; readonly name?: string }>): void {
    for (const { key, name } of columns) this.column(key, name);
  }

  finish(complete = !this.full): TableClassification {
    return {
      name: this.options.name ?? '',
      rows: this.rows,
      complete,
      columns: [...this.columns].map(([key, { name, sample }]) =>
        classifyColumn({ name, key }, sample, this.scanner, this.errorRate),
      ),
      skippedColumns: this.skipped.size,
    };
  }

  private column(key: string, name = key): Column | undefined {
    let column = this.columns.get(key);
    if (column === undefined) {
      if (this.columns.size >= this.maxColumns) {
        if (this.skipped.size < 1_000_000) this.skipped.add(key);
        return undefined;
      }
      const seed = (this.options.seed ?? 1) + this.columns.size;
      column = { name, sample: new ColumnSample(this.maxCells, seed) };
      this.columns.set(key, column);
    }
    return column;
  }
}

/**
 * Makes a classifier that takes a table row by row, in bounded memory: of each column it keeps at most `maxCells` cells, chosen at
 * random over all rows.
 *
 * @throws {DataSecurityError} `ERR_DETECT_OPTIONS` where an option is out of its range.
 *
 * @example
 * ```ts
 * import { createTableClassifier } from '@yushu/detect/classify';
 *
 * const classifier = createTableClassifier({ name: 'customers' });
 * for (let row = 0; row < 50; row += 1) classifier.addRow({ 手机: `1380013${8000 + ((row * 37) % 1000)}` });
 * console.log(classifier.finish().columns[0]?.category); // contact.phone
 * ```
 */
export function createTableClassifier(options: ClassifyOptions = {}): TableClassifier {
  return new Classifier(options);
}

/**
 * Classifies the columns of a table from at most 200 sampled cells each: by name, by what the detectors say of the cells, and by
 * how the values are distributed. A sequential test stops as soon as it is sure enough.
 *
 * @throws {DataSecurityError} `ERR_DETECT_OPTIONS` where an option is out of its range.
 *
 * @example
 * ```ts
 * import { classifyTable } from '@yushu/detect/classify';
 *
 * const rows = Array.from({ length: 50 }, (_, row) => ({ id: row, 邮箱: `user${row}@example.com` }));
 * const { columns } = classifyTable(rows);
 * console.log(columns.map(({ name, category }) => `${name}: ${category}`)); // [ 'id: undefined', '邮箱: contact.email' ]
 * ```
 */
export function classifyTable(
  rows: Iterable<Readonly<Record<string, unknown>> | readonly unknown[]>,
  options: ClassifyOptions = {},
): TableClassification {
  const classifier = createTableClassifier(options);
  let complete = true;
  for (const row of rows) {
    if (classifier.full) {
      complete = false;
      break;
    }
    classifier.addRow(row);
  }
  return classifier.finish(complete);
}

/**
 * As {@link classifyTable}, for rows that come asynchronously, such as those of a database cursor.
 *
 * @throws {DataSecurityError} `ERR_DETECT_OPTIONS` where an option is out of its range.
 *
 * @example
 * ```ts
 * import { classifyRows } from '@yushu/detect/classify';
 *
 * async function* rows() {
 *   for (let row = 0; row < 50; row += 1) yield { ip: `10.0.0.${row}` };
 * }
 * console.log((await classifyRows(rows())).columns[0]?.category); // network.ipv4
 * ```
 */
export async function classifyRows(
  rows: AsyncIterable<Readonly<Record<string, unknown>> | readonly unknown[]>,
  options: ClassifyOptions = {},
): Promise<TableClassification> {
  const classifier = createTableClassifier(options);
  let complete = true;
  for await (const row of rows) {
    if (classifier.full) {
      complete = false;
      break;
    }
    classifier.addRow(row);
  }
  return classifier.finish(complete);
}
