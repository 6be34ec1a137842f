/**
 * The anchor pass as a WebAssembly SIMD module, in AssemblyScript. `src/engine/find-anchors.ts` is its twin in plain JavaScript and
 * tells why each rule is what it is; both give the same places for every text.
 *
 * `pnpm --filter @yushu/detect build:kernel` compiles it into `src/data/kernel-wasm.ts`; a test compiles it again and compares.
 */
import { hanMatters } from './han';
import {
  fewFollow,
  fewMatter,
  mayFollowCue,
  mixtureMatters,
  numberMatters,
  setNamed,
  signMatters,
  wordMatters,
} from './matters';
import {
  ANCHORS,
  CODES,
  CUE,
  CUES,
  DIGIT,
  DROPPED,
  FOLDS,
  HAN,
  HEADS,
  KEYWORD,
  LAST,
  LOWER,
  OPENINGS,
  SIGN,
  TOKEN,
  UPPER,
  WORD,
  beginningAt,
  lowerOf,
  pairHash,
  traitOf,
  unitAt,
} from './memory';

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
      const folded: u32 = unit ^ load<u16>(FOLDS + ((<usize>unit) << 1));
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

/** Writes the places within `[from, to)` at which something may begin. Returns how many they are. */
export function find(from: i32, to: i32, thorough: i32, isNamed: i32): i32 {
  count = 0;
  cues = 0;
  setNamed(isNamed);
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

/** Whether a unit divides cells of a table, or ends a line. */
// @ts-ignore: decorator of AssemblyScript
@inline function divides(unit: u32): bool {
  return (
    unit == 0x0a ||
    unit == 0x0d ||
    unit == 0x09 ||
    unit == 0x2c ||
    unit == 0x3b ||
    unit == 0x7c ||
    unit == 0x2502
  );
}

/** The first of the places of cues from number `from` on before which a cell of a table may end; their count where there is none. */
export function nextEdge(from: i32): i32 {
  let place = from;
  for (; place < <i32>cues; place += 1) {
    const index = <i32>load<u16>(CUES + ((<usize>place) << 1)) - 1;
    if (index < 1) break;
    const unit = unitAt(index);
    if (unit == 0x20) {
      const before = unitAt(index - 1);
      if (before == 0x20 || before == 0x2c || before == 0x7c || before == 0x2502) break;
    } else if (unit == 0x22) {
      if (divides(unitAt(index - 1))) break;
    } else if (unit == 0x27 || unit == 0x28 || divides(unit)) break;
  }
  return place;
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
          (flags == DIGIT ? numberMatters(start, index, false) : mixtureMatters(start, index));
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
    if (bits & HAN ? hanMatters(index, unit) : bits & SIGN && signMatters(index)) emit(index);
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
 * Whether the colon between two digits at `place` of 64 units matters, -1 where these do not tell: that of a time does not, with no
 * name of two letters before it, and few colons and no gap behind.
 */
function timeMatters(
  from: i32,
  place: i32,
  size: i32,
  digits: u64,
  letters: u64,
  joints: u64,
  colons: u64,
): i32 {
  const run = <i32>ctz(~((digits | colons) >> place));
  const end = place + run;
  if (run > 47 || end >= size || (letters >> end) & 1) return -1;
  const points = (colons >> place) & (((<u64>1) << run) - 1);
  if (<i32>popcnt(points) > 4 || points & (points >> 1)) return -1;
  const outside = ~(digits | letters | joints) & (((<u64>1) << place) - 1);
  if (outside == 0) return -1;
  const start = 64 - <i32>clz(outside);
  // The name of a secret may have dots.
  if (unitAt(from + start - 1) == 0x2e) return -1;
  const name = letters & (((<u64>1) << place) - 1) & ~(((<u64>1) << start) - 1);
  if (<i32>popcnt(name) > 1) return -1;
  return traitOf(unitAt(from + place - 1)) & LAST ? <i32>mayFollowCue(from + place) : 0;
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
  let colons: u64 = 0;
  for (let part: i32 = 0; part < 64; part += 16) {
    const at = CODES + ((<usize>(from + part)) << 1);
    const units = i8x16.narrow_i16x8_u(v128.load(at), v128.load(at, 16));
    const small = v128.or(units, i8x16.splat(0x20));
    digits |= bitsOf(i8x16.lt_u(i8x16.sub(units, i8x16.splat(0x30)), i8x16.splat(10)), part);
    letters |= bitsOf(i8x16.lt_u(i8x16.sub(small, i8x16.splat(0x61)), i8x16.splat(26)), part);
    uppers |= bitsOf(i8x16.lt_u(i8x16.sub(units, i8x16.splat(0x41)), i8x16.splat(26)), part);
    lines |= bitsOf(i8x16.eq(units, i8x16.splat(0x5f)), part);
    hyphens |= bitsOf(i8x16.eq(units, i8x16.splat(0x2d)), part);
    colons |= bitsOf(i8x16.eq(units, i8x16.splat(0x3a)), part);
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
    // @ = % and the backslash.
    signs |= bitsOf(
      v128.or(
        v128.or(i8x16.eq(units, i8x16.splat(0x40)), i8x16.eq(units, i8x16.splat(0x3d))),
        v128.or(i8x16.eq(units, i8x16.splat(0x25)), i8x16.eq(units, i8x16.splat(0x5c))),
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
  let points = colons;
  while (points != 0) {
    const place = <i32>ctz(points);
    points &= points - 1;
    const bit = (<u64>1) << place;
    if (place < 63 && digits & (bit << 1) && digits & (bit >> 1)) {
      const matters = timeMatters(from, place, 64 - going, digits, letters, lines | hyphens, colons);
      if (matters >= 0) {
        if (matters > 0) hits |= bit;
        continue;
      }
    }
    if (signMatters(from + place)) hits |= bit;
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
      let matters: bool;
      if (!few) matters = numberMatters(start, from + stop, isPlain);
      else {
        // What stands behind says which rules apply.
        const next = unitAt(from + stop);
        matters =
          next == 0x2e || next == 0x20 || (next == 0x2d && stop - place == 2)
            ? fewMatter(start, from + stop)
            : fewFollow(start, from + stop);
      }
      if (matters) hits |= (<u64>1) << place;
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
