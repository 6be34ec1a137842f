import { couldHoldData } from '../could-hold-data.ts';
import type { FieldStyle } from '../field-style.ts';
import { RecordField } from '../record-field.ts';
import {
  failFieldCount,
  maxFields,
  type ParsedRecord,
  type ParseFailure,
  type RecordParser,
} from '../record-parser.ts';
import { type Column, nameColumns } from './csv-columns.ts';
import { createPlainCell, quotedCell } from './csv-style.ts';

const quote = 34;
const lf = 10;
const cr = 13;
const byteOrderMark = 0xfeff;
const blank: ParsedRecord = { counted: false, fields: [] };

/** How a cell is written. */
const plain = 0;
const quoted = 1;
const quotedWithPairs = 2;

/** Reads rows of RFC 4180. The first row that is not blank names the columns. */
export class CsvParser implements RecordParser {
  private readonly delimiter: number;
  private readonly plainCell: FieldStyle;
  private readonly onlyCell: FieldStyle;
  private columns: readonly Column[] | undefined;
  /** The header was too long to read: columns have no names, and rows any width. */
  private headerLost = false;
  // Cells of the row at hand: start, end and how it is written, three numbers a cell.
  private readonly cells: number[] = [];

  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
    this.plainCell = createPlainCell(delimiter, false);
    this.onlyCell = createPlainCell(delimiter, true);
  }

  skip(continued: boolean): boolean {
    if (this.columns !== undefined) return true;
    if (!continued) this.headerLost = true;
    return false;
  }

  parse(raw: string, index: number, first: boolean): ParsedRecord {
    let end = raw.length;
    if (raw.charCodeAt(end - 1) === lf) end -= 1;
    if (raw.charCodeAt(end - 1) === cr) end -= 1;
    const start = first && raw.charCodeAt(0) === byteOrderMark ? 1 : 0;
    if (start >= end) return blank;
    const isHeader = this.columns === undefined && !this.headerLost;
    const failure = this.split(raw, start, end);
    if (failure !== undefined) {
      if (isHeader) this.headerLost = true;
      return { counted: !isHeader, fields: [], failure };
    }
    if (isHeader) return this.readHeader(raw);
    const width = this.cells.length / 3;
    this.columns ??= nameColumns(new Array<string>(width).fill(''));
    if (width !== this.columns.length && !this.headerLost) return this.refuseWidth(width);
    return { counted: true, fields: this.readRow(raw, `/${index}`) };
  }

  private refuseWidth(width: number): ParsedRecord {
    const wanted = this.columns!.length;
    const failure: ParseFailure = {
      code: 'column-count',
      message: `The row has ${countColumns(width)} where the header has ${wanted}`,
      expected: countColumns(wanted),
      at: 0,
    };
    return { counted: true, fields: [], failure };
  }

  private readHeader(raw: string): ParsedRecord {
    const fields = this.readRow(raw, '/header');
    this.columns = nameColumns(fields.map((field) => field.text));
    return { counted: false, fields: fields.filter((field) => couldHoldData(field.text)) };
  }

  /** Finds the cells between `start` and `end`. */
  private split(raw: string, start: number, end: number): ParseFailure | undefined {
    const { cells, delimiter } = this;
    cells.length = 0;
    for (let at = start; ; ) {
      let style = plain;
      let from = at;
      if (raw.charCodeAt(at) === quote && at < end) {
        style = quoted;
        let closing = raw.indexOf('"', at + 1);
        while (closing >= 0 && raw.charCodeAt(closing + 1) === quote) {
          style = quotedWithPairs;
          closing = raw.indexOf('"', closing + 2);
        }
        if (closing < 0) {
          const message = 'A quote is opened here and never closed';
          return { code: 'unclosed-quote', message, expected: 'a closing "', at };
        }
        from = closing + 1;
      }
      // By hand: on a part of a longer string, indexOf costs more than a cell has characters.
      let cellEnd = from;
      while (cellEnd < end && raw.charCodeAt(cellEnd) !== delimiter) cellEnd += 1;
      // Something stands between the closing quote and the delimiter: the cell is taken as it is written.
      if (style !== plain && cellEnd !== from) style = plain;
      if (cells.length >= maxFields * 3) return failFieldCount(at);
      cells.push(at, cellEnd, style);
      if (cellEnd === end) return undefined;
      at = cellEnd + 1;
    }
  }

  private readRow(raw: string, row: string): RecordField[] {
    const { cells, columns } = this;
    const width = cells.length / 3;
    const plainCell = width === 1 ? this.onlyCell : this.plainCell;
    const fields = new Array<RecordField>(width);
    for (let index = 0; index < width; index += 1) {
      const start = cells[index * 3]!;
      const end = cells[index * 3 + 1]!;
      const style = cells[index * 3 + 2]!;
      const column = columns?.[index];
      fields[index] = new RecordField(
        columns === undefined ? 'key' : 'string',
        row + (column === undefined ? `/${index}` : column.segment),
        column?.name,
        style === plain
          ? raw.slice(start, end)
          : style === quoted
            ? raw.slice(start + 1, end - 1)
            : raw.slice(start + 1, end - 1).replace(/""/g, '"'),
        start,
        end,
        raw,
        style === plain ? plainCell : quotedCell,
      );
    }
    return fields;
  }
}

function countColumns(count: number): string {
  return count === 1 ? '1 column' : `${count} columns`;
}
