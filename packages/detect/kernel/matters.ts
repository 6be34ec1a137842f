/**
 * Whether a word, number or sign matters: the rules of `src/engine/find-anchors.ts`, one by one.
 */
import {
  BEGINNINGS,
  ENDING,
  ENDINGS,
  FILLER,
  LAST,
  LEADS,
  LOWER,
  NAME,
  NAMES,
  SECRET,
  UPPER,
  beginsToken,
  isAlphanumeric,
  isDigit,
  isHex,
  isLetter,
  isSeparator,
  isWord,
  lowerOf,
  pairHash,
  traitOf,
  tripleHash,
  unitAt,
} from './memory';

/** Whether a field with a name is read. */
let named: i32 = 0;

/** Says whether a field with a name is read. */
export function setNamed(value: i32): void {
  named = value;
}

export function wordMatters(start: i32, end: i32, flags: u32): bool {
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

export function mayFollowCue(start: i32): bool {
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
    const first = unitAt(at);
    if (first - 0x41 >= 26) return false;
    end += 1;
    if ((first == 0x4e || first == 0x53) && (unitAt(end) == 0x45 || unitAt(end) == 0x57)) end += 1;
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
export function fewMatter(start: i32, end: i32): bool {
  const length = end - start;
  const next = unitAt(end);
  if (next == 0x2e) {
    if (length == 4 && unitAt(end + 5) == 0x2e) return true;
    if (length < 4 && unitAt(start - 1) != 0x2e && isQuad(start)) return true;
  } else if (next == 0x20) {
    if (mayBeStreet(end + 1)) return true;
  } else if (next == 0x2d && length == 2 && mayBeHyphenatedMac(start)) return true;
  return fewFollow(start, end);
}

/** Whether what stands before so few digits says that they matter. */
export function fewFollow(start: i32, end: i32): bool {
  const length = end - start;
  const last = unitAt(start - 1);
  if (last == 0x20) {
    if (followsLetters(start)) {
      if ((length == 2 || length == 4) && isDigit(unitAt(end + 1))) return true;
      if (mayFollowCue(start - 3)) return true;
    }
  } else if (!(traitOf(last) & (LAST | FILLER)) && last != 0x73) return false;
  return mayFollowCue(start);
}

/** Whether a date and a time stand at `start`: 2026-11-28T08, 2026-11-28 08:18. */
function isDateTime(start: i32): bool {
  if (unitAt(start + 4) != 0x2d || unitAt(start + 7) != 0x2d || unitAt(start) == 0x30) return false;
  if (!isDigit(unitAt(start + 5)) || !isDigit(unitAt(start + 6))) return false;
  if (!isDigit(unitAt(start + 8)) || !isDigit(unitAt(start + 9))) return false;
  const next = unitAt(start + 10);
  if (next == 0x54) return true;
  return (
    next == 0x20 &&
    isDigit(unitAt(start + 11)) &&
    isDigit(unitAt(start + 12)) &&
    unitAt(start + 13) == 0x3a
  );
}

/** `plain` says that no Han character stands within fourteen units. */
export function numberMatters(start: i32, end: i32, plain: bool): bool {
  const length = end - start;
  if (length > 15 || length == 8 || length == 10) return true;
  if (length == 4 && unitAt(start - 1) != 0x2b && isDateTime(start)) return fewFollow(start, end);
  const next = unitAt(end);
  if (next == 0x2d && length == 2 && mayBeHyphenatedMac(start)) return true;
  if (next == 0x2f && length == 3 && unitAt(start) == 0x31 && unitAt(start + 8) == 0x2f) return true;
  const last = unitAt(start - 1);
  if (next == 0x2e) {
    if (length == 4 && unitAt(end + 5) == 0x2e) return true;
    if (length < 4 && last != 0x2e && isQuad(start)) return true;
  }
  if (next == 0x20 && length < 6 && mayBeStreet(end + 1)) return true;
  if (!plain) {
    for (let index = start + 6; index < start + 14; index += 1)
      if (unitAt(index) == 0x751f) return true;
  }
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

export function mixtureMatters(start: i32, end: i32): bool {
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

export function signMatters(index: i32): bool {
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
  let letters = 0;
  for (let at = end - 1; at >= floor; at -= 1) {
    const unit = unitAt(at);
    if (!isAlphanumeric(unit)) {
      if (unit == 0x5f || unit == 0x2d || unit == 0x2e) continue;
      break;
    }
    const lower = lowerOf(unit);
    const isName = !isDigit(unit);
    letters += <i32>isName;
    if (
      isName &&
      letters > 1 &&
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
