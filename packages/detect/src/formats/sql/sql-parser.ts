import { type Column, nameColumns } from '../csv/csv-columns.ts';
import { decodeUnits, type FieldStyle } from '../field-style.ts';
import { type FieldKind, RecordField } from '../record-field.ts';
import {
  failFieldCount,
  maxFields,
  type ParsedRecord,
  type ParseFailure,
  type RecordParser,
} from '../record-parser.ts';
import { recogniseDialect } from './sql-dialect.ts';
import type { SqlFramer } from './sql-framer.ts';
import { readCopyHead, readCreateTable, readInsertHead } from './sql-head.ts';
import {
  copyNull,
  copyText,
  createSqlLiteral,
  createSqlString,
  isNumber,
  type SqlEscapes,
  sqlStatement,
} from './sql-style.ts';
import { SqlTokens } from './sql-tokens.ts';

const open = 40;
const close = 41;
const comma = 44;

/** Tables beyond this many are not remembered. */
const maxTables = 10_000;

/** The styles of strings by quote and escapes, each made once. */
const stringStyles = new Map(
  ["'", '"'].flatMap((quote) =>
    (['none', 'mysql', 'c'] as const).map((escapes) => [
      quote + escapes,
      createSqlString(quote, escapes),
    ]),
  ),
);
const literalStyles: Readonly<Record<SqlEscapes, FieldStyle>> = {
  none: createSqlLiteral('none'),
  mysql: createSqlLiteral('mysql'),
  c: createSqlLiteral('c'),
};

/** Reads the rows of a dump, and gives every other statement as one text. */
export class SqlParser implements RecordParser {
  private readonly framer: SqlFramer;
  private readonly tables = new Map<string, readonly string[]>();
  private columns: readonly Column[] = [];
  /** Whether the statement itself names the columns, so that a row of another width is broken. */
  private isNamed = false;
  private isCopyText = true;

  constructor(framer: SqlFramer) {
    this.framer = framer;
  }

  skip(continued: boolean): boolean {
    // Its head could have named other columns.
    if (!continued && !this.framer.isInCopy) this.setColumns(undefined, '');
    return this.framer.isInRows;
  }

  parse(raw: string, index: number): ParsedRecord {
    const { framer } = this;
    const { kind } = framer;
    if (kind === 'row') return this.readRow(raw, `/${index}`);
    if (kind === 'copy-row') return this.readCopyRow(raw, `/${index}`);
    if (kind === 'copy-end') return { counted: false, fields: [] };
    if (framer.isUnclosed) {
      const message = 'A quote or comment is opened and never closed';
      return refuse(false, 'unclosed-quote', message, 'a closing quote', raw.length);
    }
    this.noteStatement(raw);
    const isBlank = /^\s*$/.test(raw);
    const field = () =>
      new RecordField('string', '', undefined, raw, 0, raw.length, raw, sqlStatement);
    return { counted: false, fields: isBlank ? [] : [field()] };
  }

  /** Learns from a statement: the dialect, the columns of a table, what the lines of COPY hold. */
  private noteStatement(raw: string): void {
    const { framer } = this;
    framer.dialect ??= recogniseDialect(raw);
    if (framer.isInCopy) {
      const head = readCopyHead(raw);
      this.isCopyText = head?.isText ?? false;
      this.setColumns(head?.columns, head?.table ?? '');
      framer.dialect ??= 'standard';
    } else if (/\bcreate\b/i.test(raw.slice(0, 4096))) {
      const head = readCreateTable(raw, framer.dialect);
      if (head?.columns !== undefined && this.tables.size < maxTables) {
        this.tables.set(head.table, head.columns);
      }
    }
  }

  private setColumns(names: readonly string[] | undefined, table: string): void {
    this.isNamed = names !== undefined;
    this.columns = nameColumns(names ?? this.tables.get(table) ?? []);
  }

  private readRow(raw: string, row: string): ParsedRecord {
    const tokens = new SqlTokens(raw, this.framer.dialect);
    tokens.next();
    if (/^(?:insert|replace)$/i.test(tokens.text)) {
      const head = readInsertHead(tokens);
      this.setColumns(head?.columns, head?.table ?? '');
    } else if (tokens.text === ',') tokens.next();
    if (/^row$/i.test(tokens.text)) tokens.next();
    const fields: RecordField[] = [];
    const failure = this.readValues(raw, row, tokens, fields) ?? this.checkWidth(fields.length);
    return failure === undefined
      ? { counted: true, fields }
      : { counted: true, fields: [], failure };
  }

  /** Reads `(a, b, c)`. */
  private readValues(
    raw: string,
    row: string,
    tokens: SqlTokens,
    fields: RecordField[],
  ): ParseFailure | undefined {
    let depth = 1;
    let start = -1;
    let end = -1;
    let count = 0;
    // Of the first token of the value at hand.
    let style: FieldStyle | undefined;
    let kind: FieldKind = 'string';
    for (;;) {
      const token = tokens.next();
      if (token === 'end' || token === 'unclosed') {
        const code = token === 'end' ? 'sql-syntax' : 'unclosed-quote';
        return fail(code, 'The row ends too early', 'a closing quote or )', tokens.start);
      }
      const sign = token === 'sign' ? raw.charCodeAt(tokens.start) : 0;
      if (depth === 1 && (sign === close || sign === comma)) {
        if (fields.length >= maxFields) return failFieldCount(tokens.start);
        if (count > 0) {
          // More than one token is an expression.
          const written = count === 1 ? style : undefined;
          fields.push(this.createField(raw, row, fields.length, kind, start, end, written));
        } else if (sign === comma || fields.length > 0) {
          return fail('sql-syntax', 'A value is missing', 'a value', tokens.start);
        }
        if (sign === close) return undefined;
        count = 0;
        continue;
      }
      if (sign === open) depth += 1;
      else if (sign === close) depth -= 1;
      if (count === 0) {
        start = tokens.start;
        style = this.styleOf(tokens);
        kind = kindOf(tokens);
      }
      count += 1;
      end = tokens.end;
    }
  }

  private createField(
    raw: string,
    row: string,
    index: number,
    kind: FieldKind,
    start: number,
    end: number,
    style: FieldStyle | undefined,
  ): RecordField {
    const column = this.columns[index];
    const path = row + (column?.segment ?? `/${index}`);
    if (style === undefined) {
      // An expression: its text is what is written.
      const written = raw.slice(start, end);
      const literal = literalStyles[this.escapes];
      return new RecordField('string', path, column?.name, written, start, end, raw, literal);
    }
    const from = style.contentStart(raw, start);
    const text = decodeUnits(style, raw, from, style.contentEnd(raw, end));
    return new RecordField(kind, path, column?.name, text, start, end, raw, style);
  }

  private get escapes(): SqlEscapes {
    return this.framer.dialect === 'standard' ? 'none' : 'mysql';
  }

  /** How a value of one token is written. */
  private styleOf(tokens: SqlTokens): FieldStyle {
    if (tokens.kind !== 'string') return literalStyles[this.escapes];
    const isC = this.framer.dialect === 'standard' && /^e'/i.test(tokens.text.slice(0, 2));
    return stringStyles.get(tokens.quote + (isC ? 'c' : this.escapes))!;
  }

  private checkWidth(width: number): ParseFailure | undefined {
    const wanted = this.columns.length;
    if (!this.isNamed || width === wanted) return undefined;
    const message = `The row has ${width} values for ${wanted} columns`;
    return fail('column-count', message, `${wanted} values`, 0);
  }

  private readCopyRow(raw: string, row: string): ParsedRecord {
    let end = raw.length;
    if (raw.charCodeAt(end - 1) === 10) end -= 1;
    if (raw.charCodeAt(end - 1) === 13) end -= 1;
    if (raw.slice(0, end) === '\\.') return { counted: false, fields: [] };
    if (!this.isCopyText) {
      const text = raw.slice(0, end);
      const field = new RecordField('string', row, undefined, text, 0, end, raw, sqlStatement);
      return { counted: true, fields: [field] };
    }
    const fields: RecordField[] = [];
    for (let start = 0; ; ) {
      if (fields.length >= maxFields)
        return { counted: true, fields: [], failure: failFieldCount(start) };
      const tab = raw.indexOf('\t', start);
      const cellEnd = tab < 0 ? end : tab;
      const isNull = raw.slice(start, cellEnd) === '\\N';
      const style = isNull ? copyNull : copyText;
      fields.push(
        this.createField(
          raw,
          row,
          fields.length,
          isNull ? 'null' : 'string',
          start,
          cellEnd,
          style,
        ),
      );
      if (tab < 0) break;
      start = tab + 1;
    }
    const failure = this.checkWidth(fields.length);
    return failure === undefined
      ? { counted: true, fields }
      : { counted: true, fields: [], failure };
  }
}

function kindOf(tokens: SqlTokens): FieldKind {
  if (tokens.kind === 'number') return isNumber(tokens.text) ? 'number' : 'string';
  if (tokens.kind !== 'word') return 'string';
  const word = tokens.text.toLowerCase();
  if (word === 'null') return 'null';
  return word === 'true' || word === 'false' ? 'boolean' : 'string';
}

function fail(
  code: ParseFailure['code'],
  message: string,
  expected: string,
  at: number,
): ParseFailure {
  return { code, message, expected, at };
}

function refuse(
  counted: boolean,
  code: ParseFailure['code'],
  message: string,
  expected: string,
  at: number,
): ParsedRecord {
  return { counted, fields: [], failure: fail(code, message, expected, at) };
}
