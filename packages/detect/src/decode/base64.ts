/**
 * Base64, RFC 4648 sections 4 and 5, on one line or on lines as RFC 2045 section 6.8 breaks them.
 *
 * @module
 */
import { isAlphanumeric } from '../engine/characters.ts';
import {
  byteOffsets,
  type Decoded,
  decodeUtf8,
  mayBeginText,
  type Stretch,
  type Units,
} from './decoded.ts';

/** Shortest stretch that is looked into. */
const shortest = 12;
/** Shortest line after which the next may go on. */
const shortestLine = 48;

/** Values of the base64 alphabets, RFC 4648 tables 1 and 2. */
const sextets = new Uint8Array(128);
for (let index = 0; index < 64; index += 1) {
  sextets['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.charCodeAt(index)] =
    index;
}
sextets[0x2d] = 62;
sextets[0x5f] = 63;

/** Whether a unit belongs to one of the two alphabets. */
export function isBase64Unit(unit: number): boolean {
  return isAlphanumeric(unit) || unit === 0x2b || unit === 0x2f || unit === 0x2d || unit === 0x5f;
}

function byteAt(units: Units, start: number, index: number): number {
  const at = start + Math.floor(index / 3) * 4 + (index % 3);
  const bits = (sextets[units.at(at) & 127]! << 6) | sextets[units.at(at + 1) & 127]!;
  return (bits >> (4 - (index % 3) * 2)) & 0xff;
}

/** The stretch of base64 that begins at `start`; its end even where it cannot be text. At most `limit` units. */
export function base64Stretch(units: Units, start: number, limit: number): Stretch {
  let end = start;
  let line = start;
  const most = Math.min(units.length, start + limit);
  for (;;) {
    while (end < most && isBase64Unit(units.at(end))) end += 1;
    // Lines of one length, each a whole number of groups, go on.
    const next = end + (units.at(end) === 0x0d ? 1 : 0);
    const length = end - line;
    if (length < shortestLine || length % 4 !== 0 || units.at(next) !== 0x0a) break;
    if (!isBase64Unit(units.at(next + 1)) || !isBase64Unit(units.at(next + 3))) break;
    line = next + 1;
    end = line;
  }
  const full = end;
  while (units.at(end) === 0x3d && end - full < 2) end += 1;
  return { encoding: 'base64', start, end };
}

/** Whether a stretch could be the base64 of text: names in camelCase are mostly refused here. */
export function mayBeBase64Text(units: Units, { start, end }: Stretch): boolean {
  if (end - start < shortest) return false;
  return mayBeginText((index) => byteAt(units, start, index), 9);
}

/** Whether a stretch is the base64 of RFC 1952: it begins with the bytes 1F 8B 08. */
export function mayBeBase64Gzip(units: Units, { start, end }: Stretch): boolean {
  if (end - start < 28) return false;
  return (
    byteAt(units, start, 0) === 0x1f &&
    byteAt(units, start, 1) === 0x8b &&
    byteAt(units, start, 2) === 0x08
  );
}

/** The bytes of base64, or `undefined` where it is none. */
export function base64Bytes(source: string): Uint8Array | undefined {
  const text = source.replaceAll(/[\r\n=]/g, '');
  if (text.length % 4 === 1) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
    return bytes;
  } catch {
    return undefined;
  }
}

/** Decodes base64 that holds text. */
export function decodeBase64(source: string): Decoded | undefined {
  const bytes = base64Bytes(source);
  const text = bytes === undefined ? undefined : decodeUtf8(bytes);
  if (text === undefined) return undefined;
  const bytesTo = byteOffsets(text);
  // Places of the groups of four, where line ends stand between them.
  const firstLine = source.search(/[\r\n]/);
  const places = firstLine < 0 ? undefined : placesOf(source);
  const place = (unit: number): number =>
    places === undefined ? Math.min(unit, source.length) : (places[unit] ?? source.length);
  return {
    text,
    startOf: (index) => place(Math.floor(bytesTo[index]! / 3) * 4),
    // The last group may be short of its padding.
    endOf: (index) =>
      index === 0 ? 0 : Math.min(source.length, place(Math.ceil(bytesTo[index]! / 3) * 4 - 1) + 1),
  };
}

function placesOf(source: string): Uint32Array {
  const places = new Uint32Array(source.length);
  let count = 0;
  for (let index = 0; index < source.length; index += 1) {
    const unit = source.charCodeAt(index);
    if (unit !== 0x0a && unit !== 0x0d) {
      places[count] = index;
      count += 1;
    }
  }
  return places.subarray(0, count);
}
