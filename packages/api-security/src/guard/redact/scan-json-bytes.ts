/**
 * The lexical grammar of JSON (RFC 8259) over bytes in UTF-8 (RFC 3629).
 *
 * @module
 */

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Within strings: 1 where a byte stands for itself. */
const plain = new Uint8Array(256);
for (let byte = 0x20; byte < 0x80; byte += 1) plain[byte] = 1;
plain[0x22] = 0;
plain[0x5c] = 0;

/** Bytes that may follow a backslash, `u` aside. */
const escaped = new Uint8Array(256);
for (const character of '"\\/bfnrt') escaped[character.charCodeAt(0)] = 1;

/** Bytes of which numbers, `true`, `false` and `null` are made. */
export const inWord = new Uint8Array(256);
for (const character of '0123456789+-.eEtrufalsn') inWord[character.charCodeAt(0)] = 1;

/** What {@link scanString} gives for a string that is broken. */
export const broken = Number.MIN_SAFE_INTEGER;

const isHex = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

/** Bytes of the character at `at`, 0 where it is none; `-1` where the input ends within it. */
function measureCharacter(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at]!;
  let size: number;
  let low = 0x80;
  let high = 0xbf;
  if (first >= 0xc2 && first <= 0xdf) size = 2;
  else if (first >= 0xe0 && first <= 0xef) {
    size = 3;
    if (first === 0xe0) low = 0xa0;
    else if (first === 0xed) high = 0x9f;
  } else if (first >= 0xf0 && first <= 0xf4) {
    size = 4;
    if (first === 0xf0) low = 0x90;
    else if (first === 0xf4) high = 0x8f;
  } else return 0;
  for (let index = 1; index < size; index += 1) {
    if (at + index >= end) return -1;
    const byte = bytes[at + index]!;
    if (byte < low || byte > high) return 0;
    low = 0x80;
    high = 0xbf;
  }
  return size;
}

/**
 * The first place, from `at` on, of a byte that does not stand for itself within a string. Four bytes at once: whether a quote, a
 * backslash, a control character or a byte of a longer character is among them shows in the top bits of a few sums.
 *
 * @param view of the same bytes.
 */
export function skipPlain(bytes: Uint8Array, view: DataView, at: number, end: number): number {
  let index = at;
  const last = end - 4;
  while (index <= last) {
    const word = view.getInt32(index, true);
    const quote = word ^ 0x22222222;
    const slash = word ^ 0x5c5c5c5c;
    const found =
      (word |
        ((quote - 0x01010101) & ~quote) |
        ((slash - 0x01010101) & ~slash) |
        ((word - 0x20202020) & ~word)) &
      0x80808080;
    if (found !== 0) break;
    index += 4;
  }
  while (index < end && plain[bytes[index]!] === 1) index += 1;
  return index;
}

/**
 * Goes over the inside of a string.
 *
 * @param view of the same bytes.
 * @param at behind the opening quote, or where it stopped before.
 * @returns the place behind the closing quote; `~place` where the input ends before it, and all up to there is as it must be; {@link broken}.
 */
export function scanString(bytes: Uint8Array, view: DataView, at: number, end: number): number {
  for (let index = at; ; ) {
    index = skipPlain(bytes, view, index, end);
    if (index >= end) return ~end;
    const byte = bytes[index]!;
    if (byte === 0x22) return index + 1;
    if (byte === 0x5c) {
      if (index + 1 >= end) return ~index;
      const next = bytes[index + 1]!;
      if (next === 0x75) {
        for (let digit = index + 2; digit < index + 6; digit += 1) {
          if (digit >= end) return ~index;
          if (!isHex(bytes[digit]!)) return broken;
        }
        index += 6;
      } else if (escaped[next] === 1) index += 2;
      else return broken;
    } else if (byte >= 0x80) {
      const size = measureCharacter(bytes, index, end);
      if (size === 0) return broken;
      if (size < 0) return ~index;
      index += size;
    } else return broken;
  }
}

/** A view of the same bytes. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The first place, from `at` on, of a byte that is no digit. */
export function skipDigits(bytes: Uint8Array, at: number, end: number): number {
  let index = at;
  while (index < end && bytes[index]! >= 0x30 && bytes[index]! <= 0x39) index += 1;
  return index;
}

/** Whether the bytes are a whole number, `true`, `false` or `null`. */
export function isWord(bytes: Uint8Array, start: number, end: number): boolean {
  const size = end - start;
  const first = bytes[start]!;
  if (first === 0x74) return size === 4 && isText(bytes, start, 'true');
  if (first === 0x66) return size === 5 && isText(bytes, start, 'false');
  if (first === 0x6e) return size === 4 && isText(bytes, start, 'null');
  let at = start;
  if (first === 0x2d) at += 1;
  const whole = skipDigits(bytes, at, end);
  if (whole === at || (whole > at + 1 && bytes[at] === 0x30)) return false;
  at = whole;
  if (at < end && bytes[at] === 0x2e) {
    const fraction = skipDigits(bytes, at + 1, end);
    if (fraction === at + 1) return false;
    at = fraction;
  }
  if (at < end && (bytes[at]! | 0x20) === 0x65) {
    at += 1;
    if (at < end && (bytes[at] === 0x2b || bytes[at] === 0x2d)) at += 1;
    const exponent = skipDigits(bytes, at, end);
    if (exponent === at) return false;
    at = exponent;
  }
  return at === end;
}

function isText(bytes: Uint8Array, start: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[start + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** The text that a string of JSON stands for. */
export function readText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let index = start + 1; index < end - 1; index += 1) {
    const byte = bytes[index]!;
    if (byte === 0x5c || byte >= 0x80) {
      return JSON.parse(decoder.decode(bytes.subarray(start, end))) as string;
    }
    text += String.fromCharCode(byte);
  }
  return text;
}
