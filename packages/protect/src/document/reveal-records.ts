import type { EventPlace } from '@yushu/core';
import {
  createRecordReader,
  type DocumentFormat,
  type DocumentRecord,
  type RecordField,
  type RecordReader,
} from '@yushu/detect/formats';
import { SummaryCounter } from '../audit/summary.ts';
import type { TextKind } from '../engine/plan-parts.ts';
import { inOrder, type RevealEngine } from '../engine/reveal-engine.ts';
import { type Replacement, replaceParts } from '../engine/write-parts.ts';
import { protectError } from '../errors.ts';
import { findSealedParts, holdsSealed, sealedPrefix } from '../sealed/find-sealed.ts';
import type { SealPlace } from '../sealed/sealer.ts';
import { jsonOfValue, textOfValue } from '../sealed/value-text.ts';
import { DocumentPlaces, isTable } from './document-places.ts';
import type { DocumentRewriter } from './document-rewriter.ts';
import { writeReplaced, writeWhole } from './field-text.ts';
import { maxRevealedLength } from './line-buffer.ts';
import { sqlComment } from './protect-records.ts';

/** Digits as protect accepts them from format-preserving encryption of a number. */
const wholeNumber = /^(?:0|[1-9]\d*)$/;

/** How many names are remembered. */
const maxNames = 1000;

/** Where a field stands and how it is read. */
interface FieldPlace {
  readonly record: DocumentRecord;
  readonly field: RecordField;
  readonly index: number;
  readonly inRecord: boolean;
  readonly kind: TextKind;
  readonly eventPlace: () => EventPlace;
}

/** Reveals a document record by record, for any chunking. */
export class RecordRevealer implements DocumentRewriter {
  private readonly engine: RevealEngine;
  private readonly format: DocumentFormat;
  private readonly reader: RecordReader;
  private readonly places: DocumentPlaces;
  private readonly counter = new SummaryCounter();
  private rows = 0;
  private namePart = 0;
  private structurePart = 0;
  /** Whether a name is data; most names come again in every record. */
  private readonly sensitiveNames = new Map<string, boolean>();

  constructor(
    engine: RevealEngine,
    format: DocumentFormat,
    options: { readonly delimiter?: string | undefined } = {},
  ) {
    const { delimiter } = options;
    const readerOptions = delimiter === undefined ? {} : { delimiter };
    this.engine = engine;
    this.format = format;
    this.reader = createRecordReader(format, {
      ...readerOptions,
      maxRecordLength: maxRevealedLength,
    });
    this.places = new DocumentPlaces(format);
    if (format === 'json') this.rows = 1;
  }

  push(chunk: string): string {
    return this.revealAll(this.reader.push(chunk));
  }

  end(): string {
    return this.revealAll(this.reader.end());
  }

  summary() {
    return this.counter.summary();
  }

  private revealAll(records: readonly DocumentRecord[]): string {
    let output = '';
    for (const record of records) output += this.revealRecord(record);
    return output;
  }

  private revealRecord(record: DocumentRecord): string {
    const { problem, raw, fields } = record;
    if (problem !== undefined) {
      throw protectError(
        'ERR_PROTECT_DOCUMENT',
        `Line ${problem.line} is broken: ${problem.message}`,
        {
          hint: 'What protect writes is never broken: the document has been changed since.',
          details: { line: problem.line, column: problem.column, reason: problem.code },
        },
      );
    }
    const isData = record.number > 0;
    if (isData) {
      this.rows += 1;
      this.counter.records += 1;
    }
    if (this.format !== 'json') this.namePart = 0;
    this.places.startRecord(record);
    // Between the values of an SQL row there may be comments, which no field holds.
    const hasGaps =
      isData && this.format === 'sql' && (this.engine.seeksFormats || holdsSealed(raw));
    let output = '';
    let at = 0;
    for (const [index, field] of fields.entries()) {
      const written = this.revealField(record, field, index, isData);
      if (written === undefined && !hasGaps) continue;
      const gap = raw.slice(at, field.rawStart);
      output += hasGaps ? this.revealGap(record, gap) : gap;
      output += written ?? raw.slice(field.rawStart, field.rawEnd);
      at = field.rawEnd;
    }
    if (at === 0) return raw;
    const rest = raw.slice(at);
    return output + (hasGaps ? this.revealGap(record, rest) : rest);
  }

  private revealGap(record: DocumentRecord, gap: string): string {
    if (!sqlComment.test(gap)) return gap;
    const { engine, counter } = this;
    const eventPlace = () => ({ record: record.number, line: record.line });
    const found: Replacement[] = [];
    for (const { start, end, sealed } of findSealedParts(gap)) {
      const opened = engine.open(sealed, { ...engine.scope, row: '0' }, this.structurePart);
      this.structurePart += 1;
      if (!engine.grant(opened, undefined, undefined, eventPlace, counter)) continue;
      found.push({ start, end, text: textOfValue(opened.value) });
    }
    if (engine.seeksFormats) {
      const find = (text: string) => engine.planText(text, 'name');
      found.push(
        ...engine.openFormats(gap, find, engine.scope, undefined, undefined, eventPlace, counter)
          .replacements,
      );
    }
    return replaceParts(gap, inOrder(found));
  }

  private kindOf(field: RecordField, isData: boolean): TextKind {
    if (field.kind === 'key') return 'name';
    if (!isData && this.format === 'sql') return 'name';
    return field.kind === 'string' ? 'field' : 'solid';
  }

  private revealField(
    record: DocumentRecord,
    field: RecordField,
    index: number,
    isData: boolean,
  ): string | undefined {
    const { text } = field;
    // A name that the policy let pass is data all the same: no event may hold it.
    if (field.kind === 'key' && !isTable(this.format) && this.isSensitiveName(text)) {
      this.places.hideMember(field.path);
    }
    const holds = text.length >= sealedPrefix.length && holdsSealed(text);
    if (!holds && !this.engine.seeksFormats) return undefined;
    const inRecord = isData || this.format === 'json';
    const column = inRecord ? this.boundColumn(field, index) : undefined;
    const at: FieldPlace = {
      record,
      field,
      index,
      inRecord,
      kind: this.kindOf(field, isData),
      eventPlace: () => ({
        ...(isTable(this.format)
          ? column === undefined
            ? {}
            : { column }
          : { path: this.eventPathOf(field) }),
        ...(record.number > 0 ? { record: record.number } : {}),
        line: record.line,
      }),
    };
    const place: SealPlace = {
      ...this.engine.scope,
      column,
      row: inRecord ? String(this.rows) : '0',
    };
    if (holds && at.kind === 'field' && text.startsWith(sealedPrefix)) {
      return this.revealWhole(at, place);
    }
    return this.revealParts(at, place, holds);
  }

  /** A key is only spoken of where it is sensitive itself. */
  private eventPathOf(field: RecordField): string {
    const path = this.places.eventPathOf(field.path);
    return field.kind === 'key' ? `${path.slice(0, path.lastIndexOf('/'))}/*` : path;
  }

  private isSensitiveName(name: string): boolean {
    const known = this.sensitiveNames.get(name);
    if (known !== undefined) return known;
    const isSensitive = this.engine.scanner.scan(name).length > 0;
    if (this.sensitiveNames.size >= maxNames) this.sensitiveNames.clear();
    this.sensitiveNames.set(name, isSensitive);
    return isSensitive;
  }

  private boundColumn(field: RecordField, index: number): string {
    if (field.kind !== 'key') return this.places.columnOf(field, index);
    return `${field.path.slice(0, field.path.lastIndexOf('/'))}/~`;
  }

  private revealWhole(
    { record, field, eventPlace }: FieldPlace,
    place: SealPlace,
  ): string | undefined {
    const { name, path, text } = field;
    const opened = this.engine.open(text, place, undefined);
    if (!this.engine.grant(opened, name, path, eventPlace, this.counter)) return undefined;
    const { value, raw } = opened;
    if (typeof value === 'string') return raw ? value : writeWhole(field, record.raw, value);
    return this.format === 'csv' || this.format === 'tsv'
      ? writeWhole(field, record.raw, textOfValue(value))
      : typeof value === 'object' && this.format === 'sql'
        ? writeWhole(field, record.raw, textOfValue(value))
        : jsonOfValue(value);
  }

  private revealParts(at: FieldPlace, place: SealPlace, holds: boolean): string | undefined {
    const { record, field, inRecord, eventPlace } = at;
    const { text, name, path } = field;
    const isName = field.kind === 'key';
    const found: (Replacement & { raw: boolean })[] = [];
    let part = !inRecord ? this.structurePart : isName ? this.namePart : 0;
    for (const { start, end, sealed } of holds ? findSealedParts(text) : []) {
      const opened = this.engine.open(sealed, place, part);
      part += 1;
      if (!this.engine.grant(opened, name, path, eventPlace, this.counter)) continue;
      found.push({ start, end, text: textOfValue(opened.value), raw: opened.raw });
    }
    if (!inRecord) this.structurePart = part;
    else if (isName) this.namePart = part;
    const formats = this.openFormats(at);
    // Of what was encrypted in its format, parts are as they were: no event may name it.
    if (isName && !isTable(this.format) && (holds || formats.isFound)) {
      this.places.hideMember(path);
    }
    for (const replacement of formats.replacements) found.push({ ...replacement, raw: false });
    if (found.length === 0) return undefined;
    inOrder(found);
    const newText = replaceParts(text, found);
    return writeReplaced(field, record.raw, found, newText, (index) => found[index]!.raw);
  }

  private openFormats({ field, index, kind, eventPlace }: FieldPlace) {
    const { engine, places, format } = this;
    if (!engine.seeksFormats || field.kind === 'boolean' || field.kind === 'null') {
      return { isFound: false, replacements: [] };
    }
    const { text, name, path } = field;
    const place = isTable(format) && kind !== 'name' ? places.columnOf(field, index) : name;
    return engine.openFormats(
      text,
      (candidate) =>
        field.kind === 'number' && !wholeNumber.test(candidate)
          ? []
          : engine.plan(candidate, kind, name, path, text === ''),
      engine.coverPlace(place),
      name,
      path,
      eventPlace,
      this.counter,
    );
  }
}
