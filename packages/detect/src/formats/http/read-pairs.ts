import { appendPointer } from '@yushu/core';
import { decodeUnits } from '../field-style.ts';
import { RecordField } from '../record-field.ts';
import { HttpField } from './http-field.ts';
import { percentStyle } from './percent-style.ts';

/** How names and values of one kind of list are written. */
export interface PairSyntax {
  /** What divides pairs: `&` in queries and forms, `;` in cookies. */
  readonly divider: string;
  /** Whether `+` stands for a space, as in forms and queries (WHATWG URL, application/x-www-form-urlencoded). */
  readonly plusIsSpace: boolean;
}

/** Whether a unit is a space or tab. */
const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x09;

/** Percent-encoded text with its spaces: the same length, so that places stay. */
function withSpaces(text: string, start: number, end: number, plusIsSpace: boolean): string {
  const raw = text.slice(start, end);
  return plusIsSpace ? raw.replaceAll('+', ' ') : raw;
}

/** A field over `[start, end)` of a text that is percent-encoded. */
export function fieldOf(
  text: string,
  start: number,
  end: number,
  path: string,
  name: string | undefined,
  plusIsSpace: boolean,
): HttpField {
  const raw = withSpaces(text, start, end, plusIsSpace);
  const value = decodeUnits(percentStyle, raw, 0, raw.length);
  const field = new RecordField('string', path, name, value, 0, raw.length, raw, percentStyle);
  return new HttpField(path, name, value, (offset) => start + field.locate(offset));
}

function nameOf(text: string, start: number, end: number, plusIsSpace: boolean): string {
  const raw = withSpaces(text, start, end, plusIsSpace);
  return decodeUnits(percentStyle, raw, 0, raw.length);
}

/** Reads `name=value` pairs within `[start, end)` of a message into fields below `pointer`. Linear in the length. */
export function readPairs(
  text: string,
  start: number,
  end: number,
  pointer: string,
  { divider, plusIsSpace }: PairSyntax,
  fields: HttpField[],
): void {
  let from = start;
  while (from < end) {
    let to = text.indexOf(divider, from);
    if (to < 0 || to > end) to = end;
    let at = from;
    while (at < to && isBlank(text.charCodeAt(at))) at += 1;
    let last = to;
    while (last > at && isBlank(text.charCodeAt(last - 1))) last -= 1;
    const equals = text.indexOf('=', at);
    const hasName = equals >= 0 && equals < last;
    const name = hasName ? nameOf(text, at, equals, plusIsSpace) : undefined;
    const valueStart = hasName ? equals + 1 : at;
    if (last > valueStart) {
      const path = name === undefined ? pointer : appendPointer(pointer, name.slice(0, 256));
      fields.push(fieldOf(text, valueStart, last, path, name, plusIsSpace));
    }
    from = to + 1;
  }
}
