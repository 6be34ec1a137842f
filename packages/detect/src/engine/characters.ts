/**
 * Tables over UTF-16 code units: what a unit folds to, and what kind of character it is.
 *
 * @module
 */

/** Kinds of characters; a number, since the hot loop switches on it. */
export const kind = {
  other: 0,
  digit: 1,
  lower: 2,
  upper: 3,
  underscore: 4,
  han: 5,
  at: 6,
  colon: 7,
  equals: 8,
  /** Letters of other scripts: they end no word, so that nothing is cut out of a foreign word. */
  letter: 9,
  percent: 10,
  /** A Han character that begins a plate. */
  province: 11,
  backslash: 12,
} as const;

/** What a dropped unit folds to. U+FFFF is a noncharacter and never stands in text. */
export const dropped = 0xffff;

/** Ranges of invisible units that are dropped before matching: zero-width, bidi, soft hyphen, variation selectors. */
const invisible: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
];

/** Units that fold to one other unit, beside the full-width forms. */
const folds: readonly (readonly [string, string])[] = [
  [
    '\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
    ' ',
  ],
  ['\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff70', '-'],
  ['\u2022\u2027\u30fb\uff65\u22c5\u2219\u25cf', '\u00b7'],
  ['\u2018\u2019\u201a\u201b', "'"],
  ['\u201c\u201d\u201e\u201f', '"'],
  ['\ufe6b', '@'],
  ['\ufe55\ua789\u2236', ':'],
  ['\ufe52\u2024', '.'],
  ['\ufe59', '('],
  ['\ufe5a', ')'],
];

/** Provinces and the marks of the forces on plates (GA 36-2018). */
export const plateProvinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

function buildFoldMasks(): Uint16Array {
  const table = new Uint16Array(65_536);
  const fold = (unit: number, to: number): void => {
    table[unit] = unit ^ to;
  };
  // Full-width forms stand in the order of ASCII (Unicode block FF00, Halfwidth and Fullwidth Forms).
  for (let unit = 0xff01; unit <= 0xff5e; unit += 1) fold(unit, unit - 0xfee0);
  for (const [from, to] of folds) {
    for (const character of from) fold(character.charCodeAt(0), to.charCodeAt(0));
  }
  for (const [first, last] of invisible)
    for (let unit = first; unit <= last; unit += 1) fold(unit, dropped);
  return table;
}

function buildKindTable(): Uint8Array {
  const table = new Uint8Array(65_536);
  table.fill(kind.letter, 0x00c0, 0x2000);
  table.fill(kind.letter, 0x3041, 0x3100);
  table.fill(kind.letter, 0xac00, 0xd7a4);
  table[0x00d7] = kind.other;
  table[0x00f7] = kind.other;
  table.fill(kind.digit, 0x30, 0x3a);
  table.fill(kind.upper, 0x41, 0x5b);
  table.fill(kind.lower, 0x61, 0x7b);
  table.fill(kind.han, 0x3400, 0x4dc0);
  table.fill(kind.han, 0x4e00, 0xa000);
  table.fill(kind.han, 0xf900, 0xfb00);
  table[0x3007] = kind.han;
  table[0x5f] = kind.underscore;
  table[0x40] = kind.at;
  table[0x3a] = kind.colon;
  table[0x3d] = kind.equals;
  table[0x25] = kind.percent;
  table[0x5c] = kind.backslash;
  for (const province of plateProvinces) table[province.charCodeAt(0)] = kind.province;
  return table;
}

/**
 * The bits in which each code unit differs from what it folds to: most fold to themselves, and a table of zeros is made in no time.
 */
export const foldMasks: Uint16Array = buildFoldMasks();

/** What a code unit folds to: itself, one other unit, or {@link dropped}. */
export function foldOf(unit: number): number {
  return unit ^ foldMasks[unit]!;
}

/** The kind of each (folded) code unit. */
export const kindTable: Uint8Array = buildKindTable();

/** Whether a unit is an ASCII digit. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Whether a unit is an ASCII letter. */
export function isLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a && unit < 0x80;
}

/** Whether a unit is a capital of ASCII. */
export function isUpper(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

/** Whether a unit is a small letter of ASCII. */
export function isLower(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** Whether a unit is an ASCII letter or digit. */
export function isAlphanumeric(unit: number): boolean {
  return isDigit(unit) || isLetter(unit);
}

/** Whether a unit is a letter or digit of ASCII, or an underscore: what a word of code is made of. */
export function isWord(unit: number): boolean {
  return isDigit(unit) || isLetter(unit) || unit === 0x5f;
}

/** Whether a unit is a Han character of the basic plane. */
export function isHan(unit: number): boolean {
  const of = kindTable[unit];
  return of === kind.han || of === kind.province;
}

/** Whether a unit is a hexadecimal digit. */
export function isHex(unit: number): boolean {
  const lower = unit | 0x20;
  return isDigit(unit) || (lower >= 0x61 && lower <= 0x66);
}

/** Whether a unit is a space, tab, line feed or carriage return. */
export function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}
