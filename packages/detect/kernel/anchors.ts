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
/** What may begin with three units, 65,536 bytes. */
const BEGINNINGS: usize = 196_608;
/** Pairs with which short cues end, 8,192 bytes. */
const ENDINGS: usize = 262_144;
/** Pairs with which what announces a name ends, 8,192 bytes. */
const LEADS: usize = 270_336;
/** Hashes of given names, 65,536 bytes. */
const NAMES: usize = 278_528;
/** By unit, beyond ASCII, what cues begin with it: 1 of two units and more, 2 others. 65,536 bytes. */
const HEADS: usize = 344_064;
/** Pairs with which cues beyond ASCII begin, 8,192 bytes. */
const OPENINGS: usize = 409_600;
/** The text, up to 25,600 units, between zeros. */
const CODES: usize = 417_920;
/** The places that were found, 25,600 of them. */
const ANCHORS: usize = 469_376;
/** The places at which a cue may begin, 25,600 of them in two bytes each. */
const CUES: usize = 571_776;

const DIGIT: u32 = 1;
const LOWER: u32 = 2;
const UPPER: u32 = 4;
const WORD: u32 = 15;
const SIGN: u32 = 16;
const LAST: u32 = 32;
const HAN: u32 = 64;
const FILLER: u32 = 128;

/** Bits of what begins with three units. */
const TOKEN: u32 = 1;
const NAME: u32 = 2;
const SECRET: u32 = 4;
const KEYWORD: u32 = 8;
const ENDING: u32 = 16;
const CUE: u32 = 32;

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
let cues: usize = 0;

// @ts-ignore: decorator of AssemblyScript
@inline function emitCue(index: i32): void {
  store<u16>(CUES + (cues << 1), index);
  cues += 1;
}

// @ts-ignore: decorator of AssemblyScript
@inline function emit(index: i32): void {
  store<u32>(ANCHORS + (count << 2), index);
  count += 1;
}

/** Whether a field with a name is read. */
let named: i32 = 0;

/** Writes the places within `[from, to)` at which something may begin. Returns how many they are. */
export function find(from: i32, to: i32, thorough: i32, isNamed: i32): i32 {
  count = 0;
  cues = 0;
  named = isNamed;
  let index = from;
  while (index < to) {
    const stop = min(index + 64, to);
    index =
      thorough == 0 && stop - index == 64 && isAscii(index)
        ? findAscii(index)
        : findUnits(index, stop, thorough);
  }
  return <i32>count;
}

/** How many places the last `find` found at which a cue may begin. */
export function countCues(): i32 {
  return <i32>cues;
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
      let last: u32 = 0;
      while (bits & WORD) {
        flags |= bits;
        // At the beginning of the word or behind what is no letter, and at humps.
        if (
          bits & (LOWER | UPPER) &&
          (!(last & (LOWER | UPPER)) || (bits & UPPER && last & LOWER)) &&
          mayBeginCue(index)
        )
          emitCue(index);
        last = bits;
        index += 1;
        bits = traitOf(unitAt(index));
      }
      flags &= WORD;
      const matters = !(flags & DIGIT)
        ? wordMatters(start, index, flags)
        : thorough != 0 ||
          (flags == DIGIT ? numberMatters(start, index) : mixtureMatters(start, index));
      if (matters) emit(start);
      continue;
    }
    const unit = unitAt(index);
    if (unit > 0x7f) {
      const head = <u32>load<u8>(HEADS + unit);
      if (
        head != 0 &&
        (head & 2 || load<u8>(OPENINGS + pairHash(unit, lowerOf(unitAt(index + 1)))) == 1)
      )
        emitCue(index);
    }
    if (bits & HAN || (bits & SIGN && signMatters(index))) emit(index);
    index += 1;
  }
  return index;
}

// @ts-ignore: decorator of AssemblyScript
@inline function mayBeginCue(index: i32): bool {
  return unitAt(index + 2) > 0x7f || (beginningAt(index) & CUE) != 0;
}

// @ts-ignore: decorator of AssemblyScript
@inline function bitsOf(mask: v128, part: i32): u64 {
  return (<u64>(<u32>i8x16.bitmask(mask))) << part;
}

/**
 * 64 units of ASCII at once: a bit for each unit of each kind, and from these words and signs. What surely does not matter is passed
 * over by bits alone, kind by kind; the rest is asked one by one.
 */
function findAscii(from: i32): i32 {
  let digits: u64 = 0;
  let letters: u64 = 0;
  let uppers: u64 = 0;
  let lines: u64 = 0;
  let signs: u64 = 0;
  let hyphens: u64 = 0;
  let dividers: u64 = 0;
  for (let part: i32 = 0; part < 64; part += 16) {
    const at = CODES + ((<usize>(from + part)) << 1);
    const units = i8x16.narrow_i16x8_u(v128.load(at), v128.load(at, 16));
    const small = v128.or(units, i8x16.splat(0x20));
    digits |= bitsOf(i8x16.lt_u(i8x16.sub(units, i8x16.splat(0x30)), i8x16.splat(10)), part);
    letters |= bitsOf(i8x16.lt_u(i8x16.sub(small, i8x16.splat(0x61)), i8x16.splat(26)), part);
    uppers |= bitsOf(i8x16.lt_u(i8x16.sub(units, i8x16.splat(0x41)), i8x16.splat(26)), part);
    lines |= bitsOf(i8x16.eq(units, i8x16.splat(0x5f)), part);
    hyphens |= bitsOf(i8x16.eq(units, i8x16.splat(0x2d)), part);
    // ( ) - . / and the space.
    dividers |= bitsOf(
      v128.or(
        v128.or(
          i8x16.lt_u(i8x16.sub(units, i8x16.splat(0x2d)), i8x16.splat(3)),
          i8x16.lt_u(i8x16.sub(units, i8x16.splat(0x28)), i8x16.splat(2)),
        ),
        i8x16.eq(units, i8x16.splat(0x20)),
      ),
      part,
    );
    // @ = % \ and the colon.
    signs |= bitsOf(
      v128.or(
        v128.or(
          v128.or(i8x16.eq(units, i8x16.splat(0x40)), i8x16.eq(units, i8x16.splat(0x3d))),
          v128.or(i8x16.eq(units, i8x16.splat(0x25)), i8x16.eq(units, i8x16.splat(0x5c))),
        ),
        i8x16.eq(units, i8x16.splat(0x3a)),
      ),
      part,
    );
  }
  let words = digits | letters | lines;
  // The word that goes on behind these units is read by itself.
  const going = <i32>clz(~words);
  const end = from + 64 - going;
  if (going == 64) return findUnits(from, from + 1, 0);
  if (going > 0) {
    const kept = (~(<u64>0)) >> going;
    words &= kept;
    digits &= kept;
    letters &= kept;
  }
  let hits: u64 = 0;
  while (signs != 0) {
    const place = <i32>ctz(signs);
    signs &= signs - 1;
    if (signMatters(from + place)) hits |= (<u64>1) << place;
  }
  const starts = words & ~(words << 1);
  const others = words & ~digits;
  const letterStarts = starts & others;
  // What a carry through letters lands on: the first digit of a mixture, or the end of the word.
  const landings = (letterStarts + others) & ~others;
  let mixtures = landings & digits;
  while (mixtures != 0) {
    const place = <i32>ctz(mixtures);
    mixtures &= mixtures - 1;
    const start = 63 - <i32>clz(starts & (((<u64>1) << place) - 1));
    const length = <i32>ctz(~(words >> start));
    if (mixtureMatters(from + start, from + start + length)) hits |= (<u64>1) << start;
  }
  let numbers = starts & digits;
  let ends = (numbers + digits) & ~digits;
  const tail = v128.load(CODES + ((<usize>(from + 64)) << 1));
  const far = v128.load(CODES + ((<usize>(from + 72)) << 1));
  const isPlain = !v128.any_true(v128.and(v128.or(tail, far), i16x8.splat(<i16>0xff80)));
  while (numbers != 0) {
    const place = <i32>ctz(numbers);
    const stop = <i32>ctz(ends);
    numbers &= numbers - 1;
    ends &= ends - 1;
    const start = from + place;
    const bit = (<u64>1) << stop;
    if (words & bit) {
      const length = <i32>ctz(~(words >> place));
      if (mixtureMatters(start, start + length)) hits |= (<u64>1) << place;
    } else {
      // Digits of all groups that may follow: the run of digits and dividers ends within these units where some other unit stands.
      const run = <i32>ctz(~((digits | dividers) >> place));
      const few =
        isPlain &&
        place + run < 64 - going &&
        <i32>popcnt((digits >> place) & (((<u64>1) << run) - 1)) < 6;
      if (few ? fewMatter(start, from + stop) : numberMatters(start, from + stop))
        hits |= (<u64>1) << place;
    }
  }
  // Words of letters: by how they begin, and a few by what stands around.
  let candidates: u64 = 0;
  const openings = letters & (~(letters << 1) | (uppers & ((letters & ~uppers) << 1)));
  let rest = letterStarts | openings;
  let cueBits: u64 = 0;
  while (rest != 0) {
    const place = <i32>ctz(rest);
    rest &= rest - 1;
    const may = beginningAt(from + place);
    candidates |= (<u64>((may & (TOKEN | KEYWORD)) != 0)) << place;
    cueBits |= (<u64>((may & CUE) != 0)) << place;
  }
  cueBits &= openings;
  // What the text beyond goes on with is not looked up.
  if (!isPlain) cueBits |= openings & ((<u64>3) << 62);
  while (cueBits != 0) {
    emitCue(from + <i32>ctz(cueBits));
    cueBits &= cueBits - 1;
  }
  let long = words & (words >> 1);
  long &= long >> 2;
  long &= long >> 4;
  long &= long >> 8;
  const pairs = (words >> 1) & ~(words >> 2) & (hyphens >> 2);
  candidates |=
    letterStarts & (long | pairs | (hyphens << 1) | (from > 0 && unitAt(from - 1) == 0x2d ? 1 : 0));
  candidates |= starts & uppers & ~(uppers >> 1);
  candidates &= letterStarts & ~hits;
  while (candidates != 0) {
    const place = <i32>ctz(candidates);
    candidates &= candidates - 1;
    const length = <i32>ctz(~(words >> place));
    const mask = (((<u64>1) << length) - 1) << place;
    if (digits & mask) continue;
    let flags: u32 = 0;
    if (letters & ~uppers & mask) flags |= LOWER;
    if (uppers & mask) flags |= UPPER;
    if (wordMatters(from + place, from + place + length, flags)) hits |= (<u64>1) << place;
  }
  while (hits != 0) {
    emit(from + <i32>ctz(hits));
    hits &= hits - 1;
  }
  return going > 0 ? findUnits(end, end + 1, 0) : from + 64;
}

// @ts-ignore: decorator of AssemblyScript
@inline function tripleHash(first: u32, second: u32, third: u32): u32 {
  return (((first << 14) ^ (second << 7) ^ third) * 0x9e3779b1) >>> 16;
}

// @ts-ignore: decorator of AssemblyScript
@inline function beginningAt(start: i32): u32 {
  return load<u8>(
    BEGINNINGS + tripleHash(unitAt(start), unitAt(start + 1), unitAt(start + 2)),
  );
}

// @ts-ignore: decorator of AssemblyScript
@inline function beginsToken(start: i32): bool {
  return (beginningAt(start) & TOKEN) != 0;
}

// @ts-ignore: decorator of AssemblyScript
@inline function isAlphanumeric(unit: u32): bool {
  return isDigit(unit) || isLetter(unit);
}

// @ts-ignore: decorator of AssemblyScript
@inline function isWord(unit: u32): bool {
  return isAlphanumeric(unit) || unit == 0x5f;
}

function wordMatters(start: i32, end: i32, flags: u32): bool {
  if (beginsToken(start)) return true;
  const first = unitAt(start);
  const second = unitAt(start + 1);
  const length = end - start;
  if (length < 7) {
    if (length == 1) return first == 0x75 && unitAt(start - 1) == 0x2d;
    if (length == 2 && unitAt(end) == 0x2d)
      return isHex(first) && isHex(second) && mayBeHyphenatedMac(start);
    if (length == 2 && first == 0x69 && second == 0x73 && unitAt(start - 1) == 0x20) {
      const last = unitAt(start - 2) | 0x20;
      return last == 0x64 || last == 0x65;
    }
    if (length == 4 && unitAt(start - 1) == 0x2d && (first | 0x20) == 0x75) return true;
    if (length == 5 && first == 0x42 && (second | 0x20) == 0x65) return true;
    if (length == 6 && second == 0x65 && (first | 0x20) == 0x73) return true;
  }
  if ((flags & (LOWER | UPPER)) != (LOWER | UPPER)) return false;
  if (length > 14) return length > 15;
  if (first - 0x41 >= 26 || second - 0x41 < 26) return false;
  if (
    unitAt(start - 1) == 0x20 &&
    start > 2 &&
    load<u8>(LEADS + pairHash(unitAt(start - 3), unitAt(start - 2))) == 1
  )
    return true;
  const triple = tripleHash(lowerOf(first), lowerOf(second), lowerOf(unitAt(start + 2)));
  if (!(load<u8>(BEGINNINGS + triple) & NAME)) return false;
  let hash: u32 = 0;
  for (let index = start; index < end; index += 1)
    hash = (hash * 31 + lowerOf(unitAt(index))) & 0xffff;
  return load<u8>(NAMES + hash) == 1;
}

function mayEndCue(at: i32, unit: u32): bool {
  const last = lowerOf(unit);
  const before = lowerOf(unitAt(at - 1));
  if (load<u8>(ENDINGS + pairHash(before, last)) == 1) return true;
  return (load<u8>(BEGINNINGS + tripleHash(lowerOf(unitAt(at - 2)), before, last)) & ENDING) != 0;
}

function mayFollowCue(start: i32): bool {
  const floor = start > 13 ? start - 12 : 1;
  let at = start - 1;
  while (at >= floor) {
    const unit = unitAt(at);
    const bits = traitOf(unit);
    if (bits & LAST && mayEndCue(at, unit)) return true;
    if (!(bits & FILLER)) {
      if (unit != 0x73 || at <= floor + 1) return false;
      if (unitAt(at - 1) != 0x69 || unitAt(at - 2) != 0x20) return false;
      at -= 2;
    }
    at -= 1;
  }
  return false;
}

// @ts-ignore: decorator of AssemblyScript
@inline function mayBeHyphenatedMac(start: i32): bool {
  return unitAt(start + 5) == 0x2d && unitAt(start + 8) == 0x2d;
}

function isQuad(start: i32): bool {
  let at = start;
  for (let octet: i32 = 0; octet < 4; octet += 1) {
    if (octet > 0) {
      if (unitAt(at) != 0x2e) return false;
      at += 1;
    }
    const from = at;
    let value: u32 = 0;
    while (at - from < 4 && isDigit(unitAt(at))) {
      value = value * 10 + unitAt(at) - 0x30;
      at += 1;
    }
    if (at == from || value > 255) return false;
  }
  return !isWord(unitAt(at));
}

function mayBeStreet(at: i32): bool {
  let end = at;
  if (isDigit(unitAt(at))) {
    while (end - at < 4 && isDigit(unitAt(end))) end += 1;
    if (!isLetter(unitAt(end)) || !isLetter(unitAt(end + 1))) return false;
    end += 2;
  } else {
    if (unitAt(at) - 0x41 >= 26) return false;
    end += 1;
    while (
      end - at < 24 &&
      (unitAt(end) - 0x61 < 26 || unitAt(end) == 0x27 || unitAt(end) == 0x2019)
    )
      end += 1;
    if (unitAt(end) == 0x2e) end += 1;
  }
  if (unitAt(end) != 0x20) return false;
  const next = unitAt(end + 1);
  return isDigit(next) || next - 0x41 < 26;
}

function followsLetters(start: i32): bool {
  return (
    unitAt(start - 1) == 0x20 &&
    isLetter(unitAt(start - 2)) &&
    isLetter(unitAt(start - 3)) &&
    !isWord(unitAt(start - 4))
  );
}

// @ts-ignore: decorator of AssemblyScript
@inline function mayBeNumber(total: i32, first: u32, after: u32): bool {
  if (total < 7 || total > 20) return false;
  if (isWord(after) && !(total == 17 && (after | 0x20) == 0x78)) return false;
  return first != 0x31 || total == 9 || total > 10;
}

// @ts-ignore: decorator of AssemblyScript
@inline function mayBeDecimalNumber(total: i32, first: u32, sizes: i32): bool {
  if (first == 0x30 || total > 10) return true;
  if (total == 9) return sizes == 0x9 || sizes == 0x324;
  return total == 10 && (sizes == 0x334 || sizes == 0x3322);
}

/** The same for what is followed by so few digits that no number is long enough, and by no Han character. */
function fewMatter(start: i32, end: i32): bool {
  const length = end - start;
  const next = unitAt(end);
  if (next == 0x2e) {
    if (length == 4 && unitAt(end + 5) == 0x2e) return true;
    if (length < 4 && unitAt(start - 1) != 0x2e && isQuad(start)) return true;
  } else if (next == 0x20) {
    if (mayBeStreet(end + 1)) return true;
  } else if (next == 0x2d && length == 2 && mayBeHyphenatedMac(start)) return true;
  if (unitAt(start - 1) == 0x20 && followsLetters(start)) {
    if ((length == 2 || length == 4) && isDigit(unitAt(end + 1))) return true;
    if (mayFollowCue(start - 3)) return true;
  }
  return mayFollowCue(start);
}

function numberMatters(start: i32, end: i32): bool {
  const length = end - start;
  if (length > 15 || length == 8 || length == 10) return true;
  const next = unitAt(end);
  if (next == 0x2d && length == 2 && mayBeHyphenatedMac(start)) return true;
  const last = unitAt(start - 1);
  if (next == 0x2e) {
    if (length == 4 && unitAt(end + 5) == 0x2e) return true;
    if (length < 4 && last != 0x2e && isQuad(start)) return true;
  }
  if (next == 0x20 && length < 6 && mayBeStreet(end + 1)) return true;
  for (let index = start + 6; index < start + 14; index += 1)
    if (unitAt(index) == 0x751f) return true;
  if (followsLetters(start)) {
    if (length == 6 || ((length == 2 || length == 4) && isDigit(unitAt(end + 1)))) return true;
    if (mayFollowCue(start - 3)) return true;
  }
  const first = unitAt(start);
  const decimal = named == 0 && last == 0x2e && isDigit(unitAt(start - 2));
  let sizes = length;
  let total = length;
  let at = end;
  for (let group: i32 = 1; ; group += 1) {
    if (
      mayBeNumber(total, first, unitAt(at)) &&
      (!decimal || mayBeDecimalNumber(total, first, sizes))
    )
      return true;
    let follower = at;
    while (follower < at + 3 && isSeparator(unitAt(follower))) follower += 1;
    if (group == 8 || follower == at || !isDigit(unitAt(follower))) break;
    at = follower;
    while (isDigit(unitAt(at))) at += 1;
    total += at - follower;
    sizes = ((sizes << 4) | (at - follower)) & 0xffff;
  }
  if (total > 6 && (last == 0x2b || (first == 0x30 && unitAt(start + 1) == 0x30))) return true;
  if (
    total > 5 &&
    length != 4 &&
    (next == 0x2d || next == 0x2e || next == 0x2f) &&
    last != 0x2d &&
    last != 0x2e &&
    last != 0x2f &&
    isAlphanumeric(unitAt(end + 1))
  )
    return true;
  return mayFollowCue(start);
}

function mixtureMatters(start: i32, end: i32): bool {
  const length = end - start;
  if (length > 11 || beginsToken(start)) return true;
  const first = unitAt(start);
  const second = unitAt(start + 1);
  const last = unitAt(end - 1);
  const next = unitAt(end);
  if (next == 0x7e && last == 0x51) return true;
  if (length > 5) {
    if (isDigit(unitAt(end - 2)) && isDigit(unitAt(end - 3)) && isDigit(unitAt(end - 4))) {
      if (length > 6) return true;
      if (isDigit(last) && isDigit(unitAt(end - 5))) return true;
    }
    if (length > 8 && isLetter(first)) {
      let digits = 0;
      for (let index = start; index < end; index += 1) digits += <i32>isDigit(unitAt(index));
      if (digits > 4) return true;
    }
  } else if (length == 4) {
    if (next == 0x2e && unitAt(end + 5) == 0x2e) return true;
  } else if (length == 2 && next == 0x2d && mayBeHyphenatedMac(start)) return true;
  if (isDigit(first) && followsLetters(start)) {
    if (length == 7 || mayFollowCue(start - 3)) return true;
  }
  if (next == 0x20 || next == 0x2d || next == 0x2e) {
    if (isAlphanumeric(unitAt(end + 1))) {
      if (isLetter(first) && isLetter(second) && isDigit(unitAt(start + 2))) return true;
      if (next == 0x2d && length == 8) return true;
      if (next == 0x2e && length == 2) return true;
    }
  }
  return mayFollowCue(start);
}

function signMatters(index: i32): bool {
  const unit = unitAt(index);
  if (unit == 0x3a) return colonMatters(index);
  const next = unitAt(index + 1);
  if (unit == 0x3d) return equalsMatters(index);
  if (unit == 0x25) return isHex(next) && isHex(unitAt(index + 2));
  if (unit == 0x40) return isAlphanumeric(next) || next > 0x7f;
  return true;
}

function nameMatters(sign: i32): bool {
  let end = sign;
  while (end > 0 && sign - end < 3) {
    const unit = unitAt(end - 1);
    if (unit != 0x3f && unit != 0x3a && unit != 0x7c) break;
    end -= 1;
  }
  while (end > 0 && sign - end < 6) {
    const unit = unitAt(end - 1);
    if (unit != 0x20 && unit != 0x09) break;
    end -= 1;
  }
  while (end > 0 && sign - end < 9) {
    const unit = unitAt(end - 1);
    if (unit != 0x22 && unit != 0x27 && unit != 0x60 && unit != 0x5d && unit != 0x5c) break;
    end -= 1;
  }
  if (end == 0) return false;
  if (unitAt(end - 1) > 0x7f) return true;
  const floor = end > 64 ? end - 64 : 0;
  let second: u32 = 0;
  let third: u32 = 0;
  for (let at = end - 1; at >= floor; at -= 1) {
    const unit = unitAt(at);
    if (!isAlphanumeric(unit)) {
      if (unit == 0x5f || unit == 0x2d || unit == 0x2e) continue;
      break;
    }
    const lower = lowerOf(unit);
    if (
      !isDigit(unit) &&
      load<u8>(BEGINNINGS + tripleHash(lower, second, third)) & SECRET &&
      (unit != lower || at == 0 || at == floor || !isAlphanumeric(unitAt(at - 1)))
    )
      return true;
    third = second;
    second = lower;
  }
  return false;
}

function equalsMatters(sign: i32): bool {
  const next = unitAt(sign + 1);
  if (next == 0x3f || next == 0x0a || next == 0x0d) return true;
  if (isHex(next) && isHex(unitAt(sign + 2))) return true;
  return nameMatters(sign);
}

function colonMatters(colon: i32): bool {
  const next = unitAt(colon + 1);
  if (next == 0x3a || (next == 0x2f && unitAt(colon + 2) == 0x2f)) return true;
  if (isHex(next)) {
    let colons = 0;
    for (let index = colon; index < colon + 48; index += 1) {
      const unit = unitAt(index);
      if (unit == 0x3a) {
        colons += 1;
        if (colons == 5 || unitAt(index + 1) == 0x3a) return true;
      } else if (!isHex(unit)) break;
    }
  }
  return nameMatters(colon) || mayFollowCue(colon);
}
