import { cyrillicOf, fullWidthOf, halfWidthOf, latinOf } from './look-alikes.ts';

/** How a mark is written. */
export type TextChannel =
  /** Variation selectors that no font knows, behind ideographs and words: seen by nobody, taken away by GBK. */
  | 'invisible'
  /** Cyrillic letters for Latin ones in words: survives all but a cleaner, and breaks search for these words. */
  | 'look-alikes'
  /** Half or full width of punctuation behind ideographs: survives GBK, not NFKC. */
  | 'punctuation';

/** A place of a text that can carry bits. */
export interface TextPlace {
  readonly channel: TextChannel;
  /** Offset of what is replaced, in UTF-16 code units; of `invisible`, of where the selector stands or goes. */
  readonly start: number;
  readonly end: number;
  /** What stands around it, as it is before and after marking, and after normalisation: what the key is asked with. */
  readonly context: string;
  /** How many bits: 3 or 1. */
  readonly bits: number;
  /** What it says now; `undefined` if there is nothing. */
  readonly value: number | undefined;
  /** What stands there for each value. */
  write(value: number): string;
}

const firstSelector = 0xfe04;
const selectorBits = 3;
const before = 5;
const after = 3;

interface Unit {
  /** Lower case, without width, accent or disguise. */
  readonly plain: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly han: boolean;
}

function isSelector(code: number): boolean {
  return code >= firstSelector && code < firstSelector + (1 << selectorBits);
}

const letter = /[\p{L}\p{N}]/u;
const han = /\p{Script=Han}/u;
const otherCyrillic = /\p{Script=Cyrillic}/u;
/** Addresses and names of files: a copy that does not work any more would be noticed. */
const working = /[@/\\:_\d]|\w\.\w/;

/** Letters, digits and ideographs, as they are without the mark. */
function listUnits(text: string): Unit[] {
  const units: Unit[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    if (letter.test(character)) {
      const latin = latinOf.get(character) ?? character;
      const plain = [...latin.normalize('NFKD').toLowerCase()][0] ?? latin;
      units.push({ plain, text: character, start, end, han: han.test(character) });
    }
    start = end;
  }
  return units;
}

/** Offsets of words in which letters may change their look. */
function listDisguisable(text: string): Uint8Array {
  const allowed = new Uint8Array(text.length);
  // A text with other Cyrillic letters is Russian or the like: there, look-alikes are just letters.
  for (const character of text) {
    if (otherCyrillic.test(character) && !latinOf.has(character)) return allowed;
  }
  for (const { 0: token, index } of text.matchAll(/[^\s\p{Script=Han}]+/gu)) {
    const plain = [...token].map((character) => latinOf.get(character) ?? character).join('');
    const bare = plain.replace(/\p{M}/gu, '').replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '');
    if (!working.test(bare)) allowed.fill(1, index, index + token.length);
  }
  return allowed;
}

/**
 * Finds every place of a text that can carry bits. Places keep their context when the text is cut, normalised or marked, as long as a
 * few letters around them stay.
 */
export function findPlaces(text: string): TextPlace[] {
  const units = listUnits(text);
  const disguisable = listDisguisable(text);
  const places: TextPlace[] = [];
  for (const [index, unit] of units.entries()) {
    const around = units
      .slice(Math.max(0, index - before), index + after + 1)
      .map(({ plain }) => plain)
      .join('');
    // At the ends there is less: such places are not used, for an excerpt has other ends.
    if (index < before || index + after >= units.length) continue;
    const code = text.charCodeAt(unit.end);
    const next = units[index + 1];
    const endsWord =
      unit.han || next === undefined || next.start > unit.end + (isSelector(code) ? 1 : 0);
    if (
      endsWord &&
      !(unit.end < text.length && /\p{M}/u.test(text.charAt(unit.end)) && !isSelector(code))
    ) {
      places.push({
        channel: 'invisible',
        start: unit.end,
        end: unit.end + (isSelector(code) ? 1 : 0),
        context: `i${around}`,
        bits: selectorBits,
        value: isSelector(code) ? code - firstSelector : undefined,
        write: (value) => String.fromCharCode(firstSelector + value),
      });
    }
    const latin = latinOf.get(unit.text) ?? unit.text;
    const cyrillic = cyrillicOf.get(latin);
    if (cyrillic !== undefined && disguisable[unit.start] === 1) {
      places.push({
        channel: 'look-alikes',
        start: unit.start,
        end: unit.end,
        context: `l${latin}${around}`,
        bits: 1,
        value: unit.text === cyrillic ? 1 : 0,
        write: (value) => (value === 1 ? cyrillic : latin),
      });
    }
    if (unit.han) {
      const at = unit.end + (isSelector(code) ? 1 : 0);
      const mark = text.charAt(at);
      const full = fullWidthOf.get(mark) ?? (halfWidthOf.has(mark) ? mark : undefined);
      if (full !== undefined) {
        const half = halfWidthOf.get(full) as string;
        places.push({
          channel: 'punctuation',
          start: at,
          end: at + 1,
          context: `p${half}${around}`,
          bits: 1,
          value: mark === half ? 1 : 0,
          write: (value) => (value === 1 ? half : full),
        });
      }
    }
  }
  return places;
}
