/**
 * The anchor pass in plain JavaScript: where, in a stretch of folded text, an extractor must look. It passes over everything that
 * no extractor could make a finding of, by the few units around it; what it lets through is looked at in full.
 *
 * This is the twin of the kernel in `kernel/anchors.ts`: both give the same places for every text.
 *
 * @module
 */
import { type AnchorTables, nameHash, pairHash, trait } from './anchor-tables.ts';

/** What decides beside the text. */
export interface AnchorOptions {
  /** Whether candidates are wanted that are hardly likely: then every number is looked at. */
  readonly thorough: boolean;
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
  { thorough }: AnchorOptions,
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
              ? numberMatters(codes, start, index, tables)
              : mixtureMatters(codes, start, index, tables));
      if (matters) {
        anchors[count] = start;
        count += 1;
      }
      continue;
    }
    if (
      (bits & (trait.sign | trait.han)) !== 0 ||
      ((bits & trait.colon) !== 0 && colonMatters(codes, index, tables))
    ) {
      anchors[count] = index;
      count += 1;
    }
    index += 1;
  }
  return count;
}

const before = (codes: Uint16Array, index: number): number => (index > 0 ? codes[index - 1]! : 0);

/** A word without digits: a token, a name, a key word of a few extractors, or base64. */
function wordMatters(
  codes: Uint16Array,
  start: number,
  end: number,
  flags: number,
  { tokens, names, leads }: AnchorTables,
): boolean {
  const first = codes[start]!;
  const second = codes[start + 1]!;
  if (second < 128 && tokens[first * 128 + second] === 1) return true;
  const length = end - start;
  if (length < 7) {
    if (length === 1) return first === 0x75 && before(codes, start) === 0x2d;
    if (length === 2 && codes[end] === 0x2d && isHex(first) && isHex(second)) return true;
    // is, of `password is …` and `pwd is …`.
    if (length === 2 && first === 0x69 && second === 0x73 && before(codes, start) === 0x20) {
      const last = (start > 1 ? codes[start - 2]! : 0) | 0x20;
      return last === 0x64 || last === 0x65;
    }
    if (length === 4 && before(codes, start) === 0x2d) return true;
    // -----BEGIN, and secret of Kubernetes.
    if (length === 5 && first === 0x42) return true;
    if (length === 6 && second === 0x65 && (first | 0x20) === 0x73) return true;
  }
  if ((flags & (trait.lower | trait.upper)) !== (trait.lower | trait.upper)) return false;
  if (length > 14) return length > 15;
  if (second >= 0x41 && second <= 0x5a) return false;
  if (
    before(codes, start) === 0x20 &&
    start > 2 &&
    leads[pairHash(codes[start - 3]!, codes[start - 2]!)] === 1
  )
    return true;
  let hash = 0;
  for (let index = start; index < end; index += 1) hash = nameHash(hash, lowerOf(codes[index]!));
  return names[hash] === 1;
}

/** Whether a cue of a value without shape may end directly before `start`, with nothing but fillers between. */
function mayFollowCue(
  codes: Uint16Array,
  start: number,
  { traits, endings }: AnchorTables,
): boolean {
  const floor = start > 13 ? start - 12 : 1;
  let at = start - 1;
  while (at >= floor) {
    const unit = codes[at]!;
    if (endings[pairHash(lowerOf(codes[at - 1]!), lowerOf(unit))] === 1) return true;
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

/** A word of digits alone. */
function numberMatters(
  codes: Uint16Array,
  start: number,
  end: number,
  tables: AnchorTables,
): boolean {
  const length = end - start;
  if (length > 6) return true;
  const next = codes[end]!;
  // 00-1A-2B-3C-4D-5E and 0012.3456.789A begin with digits, as do IPv4 addresses.
  if (next === 0x2d && length === 2) return true;
  if (next === 0x2e && (length === 4 || (length < 4 && isDigit(codes[end + 1]!)))) return true;
  // 742 Evergreen Terrace, 12 5th Avenue.
  if (next === 0x20 && length < 6) {
    const behind = codes[end + 1]!;
    if ((behind >= 0x41 && behind <= 0x5a) || isDigit(behind)) return true;
  }
  // 生 behind a date: 1990年5月1日出生.
  for (let index = start + 6; index < start + 14; index += 1)
    if (codes[index] === 0x751f) return true;
  // Digits of the groups that may be one number with it.
  let total = length;
  let at = end;
  for (let group = 1; group < 8; group += 1) {
    let follower = at;
    while (follower < at + 3 && isSeparator(codes[follower]!)) follower += 1;
    if (follower === at || !isDigit(codes[follower]!)) break;
    at = follower;
    while (isDigit(codes[at]!)) at += 1;
    total += at - follower;
    if (total > 6) return true;
  }
  // National numbers may be divided by what divides no other.
  if (
    total > 5 &&
    (next === 0x2d || next === 0x2e || next === 0x2f) &&
    (isDigit(codes[end + 1]!) || isLetter(codes[end + 1]!))
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
  if (length > 5 || length === 4) return true;
  const first = codes[start]!;
  const second = codes[start + 1]!;
  if (second < 128 && tables.tokens[first * 128 + second] === 1) return true;
  const next = codes[end]!;
  if (next === 0x7e || (next === 0x2d && length === 2)) return true;
  // An IBAN in groups, and other numbers in parts.
  if (length === 5 && isLetter(first) && isLetter(second)) return true;
  if (
    (next === 0x20 || next === 0x2d || next === 0x2e || next === 0x2f || next === 0x2b) &&
    (isDigit(codes[end + 1]!) || isLetter(codes[end + 1]!))
  )
    return true;
  return mayFollowCue(codes, start, tables);
}

/** Most units that are read around a colon. */
const colonReach = 48;

/** A colon: before `//`, behind a name, or within an address. The times of logs are passed over. */
function colonMatters(codes: Uint16Array, colon: number, tables: AnchorTables): boolean {
  const last = before(codes, colon);
  if (!isDigit(last)) return true;
  if (codes[colon + 1] === 0x2f && codes[colon + 2] === 0x2f) return true;
  // Without two letters, nothing is the name of a secret.
  let letters = 0;
  const floor = colon > 64 ? colon - 64 : 0;
  for (let index = colon - 1; index >= floor; index -= 1) {
    const unit = codes[index]!;
    if (isLetter(unit)) {
      letters += 1;
      if (letters === 2) return true;
    } else if (!isDigit(unit) && unit !== 0x5f && unit !== 0x2d && unit !== 0x2e) break;
  }
  let colons = 0;
  for (let index = colon; index < colon + colonReach; index += 1) {
    const unit = codes[index]!;
    if (unit === 0x3a) {
      colons += 1;
      // Six pairs, eight groups, or a gap.
      if (colons === 5 || codes[index + 1] === 0x3a) return true;
    } else if (!isHex(unit)) break;
  }
  return mayFollowCue(codes, colon, tables);
}
