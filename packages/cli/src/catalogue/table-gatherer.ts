import { appendPointer, parsePointer } from '@yushu/core';
import {
  type ClassifyOptions,
  createTableClassifier,
  type TableClassification,
  type TableClassifier,
} from '@yushu/detect/classify';
import type { DocumentRecord, RecordField } from '@yushu/detect/formats';
import type { ExtractedCell } from '../input/extracted-text.ts';

/** Tables of one file that are told apart. */
const maxTables = 1000;

/** The target of a statement, at the beginning of its first record. */
const insertHead = /^\s*(?:INSERT|REPLACE)\b[^(;]{0,60}?\bINTO\s+([^\s(]{1,200})/i;
const copyHead = /^\s*COPY\s+([^\s(]{1,200})/i;

const isIndex = (name: string): boolean => /^\d+$/.test(name);

/** Cells of one file, sorted into its tables. */
export class TableGatherer {
  private readonly format: string;
  private readonly options: ClassifyOptions;
  private readonly tables = new Map<string, TableClassifier>();
  private current = '';
  /** JSON: elements of the outermost list are rows. */
  private row: { readonly table: string; readonly id: string; readonly cells: Cell[] } | undefined;
  /** xlsx: sheets and rows. */
  private isCut = false;
  /** Columns that the header names, until the first row. */
  private header: readonly { readonly key: string; readonly name: string }[] = [];

  constructor(format: string, options: ClassifyOptions) {
    this.format = format;
    this.options = options;
  }

  /** Whether further records of this document would not be read; only where it has one table. */
  get full(): boolean {
    return (
      (this.format === 'csv' || this.format === 'tsv' || this.format === 'ndjson') &&
      (this.tables.get('')?.full ?? false)
    );
  }

  addRecord(record: DocumentRecord): void {
    if (record.problem !== undefined) return;
    if (this.format === 'json') {
      for (const field of record.fields) this.addJson(field);
      return;
    }
    if (this.format === 'sql') this.readHead(record);
    if (record.number === 0) {
      if (this.format !== 'sql' && record.fields.length > 0) this.addHeader(record);
      return;
    }
    const isTable = this.format !== 'ndjson';
    const cells = record.fields.flatMap((field) => cellOf(field, isTable ? 1 : 0) ?? []);
    const table = this.table(this.format === 'sql' ? this.current : '');
    // The header holds only names that could be data: the first row has all columns in their order.
    table?.addCells(cells);
    this.endHeader();
  }

  /** A cell of a workbook; those of a row follow each other. */
  addSheetCell({ text, name, path }: ExtractedCell): void {
    const [sheet = '', reference = ''] = parsePointer(path);
    const column = reference.replace(/\d+$/, '');
    if (name === undefined) return;
    this.gather(sheet, reference.slice(column.length), { key: `/${column}`, name, text });
  }

  /** A cell of a table whose path names table, row and column; those of a row follow each other. */
  addTableCell({ text, name, path }: ExtractedCell): void {
    const [table = '', row = '', column = ''] = parsePointer(path);
    // A Parquet file is one table.
    const key = appendPointer('', column);
    this.gather(this.format === 'parquet' ? '' : table, row, { key, name: name ?? column, text });
  }

  finish(complete: boolean): TableClassification[] {
    this.endRow();
    this.endHeader();
    return [...this.tables].map(([name, classifier]) => ({
      ...classifier.finish(complete && !this.isCut && !classifier.full),
      name,
    }));
  }

  /** More tables than are told apart. */
  get tooMany(): boolean {
    return this.isCut;
  }

  private addHeader(record: DocumentRecord): void {
    const columns = record.fields.map((field) => {
      const name = field.text;
      return { key: appendPointer('', name), name };
    });
    // Names by position are those of columns without one.
    this.header = columns.filter(({ name }) => name !== '');
  }

  /** Lists the columns of the header that no row had. */
  private endHeader(): void {
    if (this.header.length > 0) this.table('')?.addColumns(this.header);
    this.header = [];
  }

  private readHead({ raw, number }: DocumentRecord): void {
    const head = (number === 0 ? copyHead : insertHead).exec(raw.slice(0, 400));
    if (head !== null) this.current = head[1]!.replace(/[`"[\]]/g, '');
  }

  private addJson(field: RecordField): void {
    const names = parsePointer(field.path);
    const at = names.findIndex(isIndex);
    const cell = cellOf(field, at + 1);
    if (cell === undefined) return;
    // Without a list around it, the document is one row.
    const table = at < 0 ? '' : names.slice(0, at).join('.');
    this.gather(table, at < 0 ? '' : names[at]!, cell);
  }

  private gather(table: string, id: string, cell: Cell): void {
    if (this.row?.table !== table || this.row.id !== id) {
      this.endRow();
      this.row = { table, id, cells: [] };
    }
    this.row.cells.push(cell);
  }

  private endRow(): void {
    if (this.row !== undefined) this.table(this.row.table)?.addCells(this.row.cells);
    this.row = undefined;
  }

  private table(name: string): TableClassifier | undefined {
    let table = this.tables.get(name);
    if (table === undefined) {
      if (this.tables.size >= maxTables) {
        this.isCut = true;
        return undefined;
      }
      table = createTableClassifier(this.options);
      this.tables.set(name, table);
    }
    return table;
  }
}

interface Cell {
  readonly key: string;
  readonly name: string | undefined;
  readonly text: string;
}

/** The cell of a field; its column is the pointer behind `skip` segments, with `*` for indexes. */
function cellOf(field: RecordField, skip: number): Cell | undefined {
  if (field.kind === 'key') return undefined;
  const names = parsePointer(field.path).slice(skip);
  let key = '';
  for (const name of names)
    key = appendPointer(key, isIndex(name) && names.length > 1 ? '*' : name);
  return { key, name: field.name ?? names.at(-1), text: field.kind === 'null' ? '' : field.text };
}
