/**
 * The memory of the kernel, laid out by hand, since nothing is ever allocated, and how its units and tables are read.
 */
/** Bits of each unit, 65,536 bytes. */
export const TRAITS: usize = 0;
/** The bits in which each unit differs from what it folds to, 65,536 units. */
export const FOLDS: usize = 65_536;
/** What may begin with three units, 65,536 bytes. */
export const BEGINNINGS: usize = 196_608;
/** Pairs with which short cues end, 8,192 bytes. */
export const ENDINGS: usize = 262_144;
/** Pairs with which what announces a name ends, 8,192 bytes. */
export const LEADS: usize = 270_336;
/** Hashes of given names, 65,536 bytes. */
export const NAMES: usize = 278_528;
/** By unit, beyond ASCII, what cues begin with it: 1 of two units and more, 2 others. 65,536 bytes. */
export const HEADS: usize = 344_064;
/** Pairs with which cues beyond ASCII begin, 8,192 bytes. */
export const OPENINGS: usize = 409_600;
/** The text, up to 25,600 units, between zeros. */
export const CODES: usize = 417_920;
/** The places that were found, 25,600 of them. */
export const ANCHORS: usize = 469_376;
/** The places at which a cue may begin, 25,600 of them in two bytes each. */
export const CUES: usize = 571_776;
/** A word for each Han character from U+3400 to U+9FFF, 27,648 of four bytes. */
export const HAN_WORDS: usize = 622_976;
/** Bits of the pairs with which names of divisions begin, 8,192 bytes. */
export const DIVISIONS: usize = 733_568;
/** Least weights of names of two and of three characters, four bytes each. */
export const LEASTS: usize = 741_760;

export const DIGIT: u32 = 1;
export const LOWER: u32 = 2;
export const UPPER: u32 = 4;
export const WORD: u32 = 15;
export const SIGN: u32 = 16;
export const LAST: u32 = 32;
export const HAN: u32 = 64;
export const FILLER: u32 = 128;

/** Bits of what begins with three units. */
export const TOKEN: u32 = 1;
export const NAME: u32 = 2;
export const SECRET: u32 = 4;
export const KEYWORD: u32 = 8;
export const ENDING: u32 = 16;
export const CUE: u32 = 32;

export const DROPPED: u32 = 0xffff;

// @ts-ignore: decorator of AssemblyScript
@inline export function unitAt(index: i32): u32 {
  return load<u16>(CODES + ((<usize>index) << 1));
}

// @ts-ignore: decorator of AssemblyScript
@inline export function traitOf(unit: u32): u32 {
  return load<u8>(TRAITS + unit);
}

// @ts-ignore: decorator of AssemblyScript
@inline export function isDigit(unit: u32): bool {
  return unit - 0x30 < 10;
}

// @ts-ignore: decorator of AssemblyScript
@inline export function isLetter(unit: u32): bool {
  return unit < 0x80 && (unit | 0x20) - 0x61 < 26;
}

// @ts-ignore: decorator of AssemblyScript
@inline export function isHex(unit: u32): bool {
  return isDigit(unit) || (unit | 0x20) - 0x61 < 6;
}

// @ts-ignore: decorator of AssemblyScript
@inline export function isSeparator(unit: u32): bool {
  return (
    unit == 0x20 ||
    unit == 0x2d ||
    unit == 0x2e ||
    unit == 0xb7 ||
    unit == 0x28 ||
    unit == 0x29
  );
}

// @ts-ignore: decorator of AssemblyScript
@inline export function lowerOf(unit: u32): u32 {
  return unit - 0x41 < 26 ? unit | 0x20 : unit;
}

// @ts-ignore: decorator of AssemblyScript
@inline export function pairHash(first: u32, second: u32): u32 {
  return (first * 31 + second) & 8191;
}

// @ts-ignore: decorator of AssemblyScript
@inline export function tripleHash(first: u32, second: u32, third: u32): u32 {
  return (((first << 14) ^ (second << 7) ^ third) * 0x9e3779b1) >>> 16;
}

// @ts-ignore: decorator of AssemblyScript
@inline export function beginningAt(start: i32): u32 {
  return load<u8>(
    BEGINNINGS + tripleHash(unitAt(start), unitAt(start + 1), unitAt(start + 2)),
  );
}

// @ts-ignore: decorator of AssemblyScript
@inline export function beginsToken(start: i32): bool {
  return (beginningAt(start) & TOKEN) != 0;
}

// @ts-ignore: decorator of AssemblyScript
@inline export function isAlphanumeric(unit: u32): bool {
  return isDigit(unit) || isLetter(unit);
}

// @ts-ignore: decorator of AssemblyScript
@inline export function isWord(unit: u32): bool {
  return isAlphanumeric(unit) || unit == 0x5f;
}
