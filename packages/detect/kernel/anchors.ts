/**
 * The anchor pass as a WebAssembly SIMD module, in AssemblyScript. `src/engine/find-anchors.ts` is its twin in plain JavaScript and
 * tells why each rule is what it is; both give the same places for every text.
 *
 * `pnpm --filter @yushu/detect build:kernel` compiles it into `src/data/kernel-wasm.ts`; a test compiles it again and compares.
 *
 * The memory is laid out by hand, since nothing is ever allocated:
 */
/** Bits of each unit, 65,536 bytes. */
const TRAITS: usize = 0;
/** What each unit folds to, 65,536 units. */
const FOLDS: usize = 65_536;
/** Pairs with which tokens begin, 16,384 bytes. */
const TOKENS: usize = 196_608;
/** Pairs with which cues end, 8,192 bytes. */
const ENDINGS: usize = 212_992;
/** Pairs with which what announces a name ends, 8,192 bytes. */
const LEADS: usize = 221_184;
/** Hashes of given names, 65,536 bytes. */
const NAMES: usize = 229_376;
/** The text, up to 25,600 units, between zeros. */
const CODES: usize = 295_040;
/** The places that were found, 25,600 of them. */
const ANCHORS: usize = 346_496;

const DIGIT: u32 = 1;
const LOWER: u32 = 2;
const UPPER: u32 = 4;
const WORD: u32 = 15;
const SIGN: u32 = 16;
const COLON: u32 = 32;
const HAN: u32 = 64;
const FILLER: u32 = 128;

const DROPPED: u32 = 0xffff;

// @ts-ignore: decorator of AssemblyScript
@inline function unitAt(index: i32): u32 {
  return load<u16>(CODES + ((<usize>index) << 1));
}

// @ts-ignore: decorator of AssemblyScript
@inline function traitOf(unit: u32): u32 {
  return load<u8>(TRAITS + unit);
}

// @ts-ignore: decorator of AssemblyScript
@inline function isDigit(unit: u32): bool {
  return unit - 0x30 < 10;
}

// @ts-ignore: decorator of AssemblyScript
@inline function isLetter(unit: u32): bool {
  return unit < 0x80 && (unit | 0x20) - 0x61 < 26;
}

// @ts-ignore: decorator of AssemblyScript
@inline function isHex(unit: u32): bool {
  return isDigit(unit) || (unit | 0x20) - 0x61 < 6;
}

// @ts-ignore: decorator of AssemblyScript
@inline function isSeparator(unit: u32): bool {
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
@inline function lowerOf(unit: u32): u32 {
  return unit - 0x41 < 26 ? unit | 0x20 : unit;
}

// @ts-ignore: decorator of AssemblyScript
@inline function pairHash(first: u32, second: u32): u32 {
  return (first * 31 + second) & 8191;
}

/**
 * Folds the first `length` units in place. Returns 0 where none changed, 1 where some did, and -1 minus the index of the first
 * unit that is dropped where there is one: what stands before it is folded.
 */
export function fold(length: i32): i32 {
  const ascii = i16x8.splat(<i16>0xff80);
  let changed: u32 = 0;
  let index: i32 = 0;
  while (index < length) {
    // What lies behind the text is zeros or of an earlier one: it is never folded.
    if (index + 8 <= length) {
      const units = v128.load(CODES + ((<usize>index) << 1));
      if (!v128.any_true(v128.and(units, ascii))) {
        index += 8;
        continue;
      }
    }
    const end = min(index + 8, length);
    for (; index < end; index += 1) {
      const unit = unitAt(index);
      const folded: u32 = load<u16>(FOLDS + ((<usize>unit) << 1));
      if (folded == DROPPED) return -1 - index;
      changed |= unit ^ folded;
      store<u16>(CODES + ((<usize>index) << 1), folded);
    }
  }
  return changed != 0 ? 1 : 0;
}

let count: usize = 0;

// @ts-ignore: decorator of AssemblyScript
@inline function emit(index: i32): void {
  store<u32>(ANCHORS + (count << 2), index);
  count += 1;
}

/** Writes the places within `[from, to)` at which something may begin. Returns how many they are. */
export function find(from: i32, to: i32, thorough: i32): i32 {
  count = 0;
  let index = from;
  while (index < to) {
    const stop = min(index + 64, to);
    index = stop - index == 64 && isAscii(index) ? findAscii(index, thorough) : findUnits(index, stop, thorough);
  }
  return <i32>count;
}

/** Whether 64 units are ASCII. */
// @ts-ignore: decorator of AssemblyScript
@inline function isAscii(index: i32): bool {
  const at = CODES + ((<usize>index) << 1);
  const a = v128.or(v128.load(at), v128.load(at, 16));
  const b = v128.or(v128.load(at, 32), v128.load(at, 48));
  const c = v128.or(v128.load(at, 64), v128.load(at, 80));
  const d = v128.or(v128.load(at, 96), v128.load(at, 112));
  const all = v128.or(v128.or(a, b), v128.or(c, d));
  return !v128.any_true(v128.and(all, i16x8.splat(<i16>0xff80)));
}

/** One unit after the other, to `stop` or the end of the word that stands there. */
function findUnits(from: i32, stop: i32, thorough: i32): i32 {
  let index = from;
  while (index < stop) {
    let bits = traitOf(unitAt(index));
    if (bits & WORD) {
      const start = index;
      let flags: u32 = 0;
      while (bits & WORD) {
        flags |= bits;
        index += 1;
        bits = traitOf(unitAt(index));
      }
      look(start, index, flags & WORD, thorough);
      continue;
    }
    if (bits & (SIGN | HAN)) emit(index);
    else if (bits & COLON && colonMatters(index)) emit(index);
    index += 1;
  }
  return index;
}

/** 64 units of ASCII at once: a bit for each unit of each kind, and from these words and signs. */
function findAscii(from: i32, thorough: i32): i32 {
  let digits: u64 = 0;
  let lowers: u64 = 0;
  let uppers: u64 = 0;
  let lines: u64 = 0;
  let signs: u64 = 0;
  for (let part: i32 = 0; part < 64; part += 16) {
    const at = CODES + ((<usize>(from + part)) << 1);
    const units = i8x16.narrow_i16x8_u(v128.load(at), v128.load(at, 16));
    const digit = i8x16.bitmask(i8x16.lt_u(i8x16.sub(units, i8x16.splat(0x30)), i8x16.splat(10)));
    const lower = i8x16.bitmask(i8x16.lt_u(i8x16.sub(units, i8x16.splat(0x61)), i8x16.splat(26)));
    const upper = i8x16.bitmask(i8x16.lt_u(i8x16.sub(units, i8x16.splat(0x41)), i8x16.splat(26)));
    const line = i8x16.bitmask(i8x16.eq(units, i8x16.splat(0x5f)));
    // @ = % \ and the colon.
    const sign = i8x16.bitmask(
      v128.or(
        v128.or(
          v128.or(i8x16.eq(units, i8x16.splat(0x40)), i8x16.eq(units, i8x16.splat(0x3d))),
          v128.or(i8x16.eq(units, i8x16.splat(0x25)), i8x16.eq(units, i8x16.splat(0x5c))),
        ),
        i8x16.eq(units, i8x16.splat(0x3a)),
      ),
    );
    digits |= (<u64>(<u32>digit)) << part;
    lowers |= (<u64>(<u32>lower)) << part;
    uppers |= (<u64>(<u32>upper)) << part;
    lines |= (<u64>(<u32>line)) << part;
    signs |= (<u64>(<u32>sign)) << part;
  }
  const words = digits | lowers | uppers | lines;
  let events = (words & ~(words << 1)) | signs;
  while (events != 0) {
    const place = <i32>ctz(events);
    const bit: u64 = (<u64>1) << place;
    events &= events - 1;
    const index = from + place;
    if (signs & bit) {
      if (unitAt(index) != 0x3a || colonMatters(index)) emit(index);
      continue;
    }
    const rest = ~(words >> place);
    const length = rest == 0 ? 64 : <i32>ctz(rest);
    // The word goes on behind these units.
    if (place + length >= 64) return findUnits(index, index + 1, thorough);
    const mask = ((<u64>1) << length) - 1;
    let flags: u32 = 0;
    if ((digits >> place) & mask) flags |= DIGIT;
    if ((lowers >> place) & mask) flags |= LOWER;
    if ((uppers >> place) & mask) flags |= UPPER;
    look(index, index + length, flags, thorough);
  }
  return from + 64;
}

// @ts-ignore: decorator of AssemblyScript
@inline function look(start: i32, end: i32, flags: u32, thorough: i32): void {
  const matters = !(flags & DIGIT)
    ? wordMatters(start, end, flags)
    : thorough != 0 ||
      (flags == DIGIT ? numberMatters(start, end) : mixtureMatters(start, end));
  if (matters) emit(start);
}

// @ts-ignore: decorator of AssemblyScript
@inline function beginsToken(first: u32, second: u32): bool {
  return second < 128 && load<u8>(TOKENS + first * 128 + second) == 1;
}

// @ts-ignore: decorator of AssemblyScript
@inline function wordMatters(start: i32, end: i32, flags: u32): bool {
  const first = unitAt(start);
  const second = unitAt(start + 1);
  if (beginsToken(first, second)) return true;
  const length = end - start;
  if (length < 7) {
    if (length == 1) return first == 0x75 && unitAt(start - 1) == 0x2d;
    if (length == 2 && unitAt(end) == 0x2d && isHex(first) && isHex(second)) return true;
    if (length == 2 && first == 0x69 && second == 0x73 && unitAt(start - 1) == 0x20) {
      const last = unitAt(start - 2) | 0x20;
      return last == 0x64 || last == 0x65;
    }
    if (length == 4 && unitAt(start - 1) == 0x2d) return true;
    if (length == 5 && first == 0x42) return true;
    if (length == 6 && second == 0x65 && (first | 0x20) == 0x73) return true;
  }
  if ((flags & (LOWER | UPPER)) != (LOWER | UPPER)) return false;
  if (length > 14) return length > 15;
  if (second - 0x41 < 26) return false;
  if (
    unitAt(start - 1) == 0x20 &&
    start > 2 &&
    load<u8>(LEADS + pairHash(unitAt(start - 3), unitAt(start - 2))) == 1
  )
    return true;
  let hash: u32 = 0;
  for (let index = start; index < end; index += 1)
    hash = (hash * 31 + lowerOf(unitAt(index))) & 0xffff;
  return load<u8>(NAMES + hash) == 1;
}

function mayFollowCue(start: i32): bool {
  const floor = start > 13 ? start - 12 : 1;
  let at = start - 1;
  while (at >= floor) {
    const unit = unitAt(at);
    if (load<u8>(ENDINGS + pairHash(lowerOf(unitAt(at - 1)), lowerOf(unit))) == 1) return true;
    if (!(traitOf(unit) & FILLER)) {
      if (unit != 0x73 || at <= floor + 1) return false;
      if (unitAt(at - 1) != 0x69 || unitAt(at - 2) != 0x20) return false;
      at -= 2;
    }
    at -= 1;
  }
  return false;
}

function numberMatters(start: i32, end: i32): bool {
  const length = end - start;
  if (length > 6) return true;
  const next = unitAt(end);
  if (next == 0x2d && length == 2) return true;
  if (next == 0x2e && (length == 4 || (length < 4 && isDigit(unitAt(end + 1))))) return true;
  if (next == 0x20 && length < 6) {
    const behind = unitAt(end + 1);
    if (behind - 0x41 < 26 || isDigit(behind)) return true;
  }
  for (let index = start + 6; index < start + 14; index += 1)
    if (unitAt(index) == 0x751f) return true;
  let total = length;
  let at = end;
  for (let group: i32 = 1; group < 8; group += 1) {
    let follower = at;
    while (follower < at + 3 && isSeparator(unitAt(follower))) follower += 1;
    if (follower == at || !isDigit(unitAt(follower))) break;
    at = follower;
    while (isDigit(unitAt(at))) at += 1;
    total += at - follower;
    if (total > 6) return true;
  }
  if (
    total > 5 &&
    (next == 0x2d || next == 0x2e || next == 0x2f) &&
    (isDigit(unitAt(end + 1)) || isLetter(unitAt(end + 1)))
  )
    return true;
  return mayFollowCue(start);
}

function mixtureMatters(start: i32, end: i32): bool {
  const length = end - start;
  if (length > 5 || length == 4) return true;
  const first = unitAt(start);
  const second = unitAt(start + 1);
  if (beginsToken(first, second)) return true;
  const next = unitAt(end);
  if (next == 0x7e || (next == 0x2d && length == 2)) return true;
  if (length == 5 && isLetter(first) && isLetter(second)) return true;
  if (
    (next == 0x20 || next == 0x2d || next == 0x2e || next == 0x2f || next == 0x2b) &&
    (isDigit(unitAt(end + 1)) || isLetter(unitAt(end + 1)))
  )
    return true;
  return mayFollowCue(start);
}

function colonMatters(colon: i32): bool {
  if (!isDigit(unitAt(colon - 1))) return true;
  if (unitAt(colon + 1) == 0x2f && unitAt(colon + 2) == 0x2f) return true;
  let letters = 0;
  const floor = colon > 64 ? colon - 64 : 0;
  for (let index = colon - 1; index >= floor; index -= 1) {
    const unit = unitAt(index);
    if (isLetter(unit)) {
      letters += 1;
      if (letters == 2) return true;
    } else if (!isDigit(unit) && unit != 0x5f && unit != 0x2d && unit != 0x2e) break;
  }
  let colons = 0;
  for (let index = colon; index < colon + 48; index += 1) {
    const unit = unitAt(index);
    if (unit == 0x3a) {
      colons += 1;
      if (colons == 5 || unitAt(index + 1) == 0x3a) return true;
    } else if (!isHex(unit)) break;
  }
  return mayFollowCue(colon);
}
