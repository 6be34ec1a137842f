/**
 * Backslash escapes of JSON (RFC 8259 section 7) and JavaScript: `\u5f20`, `\x41`, `\n`, `\"`; so also JSON within a string.
 *
 * @module
 */
import { isAlphanumeric, isDigit, isHex } from '../engine/characters.ts';
import { type Decoded, DecodedBuilder, type Stretch, type Units } from './decoded.ts';

/** How far before its first escape a stretch begins at most. */
const reachBack = 64;

/** Whether the backslash at `at` escapes what a scan would not see otherwise. */
function hidesText(units: Units, at: number): boolean {
  const next = units.at(at + 1);
  if (next === 0x75) {
    if (units.at(at + 2) === 0x7b) return isHex(units.at(at + 3));
    for (let index = at + 2; index < at + 6; index += 1) if (!isHex(units.at(index))) return false;
    return true;
  }
  if (next === 0x78) return isHex(units.at(at + 2)) && isHex(units.at(at + 3));
  // A line end glued to a word hides where the word begins; most line ends in strings are followed by spaces.
  if (next === 0x6e || next === 0x72) return isAlphanumeric(units.at(at + 2));
  if (next === 0x74) return isDigit(units.at(at + 2));
  // JSON within a string: {\"phone\":\"…\"}.
  return next === 0x22 && units.at(at + 2) === 0x3a;
}

/** The stretch around the backslash at `backslash`: to the ends of its line or string. */
export function escapeStretch(units: Units, backslash: number, limit: number): Stretch | undefined {
  if (!hidesText(units, backslash)) return undefined;
  let start = backslash;
  while (backslash - start < reachBack) {
    const unit = units.at(start - 1);
    if (unit <= 0x20 || unit === 0x60 || (unit === 0x22 && units.at(start - 2) !== 0x5c)) break;
    start -= 1;
  }
  // An escape that begins before is whole within.
  let end = backslash;
  const most = Math.min(units.length, start + limit);
  while (end < most) {
    const unit = units.at(end);
    if (unit === 0x0a || unit === 0x0d || unit === 0x22 || unit === 0x60) break;
    end += unit === 0x5c ? 2 : 1;
  }
  return { encoding: 'escape', start, end: Math.min(end, most) };
}

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
};

/** Decodes backslash escapes; what is none stays as it is. */
export function decodeEscapes(source: string): Decoded {
  const decoded = new DecodedBuilder();
  let index = 0;
  while (index < source.length) {
    const character = source[index]!;
    if (character !== '\\') {
      decoded.add(character, index, index + 1);
      index += 1;
      continue;
    }
    const next = source[index + 1] ?? '';
    const numbered = /^(?:u\{([\dA-Fa-f]{1,6})\}|u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2}))/.exec(
      source.slice(index + 1, index + 11),
    );
    if (numbered !== null) {
      const value = Number.parseInt(numbered[1] ?? numbered[2] ?? numbered[3] ?? '', 16);
      const end = index + 1 + numbered[0].length;
      // UTF-16 in pairs of \u escapes joins by itself.
      decoded.add(value > 0x10ffff ? '\ufffd' : fromValue(value), index, end);
      index = end;
      continue;
    }
    const plain = simple[next];
    decoded.add(plain ?? character, index, index + (plain === undefined ? 1 : 2));
    index += plain === undefined ? 1 : 2;
  }
  return decoded;
}

function fromValue(value: number): string {
  return value > 0xffff ? String.fromCodePoint(value) : String.fromCharCode(value);
}
