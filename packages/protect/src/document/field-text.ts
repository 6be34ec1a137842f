/**
 * Fields of a document as their text and as the document writes it.
 *
 * @module
 */
import type { RecordField } from '@yushu/detect/formats';
import type { FieldValue } from '@yushu/encrypt';
import type { Replacement } from '../engine/write-parts.ts';
import { sealedPrefix } from '../sealed/find-sealed.ts';

/** Characters that some format writes in another way, or that end a field. */
const specialInQuotes = /["'\\\u0000-\u001F\u007F\u2028\u2029]/;
const specialOutsideQuotes = /["'\\\u0000-\u001F\u007F\u2028\u2029,;|\uFEFF]/;

/**
 * Whether a text stands in a field as it is, whatever the format. Only such a text is sealed by itself: reveal then puts it back
 * without encoding it, and every byte is as it was.
 */
export function standsAsItIs(text: string, quoted: boolean): boolean {
  return quoted ? !specialInQuotes.test(text) : text !== '' && !specialOutsideQuotes.test(text);
}

function isQuoted(field: RecordField): boolean {
  return field.locate(0) > field.rawStart;
}

/**
 * How the document writes a part of a field, where its text alone would not give that back; for the whole field with its quotes.
 *
 * @param raw - the record's.
 */
export function rawOfPart(
  field: RecordField,
  raw: string,
  start: number,
  end: number,
): string | undefined {
  const { kind, text } = field;
  const whole = start === 0 && end === text.length;
  const token = raw.slice(field.rawStart, field.rawEnd);
  if (kind !== 'string' && kind !== 'key') {
    return kind !== 'null' && scalarOf(field) !== undefined ? undefined : token;
  }
  const written = raw.slice(field.locate(start), field.locate(end));
  const part = whole ? text : text.slice(start, end);
  const quoted = isQuoted(field);
  // What is sealed must not change the quotes, as it does for an SQL expression.
  const keepsStyle = !whole || quoted || field.encode(sealedPrefix) === sealedPrefix;
  if (written === part && keepsStyle && standsAsItIs(part, quoted)) return undefined;
  return whole && kind === 'string' ? token : written;
}

/** The value of a number or boolean, where writing it gives the same text again. */
export function scalarOf({ kind, text }: RecordField): FieldValue | undefined {
  if (kind === 'number') {
    const value = Number(text);
    return String(value) === text ? value : undefined;
  }
  if (kind !== 'boolean') return undefined;
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** How the document writes a new text in place of the whole field. */
export function writeWhole(field: RecordField, raw: string, text: string): string {
  const { rawStart, rawEnd } = field;
  const from = field.locate(0);
  const quoted = from > rawStart;
  if ((field.kind !== 'string' && field.kind !== 'key') || !standsAsItIs(text, quoted)) {
    return field.encode(text);
  }
  // An SQL expression turns into a string in quotes.
  if (!quoted && field.encode(text) !== text) return field.encode(text);
  return raw.slice(rawStart, from) + text + raw.slice(field.locate(field.text.length), rawEnd);
}

/**
 * How the document writes a field with parts replaced: everything else stays to the byte.
 *
 * @param isRaw - whether the replacement with this index is written already.
 */
export function writeReplaced(
  field: RecordField,
  raw: string,
  replacements: readonly Replacement[],
  newText: string,
  isRaw: (index: number) => boolean = () => false,
): string {
  const { rawStart, rawEnd, text } = field;
  const only = replacements[0]!;
  if (replacements.length === 1 && only.start === 0 && only.end === text.length && !isRaw(0)) {
    return writeWhole(field, raw, only.text);
  }
  const from = field.locate(0);
  const quoted = from > rawStart;
  let result = raw.slice(rawStart, from);
  let at = from;
  for (const [index, { start, end, text: replacement }] of replacements.entries()) {
    const content = isRaw(index) ? replacement : writeContent(field, quoted, replacement);
    if (content === undefined) return field.encode(newText);
    const place = field.locate(start);
    result += raw.slice(at, place) + content;
    at = field.locate(end);
  }
  return result + raw.slice(at, rawEnd);
}

/** A text as the inside of a field, or `undefined` where the field must be written anew to hold it. */
function writeContent(field: RecordField, quoted: boolean, text: string): string | undefined {
  if (text === '' || standsAsItIs(text, quoted)) return text;
  const encoded = field.encode(text);
  if (!quoted) return encoded === text ? text : undefined;
  const plain = field.encode('');
  // The quotes around nothing: an opening of some length, and one closing quote.
  return encoded.startsWith(plain.slice(0, -1)) && encoded.endsWith(plain.slice(-1))
    ? encoded.slice(plain.length - 1, -1)
    : undefined;
}
