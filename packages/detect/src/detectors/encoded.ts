/**
 * Looks into text that is encoded within the text: base64 and percent-encoding. What is found inside is reported at the place of
 * its encoded form.
 *
 * @module
 */
import { isAlphanumeric, isHex } from '../engine/characters.ts';
import { reason, type Scan } from '../engine/scan.ts';
import type { TextView } from '../engine/view.ts';

const inBase64 = reason('format', 0, 'within base64');
const inPercent = reason('format', 0, 'within percent-encoding');

/** How deep encodings within encodings are followed. */
const maxDepth = 3;
/** Longest encoded text that is decoded, in code units. */
const maxLength = 8192;

function isBase64Unit(unit: number): boolean {
  return isAlphanumeric(unit) || unit === 0x2b || unit === 0x2f || unit === 0x2d || unit === 0x5f;
}

/** Looks into the base64 (RFC 4648 sections 4 and 5) that begins with the word at `start`. */
export function findEncoded(scan: Scan, start: number, wordEnd: number): void {
  if (scan.depth >= maxDepth || start < scan.encodedTo) return;
  const { view } = scan;
  if (isBase64Unit(view.at(start - 1))) return;
  let end = wordEnd;
  while (end - start < maxLength && isBase64Unit(view.at(end))) end += 1;
  scan.encodedTo = end;
  if (end - start < 12 || end - start >= maxLength) return;
  let stop = end;
  while (view.at(stop) === 0x3d && stop - end < 2) stop += 1;
  if (!mayBeText(view, start)) return;
  const bytes = decodeBase64(view.slice(start, end));
  if (bytes === undefined) return;
  const text = decodeText(bytes);
  if (text === undefined) return;
  // Offsets of characters in bytes, four code units of base64 for three of them.
  const byteAt = byteOffsets(text);
  for (const found of scan.findWithin(text)) {
    const from = start + Math.floor(byteAt[found.start]! / 3) * 4;
    const to = start + Math.ceil(byteAt[found.end]! / 3) * 4;
    scan.adopt(found, from, Math.min(to, stop), inBase64);
  }
}

/** Values of the base64 alphabets, RFC 4648 tables 1 and 2. */
const sextets = new Uint8Array(128);
for (let index = 0; index < 64; index += 1) {
  sextets['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.charCodeAt(index)] =
    index;
}
sextets[0x2d] = 62;
sextets[0x5f] = 63;

/** Whether the first nine bytes could be text: identifiers in camelCase are mostly refused here. */
function mayBeText(view: TextView, start: number): boolean {
  let following = 0;
  for (let index = start; index < start + 12; index += 4) {
    const bits =
      (sextets[view.at(index)]! << 18) |
      (sextets[view.at(index + 1)]! << 12) |
      (sextets[view.at(index + 2)]! << 6) |
      sextets[view.at(index + 3)]!;
    for (let shift = 16; shift >= 0; shift -= 8) {
      const byte = (bits >> shift) & 0xff;
      if (following > 0) {
        if ((byte & 0xc0) !== 0x80) return false;
        following -= 1;
      } else if (byte >= 0x80) {
        // Lead bytes of UTF-8, RFC 3629 section 4.
        if (byte < 0xc2 || byte > 0xf4) return false;
        following = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      } else if (
        byte === 0x7f ||
        (byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09)
      ) {
        return false;
      }
    }
  }
  return true;
}

function decodeBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes as text, where they are text at all: UTF-8 without control characters. */
function decodeText(bytes: Uint8Array): string | undefined {
  // Random bytes almost always fail here, within the first few.
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index]!;
    if (byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return undefined;
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function byteOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    offsets[index] = bytes;
    const unit = text.charCodeAt(index);
    // A pair of surrogates is four bytes together.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  offsets[text.length] = bytes;
  return offsets;
}

function isPercentUnit(unit: number): boolean {
  return (
    unit > 0x20 &&
    unit < 0x7f &&
    unit !== 0x22 &&
    unit !== 0x27 &&
    unit !== 0x3c &&
    unit !== 0x3e &&
    unit !== 0x26 &&
    unit !== 0x3d
  );
}

/** Looks into the percent-encoded text (RFC 3986 section 2.1) around the `%` at `percent`. */
export function findPercentEncoded(scan: Scan, percent: number): void {
  const { view } = scan;
  if (scan.depth >= maxDepth || percent < scan.encodedTo) return;
  if (!isHex(view.at(percent + 1)) || !isHex(view.at(percent + 2))) return;
  let start = percent;
  while (percent - start < 64 && isPercentUnit(view.at(start - 1))) start -= 1;
  let end = percent;
  while (end - start < maxLength && isPercentUnit(view.at(end))) end += 1;
  scan.encodedTo = end;
  const decoded = decodePercent(view.slice(start, end));
  if (decoded === undefined) return;
  for (const found of scan.findWithin(decoded.text)) {
    scan.adopt(
      found,
      start + decoded.offsets[found.start]!,
      start + decoded.offsets[found.end]!,
      inPercent,
    );
  }
}

function decodePercent(text: string): { text: string; offsets: number[] } | undefined {
  let decoded = '';
  const offsets: number[] = [];
  let index = 0;
  while (index < text.length) {
    if (text[index] !== '%' || !/^[\dA-Fa-f]{2}$/.test(text.slice(index + 1, index + 3))) {
      offsets.push(index);
      decoded += text[index]!;
      index += 1;
      continue;
    }
    let to = index;
    const bytes: number[] = [];
    // One run of escapes is one run of UTF-8.
    while (text[to] === '%' && /^[\dA-Fa-f]{2}$/.test(text.slice(to + 1, to + 3))) {
      bytes.push(Number.parseInt(text.slice(to + 1, to + 3), 16));
      to += 3;
    }
    const run = decodeText(Uint8Array.from(bytes));
    if (run === undefined) return undefined;
    const byteAt = byteOffsets(run);
    for (let unit = 0; unit < run.length; unit += 1) offsets.push(index + byteAt[unit]! * 3);
    decoded += run;
    index = to;
  }
  offsets.push(text.length);
  return { text: decoded, offsets };
}
