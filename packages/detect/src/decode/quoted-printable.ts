/**
 * Quoted-printable, RFC 2045 section 6.7, and the encoded words of mail headers, RFC 2047.
 *
 * @module
 */
import { isAlphanumeric, isHex } from '../engine/characters.ts';
import { decodeBase64 } from './base64.ts';
import { type Decoded, DecodedBuilder, decodeUtf8, type Stretch, type Units } from './decoded.ts';

/** How far before its first escape a stretch begins at most. */
const reachBack = 64;
/** RFC 2047 section 2: an encoded word has 75 characters at most. Writers that do not count are given twice that. */
const longestWord = 150;

const isEscape = (units: Units, at: number): boolean =>
  units.at(at) === 0x3d && isHex(units.at(at + 1)) && isHex(units.at(at + 2));

/** Length of the soft line break at `at`: `=` and a line end; 0 where none stands. */
function softBreak(units: Units, at: number): number {
  if (units.at(at) !== 0x3d) return 0;
  if (units.at(at + 1) === 0x0a) return 2;
  return units.at(at + 1) === 0x0d && units.at(at + 2) === 0x0a ? 3 : 0;
}

/** Signs that are escaped within words: `user=40mail.cn`, `a=2Eb`, `x=3Dy`. Letters and digits need none. */
function isEscapedSign(units: Units, at: number): boolean {
  const byte = Number.parseInt(String.fromCharCode(units.at(at + 1), units.at(at + 2)), 16);
  return byte >= 0x20 && byte < 0x7f && !isAlphanumeric(byte);
}

/** How far the text goes on that the `=` at `at` hides: to the end of its line, or of its word; `undefined` where it hides none. */
function hides(units: Units, at: number): 'line' | 'word' | undefined {
  const before = units.at(at - 1);
  if (isEscape(units, at)) {
    // A byte of UTF-8 beside another, or three escapes in a row.
    if (isEscape(units, at + 3) && (units.at(at + 1) >= 0x38 || isEscape(units, at + 6)))
      return 'line';
    const isWithin = isAlphanumeric(before) && isAlphanumeric(units.at(at + 3));
    return isWithin && isEscapedSign(units, at) ? 'word' : undefined;
  }
  const length = softBreak(units, at);
  const isSoft =
    length > 0 && before > 0x20 && before !== 0x3d && isAlphanumeric(units.at(at + length));
  return isSoft ? 'line' : undefined;
}

/** The stretch around the `=` at `equals`: to the end of the line, over soft line breaks, or of the word. */
export function quotedPrintableStretch(
  units: Units,
  equals: number,
  limit: number,
): Stretch | undefined {
  const reach = hides(units, equals);
  if (reach === undefined) return undefined;
  let start = equals;
  while (equals - start < reachBack && units.at(start - 1) > 0x20) start -= 1;
  let end = equals;
  const most = Math.min(units.length, start + limit);
  while (end < most) {
    const length = softBreak(units, end);
    if (length > 0) end += length;
    else if (units.at(end) === 0x0a || units.at(end) === 0x0d) break;
    else if (reach === 'word' && units.at(end) <= 0x20) break;
    else end += 1;
  }
  return { encoding: 'quoted-printable', start, end: Math.min(end, most) };
}

/** Decodes quoted-printable; `undefined` where the escapes are no UTF-8. */
export function decodeQuotedPrintable(
  source: string,
  underscoreIsSpace = false,
): Decoded | undefined {
  const decoded = new DecodedBuilder();
  let index = 0;
  while (index < source.length) {
    if (source[index] === '=') {
      const line = /^=\r?\n/.exec(source.slice(index, index + 3));
      if (line !== null) {
        index += line[0].length;
        continue;
      }
      const escapes = readEscapes(source, index);
      if (escapes.bytes.length > 0) {
        const run = decodeUtf8(Uint8Array.from(escapes.bytes));
        if (run === undefined) return undefined;
        addRun(decoded, run, escapes);
        index = escapes.end;
        continue;
      }
    }
    const unit = source[index]!;
    decoded.add(underscoreIsSpace && unit === '_' ? ' ' : unit, index, index + 1);
    index += 1;
  }
  return decoded;
}

interface Escapes {
  readonly bytes: number[];
  /** Where each byte begins. */
  readonly places: number[];
  readonly end: number;
}

/** A run of escapes, over soft line breaks: a character of UTF-8 may be broken by one. */
function readEscapes(source: string, from: number): Escapes {
  const bytes: number[] = [];
  const places: number[] = [];
  let index = from;
  for (;;) {
    const match = /^(?:=\r?\n)?=([\dA-Fa-f]{2})/.exec(source.slice(index, index + 6));
    if (match === null) return { bytes, places, end: index };
    bytes.push(Number.parseInt(match[1]!, 16));
    places.push(index + match[0].length - 3);
    index += match[0].length;
  }
}

function addRun(decoded: DecodedBuilder, run: string, { places, end }: Escapes): void {
  let byte = 0;
  for (const character of run) {
    const value = character.codePointAt(0)!;
    const size = value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
    const last = places[byte + size - 1];
    decoded.add(character, places[byte]!, last === undefined ? end : last + 3);
    byte += size;
  }
}

/** The encoded word (RFC 2047 section 2) that begins at the `=` at `equals`. */
export function encodedWordStretch(units: Units, equals: number): Stretch | undefined {
  if (units.at(equals + 1) !== 0x3f) return undefined;
  let marks = 0;
  for (let at = equals + 2; at < Math.min(units.length, equals + longestWord); at += 1) {
    const unit = units.at(at);
    if (unit <= 0x20) return undefined;
    if (unit !== 0x3f) continue;
    marks += 1;
    if (marks === 3) {
      return units.at(at + 1) === 0x3d
        ? { encoding: 'encoded-word', start: equals, end: at + 2 }
        : undefined;
    }
  }
  return undefined;
}

/** Decodes an encoded word in UTF-8. */
export function decodeEncodedWord(source: string): Decoded | undefined {
  const match = /^(=\?(?:utf-8|us-ascii)\?([bq])\?)([^?]*)\?=$/i.exec(source);
  if (match === null) return undefined;
  const [, head, kind, body] = match as unknown as [string, string, string, string];
  const decoded =
    kind.toLowerCase() === 'b' ? decodeBase64(body) : decodeQuotedPrintable(body, true);
  if (decoded === undefined) return undefined;
  return {
    text: decoded.text,
    startOf: (index) => head.length + decoded.startOf(index),
    endOf: (index) => head.length + decoded.endOf(index),
  };
}
