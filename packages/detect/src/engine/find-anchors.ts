/**
 * The anchor pass in plain JavaScript: where, in a stretch of folded text, an extractor must look. It passes over everything that
 * no extractor could make a finding of, by the few units around it; what it lets through is looked at in full.
 *
 * This is the twin of the kernel in `kernel/anchors.ts`: both give the same places for every text.
 *
 * @module
 */
import {
  type AnchorTables,
  beginning,
  nameHash,
  pairHash,
  trait,
  tripleHash,
} from './anchor-tables.ts';
import { hanMatters } from './han-table.ts';

/** What decides beside the text. */
export interface AnchorOptions {
  /** Whether candidates are wanted that are hardly likely: then every number is looked at. */
  readonly thorough: boolean;
  /** Whether the text is a field with a name, which may speak for what would be too weak without. */
  readonly named: boolean;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

const isLetter = (unit: number): boolean => {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a && unit < 0x80;
};

const isHex = (unit: number): boolean => {
  const lower = unit | 0x20;
  return isDigit(unit) || (lower >= 0x61 && lower <= 0x66);
};

/** Whether a unit may stand between groups of one number. */
const isSeparator = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x2d ||
  unit === 0x2e ||
  unit === 0xb7 ||
  unit === 0x28 ||
  unit === 0x29;

const lowerOf = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);

/**
 * Writes the places within `[from, to)` at which something may begin into `anchors`, in order, and returns how many they are.
 * `codes` has 16 zeros behind its text.
 */
export function findAnchors(
  codes: Uint16Array,
  from: number,
  to: number,
  { thorough, named }: AnchorOptions,
  tables: AnchorTables,
  anchors: Uint32Array,
): number {
  const { traits } = tables;
  let count = 0;
  let index = from;
  while (index < to) {
    let bits = traits[codes[index]!]!;
    if ((bits & trait.word) !== 0) {
      const start = index;
      let flags = 0;
      while ((bits & trait.word) !== 0) {
        flags |= bits;
        index += 1;
        bits = traits[codes[index]!]!;
      }
      flags &= trait.word;
      const matters =
        (flags & trait.digit) === 0
          ? wordMatters(codes, start, index, flags, tables)
          : thorough ||
            (flags === trait.digit
              ? numberMatters(codes, start, index, named, tables)
              : mixtureMatters(codes, start, index, tables));
      if (matters) {
        anchors[count] = start;
        count += 1;
      }
      continue;
    }
    if (
      (bits & trait.han) !== 0
        ? hanMatters(codes, index, tables.han)
        : (bits & trait.sign) !== 0 && signMatters(codes, index, tables)
    ) {
      anchors[count] = index;
      count += 1;
    }
    index += 1;
  }
  return count;
}

const before = (codes: Uint16Array, index: number): number => (index > 0 ? codes[index - 1]! : 0);

/** The unit `back` places before `index`; 0 outside. */
const behindOf = (codes: Uint16Array, index: number, back: number): number =>
  index >= back ? codes[index - back]! : 0;

const isAlphanumeric = (unit: number): boolean => isDigit(unit) || isLetter(unit);
const isWord = (unit: number): boolean => isAlphanumeric(unit) || unit === 0x5f;

/** Whether a token of a provider, or what else has the `bit`, may begin with the three units at `start`. */
function begins(codes: Uint16Array, start: number, { beginnings }: AnchorTables): boolean {
  return (
    (beginnings[tripleHash(codes[start]!, codes[start + 1]!, codes[start + 2]!)]! &
      beginning.token) !==
    0
  );
}

/** A word without digits: a token, a name, a key word of a few extractors, or base64. */
function wordMatters(
  codes: Uint16Array,
  start: number,
  end: number,
  flags: number,
  tables: AnchorTables,
): boolean {
  if (begins(codes, start, tables)) return true;
  const first = codes[start]!;
  const second = codes[start + 1]!;
  const length = end - start;
  if (length < 7) {
    if (length === 1) return first === 0x75 && before(codes, start) === 0x2d;
    if (length === 2 && codes[end] === 0x2d)
      return isHex(first) && isHex(second) && mayBeHyphenatedMac(codes, start);
    // is, of `password is …` and `pwd is …`.
    if (length === 2 && first === 0x69 && second === 0x73 && before(codes, start) === 0x20) {
      const last = behindOf(codes, start, 2) | 0x20;
      return last === 0x64 || last === 0x65;
    }
    if (length === 4 && before(codes, start) === 0x2d && (first | 0x20) === 0x75) return true;
    // -----BEGIN, and secret of Kubernetes.
    if (length === 5 && first === 0x42 && (second | 0x20) === 0x65) return true;
    if (length === 6 && second === 0x65 && (first | 0x20) === 0x73) return true;
  }
  if ((flags & (trait.lower | trait.upper)) !== (trait.lower | trait.upper)) return false;
  if (length > 14) return length > 15;
  // Names begin with a capital and go on without.
  if (first < 0x41 || first > 0x5a || (second >= 0x41 && second <= 0x5a)) return false;
  if (
    before(codes, start) === 0x20 &&
    start > 2 &&
    tables.leads[pairHash(codes[start - 3]!, codes[start - 2]!)] === 1
  )
    return true;
  const triple = tripleHash(lowerOf(first), lowerOf(second), lowerOf(codes[start + 2]!));
  if ((tables.beginnings[triple]! & beginning.name) === 0) return false;
  let hash = 0;
  for (let index = start; index < end; index += 1) hash = nameHash(hash, lowerOf(codes[index]!));
  return tables.names[hash] === 1;
}

/** Whether a cue of a value without shape may end directly before `start`, with nothing but fillers between. */
function mayFollowCue(
  codes: Uint16Array,
  start: number,
  { traits, endings, beginnings }: AnchorTables,
): boolean {
  const floor = start > 13 ? start - 12 : 1;
  let at = start - 1;
  while (at >= floor) {
    const unit = codes[at]!;
    if ((traits[unit]! & trait.last) !== 0) {
      const last = lowerOf(unit);
      const second = lowerOf(codes[at - 1]!);
      if (endings[pairHash(second, last)] === 1) return true;
      const triple = tripleHash(lowerOf(behindOf(codes, at, 2)), second, last);
      if ((beginnings[triple]! & beginning.ending) !== 0) return true;
    }
    if ((traits[unit]! & trait.filler) === 0) {
      // `PESEL is 440514…`.
      if (unit !== 0x73 || at <= floor + 1) return false;
      if (codes[at - 1] !== 0x69 || codes[at - 2] !== 0x20) return false;
      at -= 2;
    }
    at -= 1;
  }
  return false;
}

/** Whether two characters and a hyphen at `start` go on as 00-1A-2B-3C-4D-5E does. */
function mayBeHyphenatedMac(codes: Uint16Array, start: number): boolean {
  return codes[start + 5] === 0x2d && codes[start + 8] === 0x2d;
}

/** Whether four octets stand at `start`: an IPv4 address. */
function isQuad(codes: Uint16Array, start: number): boolean {
  let at = start;
  for (let octet = 0; octet < 4; octet += 1) {
    if (octet > 0) {
      if (codes[at] !== 0x2e) return false;
      at += 1;
    }
    const from = at;
    let value = 0;
    while (at - from < 4 && isDigit(codes[at]!)) {
      value = value * 10 + codes[at]! - 0x30;
      at += 1;
    }
    if (at === from || value > 255) return false;
  }
  return !isWord(codes[at]!);
}

/** Whether the street of a house number may begin at `at`: Evergreen Terrace, 5th Avenue, NW 23rd Avenue. */
function mayBeStreet(codes: Uint16Array, at: number): boolean {
  let end = at;
  if (isDigit(codes[at]!)) {
    while (end - at < 4 && isDigit(codes[end]!)) end += 1;
    if (!isLetter(codes[end]!) || !isLetter(codes[end + 1]!)) return false;
    end += 2;
  } else {
    const first = codes[at]!;
    if (first < 0x41 || first > 0x5a) return false;
    end += 1;
    // NW 23rd Avenue.
    if ((first === 0x4e || first === 0x53) && (codes[end] === 0x45 || codes[end] === 0x57))
      end += 1;
    while (
      end - at < 24 &&
      ((codes[end]! >= 0x61 && codes[end]! <= 0x7a) || codes[end] === 0x27 || codes[end] === 0x2019)
    )
      end += 1;
    if (codes[end] === 0x2e) end += 1;
  }
  if (codes[end] !== 0x20) return false;
  const next = codes[end + 1]!;
  return isDigit(next) || (next >= 0x41 && next <= 0x5a);
}

/** Whether two letters and a space stand before `start`, as in AA 12 34 56 B. */
function followsLetters(codes: Uint16Array, start: number): boolean {
  return (
    before(codes, start) === 0x20 &&
    isLetter(behindOf(codes, start, 2)) &&
    isLetter(behindOf(codes, start, 3)) &&
    !isWord(behindOf(codes, start, 4))
  );
}

/** Whether `count` digits from `first` on, at whose end `after` stands, may be a telephone, card, identity or device number. */
function mayBeNumber(count: number, first: number, after: number): boolean {
  if (count < 7 || count > 20) return false;
  if (isWord(after) && !(count === 17 && (after | 0x20) === 0x78)) return false;
  return first !== 0x31 || count === 9 || count > 10;
}

/** The same where a dot and a digit stand before: what is as weak as a number without area code is none. */
function mayBeDecimalNumber(count: number, first: number, sizes: number): boolean {
  if (first === 0x30 || count > 10) return true;
  if (count === 9) return sizes === 0x9 || sizes === 0x324;
  return count === 10 && (sizes === 0x334 || sizes === 0x3322);
}

/** Whether a date and a time stand at `start`: 2026-11-28T08, 2026-11-28 08:18. */
function isDateTime(codes: Uint16Array, start: number): boolean {
  if (codes[start + 4] !== 0x2d || codes[start + 7] !== 0x2d || codes[start] === 0x30) return false;
  if (!isDigit(codes[start + 5]!) || !isDigit(codes[start + 6]!)) return false;
  if (!isDigit(codes[start + 8]!) || !isDigit(codes[start + 9]!)) return false;
  const next = codes[start + 10]!;
  if (next === 0x54) return true;
  return (
    next === 0x20 &&
    isDigit(codes[start + 11]!) &&
    isDigit(codes[start + 12]!) &&
    codes[start + 13] === 0x3a
  );
}

/** A word of digits alone. */
function numberMatters(
  codes: Uint16Array,
  start: number,
  end: number,
  named: boolean,
  tables: AnchorTables,
): boolean {
  const length = end - start;
  if (length > 15 || length === 8 || length === 10) return true;
  // Dates with a time are in every log: only what stands before them can make them matter.
  if (length === 4 && before(codes, start) !== 0x2b && isDateTime(codes, start)) {
    if (followsLetters(codes, start)) {
      if (isDigit(codes[end + 1]!) || mayFollowCue(codes, start - 3, tables)) return true;
    }
    return mayFollowCue(codes, start, tables);
  }
  const next = codes[end]!;
  // 00-1A-2B-3C-4D-5E and 0012.3456.789A begin with digits, as do IPv4 addresses.
  if (next === 0x2d && length === 2 && mayBeHyphenatedMac(codes, start)) return true;
  // 138/0013/8000.
  if (next === 0x2f && length === 3 && codes[start] === 0x31 && codes[start + 8] === 0x2f)
    return true;
  const last = before(codes, start);
  if (next === 0x2e) {
    if (length === 4 && codes[end + 5] === 0x2e) return true;
    if (length < 4 && last !== 0x2e && isQuad(codes, start)) return true;
  }
  // 742 Evergreen Terrace, 12 5th Avenue.
  if (next === 0x20 && length < 6 && mayBeStreet(codes, end + 1)) return true;
  // 生 behind a date: 1990年5月1日出生.
  for (let index = start + 6; index < start + 14; index += 1)
    if (codes[index] === 0x751f) return true;
  if (followsLetters(codes, start)) {
    if (length === 6 || ((length === 2 || length === 4) && isDigit(codes[end + 1]!))) return true;
    if (mayFollowCue(codes, start - 3, tables)) return true;
  }
  // Digits of the groups that may be one number with it.
  const first = codes[start]!;
  const decimal = !named && last === 0x2e && isDigit(behindOf(codes, start, 2));
  let sizes = length;
  let total = length;
  let at = end;
  for (let group = 1; ; group += 1) {
    if (
      mayBeNumber(total, first, codes[at]!) &&
      (!decimal || mayBeDecimalNumber(total, first, sizes))
    )
      return true;
    let follower = at;
    while (follower < at + 3 && isSeparator(codes[follower]!)) follower += 1;
    if (group === 8 || follower === at || !isDigit(codes[follower]!)) break;
    at = follower;
    while (isDigit(codes[at]!)) at += 1;
    total += at - follower;
    sizes = ((sizes << 4) | (at - follower)) & 0xffff;
  }
  // +86 and 0086: the country says how long a number is.
  if (total > 6 && (last === 0x2b || (first === 0x30 && codes[start + 1] === 0x30))) return true;
  // National numbers may be divided by what divides no other. Years begin none.
  if (
    total > 5 &&
    length !== 4 &&
    (next === 0x2d || next === 0x2e || next === 0x2f) &&
    last !== 0x2d &&
    last !== 0x2e &&
    last !== 0x2f &&
    isAlphanumeric(codes[end + 1]!)
  )
    return true;
  return mayFollowCue(codes, start, tables);
}

/** A word of letters and digits. */
function mixtureMatters(
  codes: Uint16Array,
  start: number,
  end: number,
  tables: AnchorTables,
): boolean {
  const length = end - start;
  if (length > 11 || begins(codes, start, tables)) return true;
  const first = codes[start]!;
  const second = codes[start + 1]!;
  const last = codes[end - 1]!;
  const next = codes[end]!;
  // Secrets of Azure: 3 to 5 characters, 8Q~ and the rest.
  if (next === 0x7e && last === 0x51) return true;
  if (length > 5) {
    // Passports, permits, national numbers of one word: three digits stand before the last character.
    if (
      length > 6 &&
      isDigit(codes[end - 2]!) &&
      isDigit(codes[end - 3]!) &&
      isDigit(codes[end - 4]!)
    )
      return true;
    // tel12345.
    if (
      isDigit(last) &&
      isDigit(codes[end - 2]!) &&
      isDigit(codes[end - 3]!) &&
      isDigit(codes[end - 4]!) &&
      isDigit(codes[end - 5]!)
    )
      return true;
    // Passports of letters and digits in any order.
    if (length > 8 && isLetter(first)) {
      let digits = 0;
      for (let index = start; index < end; index += 1) if (isDigit(codes[index]!)) digits += 1;
      if (digits > 4) return true;
    }
  } else if (length === 4) {
    if (next === 0x2e && codes[end + 5] === 0x2e) return true;
  } else if (length === 2 && next === 0x2d && mayBeHyphenatedMac(codes, start)) return true;
  if (followsLetters(codes, start) && isDigit(first)) {
    if (length === 7 || mayFollowCue(codes, start - 3, tables)) return true;
  }
  if (next === 0x20 || next === 0x2d || next === 0x2e) {
    if (isAlphanumeric(codes[end + 1]!)) {
      // An IBAN in groups; AA123456 B.
      if (isLetter(first) && isLetter(second) && isDigit(codes[start + 2]!)) return true;
      // X1234567-L, 1A.2BC.3DE/0001-45, 221B Baker.
      if (next === 0x2d && length === 8) return true;
      if (next === 0x2e && length === 2) return true;
    }
  }
  return mayFollowCue(codes, start, tables);
}

/** A sign: each has its own reasons to be looked at. */
function signMatters(codes: Uint16Array, index: number, tables: AnchorTables): boolean {
  const next = codes[index + 1]!;
  switch (codes[index]) {
    case 0x3a:
      return colonMatters(codes, index, tables);
    case 0x3d:
      return equalsMatters(codes, index, tables);
    case 0x25:
      return isHex(next) && isHex(codes[index + 2]!);
    case 0x40:
      return isAlphanumeric(next) || next > 0x7f;
    default:
      return true;
  }
}

/** Most units that are read around a colon. */
const colonReach = 48;

/** Whether what stands before the sign at `sign` may be the name of a secret. */
function nameMatters(codes: Uint16Array, sign: number, { beginnings }: AnchorTables): boolean {
  let end = sign;
  // `?=`, `:=`, `||:`, spaces, quotes, as the extractor passes over them.
  while (end > 0 && sign - end < 3) {
    const unit = codes[end - 1]!;
    if (unit !== 0x3f && unit !== 0x3a && unit !== 0x7c) break;
    end -= 1;
  }
  while (end > 0 && sign - end < 6) {
    const unit = codes[end - 1]!;
    if (unit !== 0x20 && unit !== 0x09) break;
    end -= 1;
  }
  while (end > 0 && sign - end < 9) {
    const unit = codes[end - 1]!;
    if (unit !== 0x22 && unit !== 0x27 && unit !== 0x60 && unit !== 0x5d && unit !== 0x5c) break;
    end -= 1;
  }
  if (end === 0) return false;
  if (codes[end - 1]! > 0x7f) return true;
  // From the end to the beginning, with the two units that follow in the name; what divides its words is left out.
  const floor = end > 64 ? end - 64 : 0;
  let second = 0;
  let third = 0;
  let letters = 0;
  for (let at = end - 1; at >= floor; at -= 1) {
    const unit = codes[at]!;
    if (!isAlphanumeric(unit)) {
      if (unit === 0x5f || unit === 0x2d || unit === 0x2e) continue;
      break;
    }
    const lower = lowerOf(unit);
    const isName = !isDigit(unit);
    if (isName) letters += 1;
    // No name of a secret has less than two letters: the times of logs are passed over.
    if (
      isName &&
      letters > 1 &&
      (beginnings[tripleHash(lower, second, third)]! & beginning.secret) !== 0 &&
      (unit !== lower || at === 0 || at === floor || !isAlphanumeric(codes[at - 1]!))
    )
      return true;
    third = second;
    second = lower;
  }
  return false;
}

/** An equals sign: behind the name of a secret, or in quoted-printable. */
function equalsMatters(codes: Uint16Array, sign: number, tables: AnchorTables): boolean {
  const next = codes[sign + 1]!;
  if (next === 0x3f || next === 0x0a || next === 0x0d) return true;
  if (isHex(next) && isHex(codes[sign + 2]!)) return true;
  return nameMatters(codes, sign, tables);
}

/** A colon: before `//`, behind a name, or within an address. The times of logs are passed over. */
function colonMatters(codes: Uint16Array, colon: number, tables: AnchorTables): boolean {
  const next = codes[colon + 1]!;
  if (next === 0x3a || (next === 0x2f && codes[colon + 2] === 0x2f)) return true;
  if (isHex(next)) {
    let colons = 0;
    for (let index = colon; index < colon + colonReach; index += 1) {
      const unit = codes[index]!;
      if (unit === 0x3a) {
        colons += 1;
        // Six pairs, eight groups, or a gap.
        if (colons === 5 || codes[index + 1] === 0x3a) return true;
      } else if (!isHex(unit)) break;
    }
  }
  return nameMatters(codes, colon, tables) || mayFollowCue(codes, colon, tables);
}
