import { isUtf8 } from 'node:buffer';

/** Encodings that are told from the bytes. */
export type RecognisedEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

/** The share of code units that must be ordinary text before bytes without a mark are taken for UTF-16. */
const minOrdinaryShare = 0.9;

/** The encoding that a byte order mark at the beginning says, and its length. */
export function readByteOrderMark(
  head: Uint8Array,
): { encoding: RecognisedEncoding; length: number } | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return { encoding: 'utf-8', length: 3 };
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (head[0] === 0x84 && head[1] === 0x31 && head[2] === 0x95 && head[3] === 0x33) {
    return { encoding: 'gb18030', length: 4 };
  }
  return undefined;
}

/** Letters, digits, spaces and signs of ASCII and Latin-1, Chinese characters and their punctuation, full-width forms. */
function isOrdinary(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 9 && unit <= 13) ||
    (unit >= 0xa0 && unit < 0x250) ||
    (unit >= 0x4e00 && unit < 0xa000) ||
    (unit >= 0x2010 && unit < 0x2040) ||
    (unit >= 0x3000 && unit < 0x3100) ||
    (unit >= 0xff00 && unit < 0xfff0)
  );
}

/** Whether the bytes, which have no mark, are UTF-16, and of which order. They must hold a zero byte, as other texts never do. */
export function recogniseUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const units = head.length >> 1;
  if (units < 2 || !head.includes(0)) return undefined;
  let little = 0;
  let big = 0;
  for (let at = 0; at < units * 2; at += 2) {
    if (isOrdinary(head[at]! | (head[at + 1]! << 8))) little += 1;
    if (isOrdinary((head[at]! << 8) | head[at + 1]!)) big += 1;
  }
  if (Math.max(little, big) < units * minOrdinaryShare) return undefined;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

/** How many bytes at the beginning are whole characters of UTF-8: all but those of a character that is cut off at the end. */
export function wholeUtf8Length(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

interface Gb18030Census {
  /** Characters of two or four bytes. */
  characters: number;
  /** Those of two bytes of which both are high, as in all common Chinese text. */
  common: number;
  invalid: number;
}

/** Reads bytes as GB 18030-2022, section 4: one byte to 7F, two bytes, or four bytes with digits at the second and fourth place. */
function countGb18030(bytes: Uint8Array): Gb18030Census {
  const census = { characters: 0, common: 0, invalid: 0 };
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const second = bytes[at + 1];
    // Cut off at the end of the window.
    if (second === undefined) break;
    const isLead = lead >= 0x81 && lead <= 0xfe;
    if (isLead && second >= 0x30 && second <= 0x39) {
      const third = bytes[at + 2];
      const fourth = bytes[at + 3];
      if (third === undefined || fourth === undefined) break;
      const fits = third >= 0x81 && third <= 0xfe && fourth >= 0x30 && fourth <= 0x39;
      if (fits) census.characters += 1;
      else census.invalid += 1;
      at += fits ? 4 : 1;
    } else if (isLead && second >= 0x40 && second <= 0xfe && second !== 0x7f) {
      census.characters += 1;
      if (lead >= 0xa1 && lead <= 0xf7 && second >= 0xa1) census.common += 1;
      at += 2;
    } else {
      census.invalid += 1;
      at += 1;
    }
  }
  return census;
}

/** How many characters beyond ASCII a window holds if it is UTF-8, and how many stretches of it are none. */
function countUtf8(bytes: Uint8Array): { characters: number; invalid: number } {
  let characters = 0;
  let invalid = 0;
  for (const character of new TextDecoder().decode(bytes)) {
    if (character === '\uFFFD') invalid += 1;
    else if (character >= '\u0080') characters += 1;
  }
  return { characters, invalid };
}

/** An encoding that was chosen by trial. */
export interface ChosenEncoding {
  readonly encoding: RecognisedEncoding;
  /** Whether it is a guess of last resort: ASCII is right in it, other characters perhaps not. */
  readonly isGuess: boolean;
}

/**
 * Chooses between UTF-8 and GB18030 by strict trial on bytes that are not all ASCII. A text in a European encoding mostly fails
 * both, or reads as rare Chinese characters; it is taken for windows-1252, in which ASCII comes out right.
 */
export function chooseEncoding(bytes: Uint8Array): ChosenEncoding {
  const whole = bytes.subarray(0, wholeUtf8Length(bytes));
  if (isUtf8(whole)) return { encoding: 'utf-8', isGuess: false };
  const gb = countGb18030(bytes);
  const looksChinese = gb.common * 2 > gb.characters;
  if (gb.invalid === 0 && looksChinese) return { encoding: 'gb18030', isGuess: false };
  // A damaged text is still that of its encoding: most of it fits, which hardly happens by chance.
  const utf8 = countUtf8(whole);
  if (utf8.invalid * 2 < utf8.characters) return { encoding: 'utf-8', isGuess: false };
  if (looksChinese && gb.invalid * 20 < gb.characters)
    return { encoding: 'gb18030', isGuess: false };
  return { encoding: 'windows-1252', isGuess: true };
}
