/**
 * Where the fields of a document stand, as both protect and reveal see it: in the output of protect, which is the input of reveal.
 *
 * @module
 */
import { appendPointer, parsePointer } from '@yushu/core';
import {
  createRecordReader,
  type DocumentFormat,
  type DocumentRecord,
  type RecordField,
  type RecordReaderOptions,
} from '@yushu/detect/formats';

/** Keys longer than this are written `*` in pointers, by the reader too. */
const maxSegmentLength = 256;

/** Whether rows of a table are cut, so that fields go by columns and not by pointers. */
export function isTable(format: DocumentFormat): boolean {
  return format === 'csv' || format === 'tsv' || format === 'sql';
}

interface Rename {
  readonly from: string;
  readonly to: string;
  readonly oldName: string;
  readonly newName: string;
}

/** Places in the output, where names have been changed on the way. */
export class DocumentPlaces {
  private readonly format: DocumentFormat;
  private readonly renames: Rename[] = [];
  private readonly hidden: string[] = [];
  private newHeader: string | undefined;
  private columns: readonly string[] = [];
  private readonly columnOfSegment = new Map<string, string>();

  private readonly options: RecordReaderOptions;

  constructor(format: DocumentFormat, options: RecordReaderOptions = {}) {
    this.format = format;
    this.options = options;
  }

  /** At the beginning of a record; one JSON document is one record in many pieces. */
  startRecord(record: DocumentRecord): void {
    if (this.format !== 'json') {
      this.renames.length = 0;
      this.hidden.length = 0;
    }
    if (this.newHeader === undefined || record.fields.length === 0) return;
    // The names that the reader will give to the new header, asked of the reader itself.
    const reader = createRecordReader(this.format, this.options);
    const records = [...reader.push(this.newHeader), ...reader.push(record.raw), ...reader.end()];
    this.columns = records.at(-1)?.fields.map((field) => field.path) ?? [];
    this.newHeader = undefined;
  }

  /** The header has been changed into this. */
  renameHeader(raw: string): void {
    this.newHeader = raw;
  }

  /** The member with this pointer has another key now. */
  renameMember(path: string, oldName: string, newName: string): void {
    const moved = this.pathOf(path);
    const parent = moved.slice(0, moved.lastIndexOf('/'));
    const to = appendPointer(parent, newName.length > maxSegmentLength ? '*' : newName);
    this.renames.push({ from: path, to, oldName, newName });
  }

  /** Pointer of a field in the output. */
  pathOf(path: string): string {
    const { renames } = this;
    for (let last = renames.at(-1); last !== undefined; last = renames.at(-1)) {
      if (path === last.from) return last.to;
      if (path.startsWith(last.from) && path[last.from.length] === '/') {
        return last.to + path.slice(last.from.length);
      }
      // Fields come in the order of the text: that member is left for good.
      renames.pop();
    }
    return path;
  }

  /** The key of this member is sensitive itself: no event may name it. */
  hideMember(path: string): void {
    this.hidden.push(path);
  }

  /** Pointer of a field for events. */
  eventPathOf(path: string): string {
    while (this.hidden.length > 0 && !isUnder(path, this.hidden.at(-1)!)) this.hidden.pop();
    if (this.hidden.length === 0) return path;
    const segments = path.split('/');
    for (const hidden of this.hidden) segments[hidden.split('/').length - 1] = '*';
    return segments.join('/');
  }

  /** Column of a field for events: of a header that has been changed, the cells could be told by what is left of them. */
  eventColumnOf(field: RecordField, index: number): string {
    const isChanged =
      this.columns.length > 0 && this.segmentOf(index) !== segmentOfPath(field.path);
    return isChanged ? `#${index + 1}` : this.columnOf(field, index);
  }

  /** The part of a table's pointers for a column, with the slash, where the header has been changed. */
  segmentOf(index: number): string | undefined {
    const path = this.columns[index];
    return path === undefined ? undefined : segmentOfPath(path);
  }

  /** The column that a field is bound to. */
  columnOf(field: RecordField, index: number): string {
    if (!isTable(this.format)) return this.pathOf(field.path);
    const path = this.columns[index] ?? field.path;
    const segment = path.slice(path.indexOf('/', 1) + 1);
    let column = this.columnOfSegment.get(segment);
    if (column === undefined) {
      if (this.columnOfSegment.size > 10_000) this.columnOfSegment.clear();
      column = parsePointer(`/${segment}`)[0]!;
      this.columnOfSegment.set(segment, column);
    }
    return column;
  }

  /** Name of a field in the output: its column or nearest key; for a key, that of the object it stands in. */
  nameOf(field: RecordField, index: number): string | undefined {
    const isKey = field.kind === 'key';
    if (isTable(this.format)) {
      return isKey || this.columns.length === 0 ? field.name : this.columnOf(field, index);
    }
    // The nearest key may be one that has been changed: between it and the field stand only indexes of arrays.
    this.pathOf(field.path);
    const last = this.renames.at(-1);
    if (last === undefined || field.name !== last.oldName) return field.name;
    const path = isKey ? field.path.slice(0, field.path.lastIndexOf('/')) : field.path;
    return /^(?:\/\d+)*$/.test(path.slice(last.from.length)) ? last.newName : field.name;
  }
}

function segmentOfPath(path: string): string {
  return path.slice(path.indexOf('/', 1));
}

function isUnder(path: string, parent: string): boolean {
  return path === parent || (path.startsWith(parent) && path[parent.length] === '/');
}
