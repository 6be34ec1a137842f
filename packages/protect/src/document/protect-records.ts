import type { EventPlace, Finding } from '@yushu/core';
import {
  createRecordReader,
  type DocumentFormat,
  type DocumentRecord,
  type RecordField,
  type RecordReader,
} from '@yushu/detect/formats';
import { withheldEntry } from '../audit/journal.ts';
import { SummaryCounter } from '../audit/summary.ts';
import type { Part, TextKind } from '../engine/plan-parts.ts';
import type { ProtectEngine } from '../engine/protect-engine.ts';
import { blockedText } from '../engine/treatment.ts';
import { writeParts } from '../engine/write-parts.ts';
import { holdsSealed } from '../sealed/find-sealed.ts';
import { damage } from './damage.ts';
import { DocumentPlaces, isTable } from './document-places.ts';
import type { DocumentRewriter } from './document-rewriter.ts';
import { rawOfPart, scalarOf, writeReplaced } from './field-text.ts';
import { SqlRows } from './sql-rows.ts';

/** Options of a document that is cut into records. */
export interface RecordOptions {
  /** Put `'` before cells that a spreadsheet would run as a formula. */
  readonly escapeFormulas?: boolean | undefined;
  /** One character between the cells of a table. */
  readonly delimiter?: string | undefined;
  /** Whether U+FFFD stands for bytes that could not be decoded: what holds it is withheld. */
  readonly isDamaged?: (() => boolean) | undefined;
}

/** Beginnings of cells that a spreadsheet runs (OWASP, "CSV Injection"). */
const formulaStart = /^[=+\-@\t\r]/;

/** Marks of comments in SQL: between values, they are in no field. */
export const sqlComment = /--|\/\*|#/;

const sealedProblem = {
  code: 'sealed',
  message: 'Holds a sealed value already (ysk1.): what it holds could be taken for ours',
};

/** A canonical whole number: what a number that was encrypted in its format comes back as. */
const wholeNumber = /^(?:0|[1-9]\d*)$/;

/** Protects a document record by record, for any chunking. */
export class RecordProtector implements DocumentRewriter {
  private readonly engine: ProtectEngine;
  private readonly format: DocumentFormat;
  private readonly reader: RecordReader;
  private readonly places: DocumentPlaces;
  private readonly counter = new SummaryCounter();
  private readonly escapeFormulas: boolean;
  private readonly isDamaged: () => boolean;
  /** Records given out; the next one's row is one more. */
  private rows = 0;
  /** Ordinals of what is sealed in names, within a record, and in what is no record, within the document. */
  private namePart = 0;
  private structurePart = 0;
  private headerLost = false;
  private readonly sqlRows = new SqlRows();

  constructor(engine: ProtectEngine, format: DocumentFormat, options: RecordOptions = {}) {
    this.engine = engine;
    this.format = format;
    const { delimiter } = options;
    const readerOptions = delimiter === undefined ? {} : { delimiter };
    this.reader = createRecordReader(format, readerOptions);
    this.places = new DocumentPlaces(format, readerOptions);
    this.isDamaged = options.isDamaged ?? (() => false);
    this.escapeFormulas = options.escapeFormulas === true && (format === 'csv' || format === 'tsv');
    if (format === 'json') this.rows = 1;
  }

  push(chunk: string): string {
    return this.protectAll(this.reader.push(chunk));
  }

  end(): string {
    const output = this.protectAll(this.reader.end()) + this.sqlRows.release();
    if (this.format === 'json') this.counter.records = 1;
    return output;
  }

  summary() {
    return this.counter.summary();
  }

  private protectAll(records: readonly DocumentRecord[]): string {
    let output = '';
    for (const record of records) {
      output +=
        this.format === 'sql' ? this.protectSql(record) : (this.protectRecord(record) ?? '');
    }
    return output;
  }

  private protectSql(record: DocumentRecord): string {
    const { sqlRows } = this;
    const { raw } = record;
    const isRow = record.number > 0;
    if (isRow && sqlRows.isLost(raw)) {
      this.withhold(record, 'statement', 'The row that begins its statement is withheld');
      return sqlRows.withhold(raw);
    }
    const output = this.protectRecord(record);
    if (!isRow) return sqlRows.statement(raw, output ?? '');
    return output === undefined ? sqlRows.withhold(raw) : sqlRows.row(output);
  }

  /** The record in the output, or `undefined` where it is withheld. */
  private protectRecord(record: DocumentRecord): string | undefined {
    const { problem } = record;
    if (problem !== undefined) {
      this.loseHeader(record);
      if (!problem.continued) {
        const { code, message, expected, line, column } = problem;
        this.withhold(record, code, `${message}; expected ${expected}`, line, column);
      }
      return undefined;
    }
    if (this.headerLost) {
      this.withhold(record, 'header', 'The header above is withheld: its columns have no names');
      return undefined;
    }
    if (this.isDamaged() && record.raw.includes(damage.character)) {
      this.loseHeader(record);
      this.withhold(record, damage.code, damage.message);
      return undefined;
    }
    if (this.isRefused(record)) return undefined;
    const isData = record.number > 0;
    if (isData) {
      this.rows += 1;
      this.counter.records += 1;
    }
    if (this.format !== 'json') this.namePart = 0;
    this.places.startRecord(record);
    const output = this.protectFields(record, isData);
    if (output === undefined) return record.raw;
    if (!isData && this.isHeaderTable()) this.places.renameHeader(output);
    return output;
  }

  /** The record with its fields protected, or `undefined` where nothing changes. */
  private protectFields(record: DocumentRecord, isData: boolean): string | undefined {
    const { raw, fields } = record;
    const hasComments = isData && this.format === 'sql' && sqlComment.test(raw);
    let output = '';
    let at = 0;
    for (const [index, field] of fields.entries()) {
      const written = this.protectField(record, field, index, isData);
      if (written === undefined && !hasComments) continue;
      const gap = raw.slice(at, field.rawStart);
      output += hasComments ? this.protectGap(record, gap) : gap;
      output += written ?? raw.slice(field.rawStart, field.rawEnd);
      at = field.rawEnd;
    }
    if (at === 0) return undefined;
    const rest = raw.slice(at);
    return output + (hasComments ? this.protectGap(record, rest) : rest);
  }

  /** What stands between the values of an SQL row: signs, and comments that no field holds. */
  private protectGap(record: DocumentRecord, gap: string): string {
    const { engine } = this;
    if (!sqlComment.test(gap)) return gap;
    const parts = engine.planText(gap, engine.scanner.scan(gap), 'name');
    if (parts.length === 0) return gap;
    const result = writeParts({
      text: gap,
      parts,
      kind: 'name',
      place: { ...engine.scope, row: '0' },
      seeksFormats: engine.seeksFormats,
      isSeenAnew: false,
      coverPlace: () => engine.scope,
      firstPart: this.structurePart,
      rawOf: () => undefined,
      plan: (text) => engine.planText(text, engine.scanner.scan(text), 'name'),
    });
    this.structurePart = result.nextPart;
    const place = () => ({ record: record.number, line: record.line });
    for (const outcome of result.outcomes) engine.note(outcome, place, this.counter);
    return result.text;
  }

  private isHeaderTable(): boolean {
    return this.format === 'csv' || this.format === 'tsv';
  }

  /** Without its header, nothing tells which columns the rows below have. */
  private loseHeader(record: DocumentRecord): void {
    if (record.number === 0 && this.isHeaderTable()) this.headerLost = true;
  }

  /** Whether a record is withheld because it holds what could be taken for ours. */
  private isRefused(record: DocumentRecord): boolean {
    // A piece of JSON or a statement of SQL cannot be left out as a record: there the field is withheld.
    if (this.refusesFields(record)) return false;
    const { raw, fields } = record;
    // Without an escape, what the fields hold stands in the text as it is.
    const holds =
      holdsSealed(raw) || (raw.includes('\\') && fields.some((field) => holdsSealed(field.text)));
    if (!holds) return false;
    this.loseHeader(record);
    this.withhold(record, sealedProblem.code, sealedProblem.message);
    return true;
  }

  private refusesFields(record: DocumentRecord): boolean {
    return this.format === 'json' || (this.format === 'sql' && record.number === 0);
  }

  private withhold(
    record: DocumentRecord,
    code: string,
    message: string,
    line = record.line,
    column?: number,
  ): void {
    const number = record.number > 0 ? { record: record.number } : {};
    this.counter.withhold({
      line,
      ...(column === undefined ? {} : { column }),
      ...number,
      code,
      message,
    });
    this.engine.journal.note(withheldEntry, 'failure', () => ({ ...number, line }));
  }

  private kindOf(field: RecordField, isData: boolean): TextKind {
    if (field.kind === 'key') return 'name';
    if (!isData && this.format === 'sql') return 'name';
    return field.kind === 'string' ? 'field' : 'solid';
  }

  /** How the output writes a field, or `undefined` where it stays as it is. */
  private protectField(
    record: DocumentRecord,
    field: RecordField,
    index: number,
    isData: boolean,
  ): string | undefined {
    const { engine, places } = this;
    const { text, name, path } = field;
    const kind = this.kindOf(field, isData);
    if (this.refusesFields(record) && holdsSealed(text)) {
      return this.refuseField(record, field, index);
    }
    const isScanned = field.kind !== 'boolean' && field.kind !== 'null';
    const findings: readonly Finding[] = isScanned ? engine.scanField(text, name) : [];
    const empty = text === '' || field.kind === 'null';
    const parts = engine.plan(text, findings, kind, name, path, empty);
    let newText: string | undefined;
    let written: string | undefined;
    const isSeenAnew = engine.seeksFormats && places.nameOf(field, index) !== name;
    if (parts.length > 0 || isSeenAnew) {
      const result = this.writeField(record, field, index, isData, kind, parts, empty);
      newText = result.newText;
      written = result.written;
    }
    if (this.escapeFormulas && formulaStart.test(newText ?? text)) {
      return field.encode(`'${newText ?? text}`);
    }
    if (written !== undefined && field.kind === 'key' && !isTable(this.format)) {
      places.renameMember(path, text, newText!);
    }
    return written;
  }

  /** In a format whose records cannot be left out, a field that holds what could be taken for ours is withheld. */
  private refuseField(record: DocumentRecord, field: RecordField, index: number): string {
    const name = field.kind === 'key' ? `${blockedText} ${index}` : blockedText;
    this.withhold(record, sealedProblem.code, sealedProblem.message);
    if (field.kind === 'key' && !isTable(this.format))
      this.places.renameMember(field.path, field.text, name);
    return field.kind === 'string' && this.format === 'sql' && record.number === 0
      ? ''
      : field.encode(name);
  }

  private writeField(
    record: DocumentRecord,
    field: RecordField,
    index: number,
    isData: boolean,
    kind: TextKind,
    parts: readonly Part[],
    empty: boolean,
  ): { newText: string | undefined; written: string | undefined } {
    const { engine, places, format } = this;
    const { text } = field;
    const { tenant, table } = engine.scope;
    const inRecord = isData || format === 'json';
    const isName = field.kind === 'key';
    const column = this.boundColumn(field, index, inRecord);
    const name = places.nameOf(field, index);
    if (isName && parts.length > 0 && !isTable(format)) places.hideMember(field.path);
    const value = scalarOf(field);
    const result = writeParts({
      text,
      parts,
      kind,
      place: { tenant, table, column, row: inRecord ? String(this.rows) : '0' },
      seeksFormats: engine.seeksFormats,
      isSeenAnew: name !== field.name,
      coverPlace: () => engine.coverPlace(isTable(format) ? (column ?? name) : name),
      firstPart: !inRecord ? this.structurePart : isName ? this.namePart : 0,
      ...(value === undefined ? {} : { value }),
      rawOf: (start, end) => rawOfPart(field, record.raw, start, end),
      plan: (candidate) => {
        if (field.kind === 'number' && !wholeNumber.test(candidate)) return [];
        return engine.plan(
          candidate,
          engine.scanField(candidate, name),
          kind,
          name,
          this.outputPath(field, index),
          empty,
        );
      },
    });
    if (!inRecord) this.structurePart = result.nextPart;
    else if (isName) this.namePart = result.nextPart;
    const place: () => EventPlace = () => ({
      ...this.eventPlaceOf(field, index, inRecord),
      ...(record.number > 0 ? { record: record.number } : {}),
      line: record.line,
    });
    for (const outcome of result.outcomes) engine.note(outcome, place, this.counter);
    if (result.replacements.length === 0) return { newText: undefined, written: undefined };
    const written = writeReplaced(field, record.raw, result.replacements, result.text);
    return { newText: result.text, written };
  }

  private eventPlaceOf(field: RecordField, index: number, inRecord: boolean): EventPlace {
    if (!isTable(this.format)) return { path: this.places.eventPathOf(field.path) };
    const isCell = inRecord && field.kind !== 'key';
    return isCell ? { column: this.places.eventColumnOf(field, index) } : {};
  }

  /** The column that what is sealed here is bound to. Names go by what they stand in: their own text is what changes. */
  private boundColumn(field: RecordField, index: number, inRecord: boolean): string | undefined {
    if (!inRecord) return undefined;
    if (field.kind !== 'key') return this.places.columnOf(field, index);
    const path = this.places.pathOf(field.path);
    return `${path.slice(0, path.lastIndexOf('/'))}/~`;
  }

  /** Pointer of a field as reveal will see it. */
  private outputPath(field: RecordField, index: number): string {
    if (!isTable(this.format)) return this.places.pathOf(field.path);
    const segment = field.path.slice(field.path.indexOf('/', 1));
    return field.kind === 'key' || this.rows === 0
      ? field.path
      : `/${this.rows - 1}${this.places.segmentOf(index) ?? segment}`;
  }
}
