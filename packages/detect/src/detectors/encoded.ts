/**
 * Looks into text that is encoded within the text. What is found inside is reported at the place of its encoded form; the reasons
 * name the encodings, the innermost first.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';
import {
  base64Bytes,
  base64Stretch,
  decodeBase64,
  isBase64Unit,
  mayBeBase64Gzip,
  mayBeBase64Text,
} from '../decode/base64.ts';
import type { Decoded, Stretch } from '../decode/decoded.ts';
import { decodeEscapes, escapeStretch } from '../decode/escapes.ts';
import { gunzip } from '../decode/gunzip.ts';
import { decodeHex, hexStretch } from '../decode/hex.ts';
import { decodePercent, percentStretch } from '../decode/percent.ts';
import {
  decodeEncodedWord,
  decodeQuotedPrintable,
  encodedWordStretch,
  quotedPrintableStretch,
} from '../decode/quoted-printable.ts';
import { reason, type Scan } from '../engine/scan.ts';
import { findBarePrivateKey } from './bare-private-key.ts';

const within = {
  base64: reason('format', 0, 'within base64'),
  hex: reason('format', 0, 'within hex'),
  percent: reason('format', 0, 'within percent-encoding'),
  escape: reason('format', 0, 'within escapes'),
  'quoted-printable': reason('format', 0, 'within quoted-printable'),
  'encoded-word': reason('format', 0, 'within an encoded word'),
  gzip: reason('format', 0, 'within gzip'),
} as const;

/** How deep encodings within encodings are followed. */
const maxDepth = 3;
/** Longest encoded text that is decoded, in code units. */
const maxLength = 8192;
/** Most that one stretch of gzip may give, in bytes. */
const maxInflated = 65_536;

/** Whether encodings may still be looked into at this place. */
const mayLook = (scan: Scan, at: number): boolean => scan.depth < maxDepth && at >= scan.encodedTo;

function look(scan: Scan, { encoding, start }: Stretch, decoded: Decoded | undefined): void {
  if (decoded === undefined) return;
  for (const found of scan.findWithin(decoded.text)) {
    scan.adopt(
      found,
      start + decoded.startOf(found.start),
      start + decoded.endOf(found.end),
      within[encoding],
    );
  }
}

/** Looks into the base64 that begins with the word at `start`. */
export function findEncoded(scan: Scan, start: number): void {
  if (!mayLook(scan, start)) return;
  const { view } = scan;
  if (isBase64Unit(view.at(start - 1))) return;
  const stretch = base64Stretch(view, start, maxLength);
  scan.encodedTo = stretch.end;
  if (stretch.end - start >= maxLength) return;
  if (findBarePrivateKey(scan, stretch)) return;
  if (mayBeBase64Text(view, stretch)) {
    look(scan, stretch, decodeBase64(view.slice(start, stretch.end)));
  } else if (mayBeBase64Gzip(view, stretch)) findCompressed(scan, stretch);
}

/** Looks into gzip in base64. What is found stands for the whole stretch: no byte of it belongs to one value alone. */
function findCompressed(scan: Scan, { start, end }: Stretch): void {
  const bytes = base64Bytes(scan.view.slice(start, end));
  const inflated = bytes === undefined ? undefined : gunzip(bytes, maxInflated);
  if (inflated === undefined) return;
  const outer: Evidence = within.base64;
  for (const found of scan.findWithin(new TextDecoder().decode(inflated.bytes))) {
    scan.adopt({ ...found, evidence: [...found.evidence, within.gzip] }, start, end, outer);
  }
}

/** Looks into the hexadecimal digits that begin with the word at `start`. */
export function findHexEncoded(scan: Scan, start: number): void {
  if (!mayLook(scan, start)) return;
  const stretch = hexStretch(scan.view, start, maxLength);
  if (stretch === undefined) return;
  scan.encodedTo = stretch.end;
  look(scan, stretch, decodeHex(scan.view.slice(stretch.start, stretch.end)));
}

/** Looks into the percent-encoded text around the `%` at `percent`. */
export function findPercentEncoded(scan: Scan, percent: number): void {
  if (!mayLook(scan, percent)) return;
  const stretch = percentStretch(scan.view, percent, maxLength);
  if (stretch === undefined) return;
  scan.encodedTo = stretch.end;
  look(scan, stretch, decodePercent(scan.view.slice(stretch.start, stretch.end)));
}

/** Looks into the string with escapes around the backslash at `backslash`. */
export function findEscaped(scan: Scan, backslash: number): void {
  if (!mayLook(scan, backslash)) return;
  const stretch = escapeStretch(scan.view, backslash, maxLength);
  if (stretch === undefined) return;
  scan.encodedTo = stretch.end;
  look(scan, stretch, decodeEscapes(scan.view.slice(stretch.start, stretch.end)));
}

/** Looks into the quoted-printable text or the encoded word at the `=` at `equals`. */
export function findQuotedPrintable(scan: Scan, equals: number): void {
  if (!mayLook(scan, equals)) return;
  const { view } = scan;
  const word = encodedWordStretch(view, equals);
  if (word !== undefined) {
    scan.encodedTo = word.end;
    look(scan, word, decodeEncodedWord(view.slice(word.start, word.end)));
    return;
  }
  const stretch = quotedPrintableStretch(view, equals, maxLength);
  if (stretch === undefined) return;
  scan.encodedTo = stretch.end;
  look(scan, stretch, decodeQuotedPrintable(view.slice(stretch.start, stretch.end)));
}
