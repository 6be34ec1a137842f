import { DataSecurityError } from '@yushu/core';
import type { FieldStyle } from './field-style.ts';

/** What kind of value a field holds. `key` is a JSON key or a header cell that could hold data itself. */
export type FieldKind = 'string' | 'number' | 'boolean' | 'null' | 'key';

/**
 * One value of a record: a cell, a JSON value or key, a value of an SQL row.
 *
 * Made by {@link createRecordReader}, not by hand.
 */
export class RecordField {
  readonly kind: FieldKind;
  /**
   * JSON Pointer: `/<record − 1>/<column>` for tables, the pointer within the line for NDJSON, within the document for JSON. A key
   * longer than 256 characters is written `*`; of columns with one name, the further ones get `#2`, `#3` behind it.
   */
  readonly path: string;
  /** Column name or nearest JSON key; `undefined` where there is none. */
  readonly name: string | undefined;
  /** What a sibling says that it is: of `{"name": "phone", "value": "…"}`, `phone` for the second. JSON only. */
  readonly label: string | undefined;
  /** The value, decoded. Numbers, booleans and nulls as they are written. */
  readonly text: string;
  /** Where it begins within the record's `raw`, quotes included. */
  readonly rawStart: number;
  /** Position after its last character within the record's `raw`. */
  readonly rawEnd: number;
  private readonly raw: string;
  private readonly style: FieldStyle;
  // Where `locate` was last asked: callers ask in rising order, so the whole field is walked once.
  private lastOffset = 0;
  private lastPosition = -1;

  constructor(
    kind: FieldKind,
    path: string,
    name: string | undefined,
    text: string,
    rawStart: number,
    rawEnd: number,
    raw: string,
    style: FieldStyle,
    label?: string,
  ) {
    this.label = label;
    this.kind = kind;
    this.path = path;
    this.name = name;
    this.text = text;
    this.rawStart = rawStart;
    this.rawEnd = rawEnd;
    this.raw = raw;
    this.style = style;
  }

  /**
   * Where a character of `text` stands in the record's `raw`; for `text.length`, where the content ends. Escapes and doubled quotes
   * are counted.
   *
   * @param offset - 0 to `text.length`, in UTF-16 code units.
   * @throws {DataSecurityError} `ERR_DETECT_FIELD_OFFSET` where the offset is outside.
   *
   * @example
   * ```ts
   * import { createRecordReader } from '@yushu/detect/formats';
   *
   * const [record] = createRecordReader('ndjson').push('{"note":"a\\u0062c"}\n');
   * console.log(record?.fields[0]?.text, record?.fields[0]?.locate(2)); // abc 16
   * ```
   */
  locate(offset: number): number {
    const { raw, style, text } = this;
    if (!(offset >= 0 && offset <= text.length)) {
      throw new DataSecurityError('ERR_DETECT_FIELD_OFFSET', 'The offset is outside the field', {
        hint: 'Give an offset from 0 to text.length.',
        details: { offset, length: text.length },
      });
    }
    const start = style.contentStart(raw, this.rawStart);
    const end = style.contentEnd(raw, this.rawEnd);
    // No escapes: each character stands for itself.
    if (end - start === text.length) return start + offset;
    if (offset === text.length) return end;
    let position = start;
    let at = 0;
    if (this.lastPosition >= 0 && this.lastOffset <= offset) {
      position = this.lastPosition;
      at = this.lastOffset;
    }
    while (position < end) {
      const next = style.unitEnd(raw, position, end);
      const length = next === position + 1 ? 1 : style.unitText(raw, position, next).length;
      if (at + length > offset) break;
      at += length;
      position = next;
    }
    this.lastOffset = at;
    this.lastPosition = position;
    return position;
  }

  /**
   * How the document writes `text` in place of the whole field, from `rawStart` to `rawEnd`. What was quoted stays quoted; a
   * number, boolean or null becomes a string unless the new text is a literal of the same kind.
   *
   * @example
   * ```ts
   * import { createRecordReader } from '@yushu/detect/formats';
   *
   * const reader = createRecordReader('csv');
   * const records = reader.push('name,note\n张三,"says ""hi"""\n');
   * console.log(records[1]?.fields[1]?.encode('"ok"')); // """ok"""
   * ```
   */
  encode(text: string): string {
    return this.style.encode(text, this.raw.slice(this.rawStart, this.rawEnd));
  }
}
