import {
  cyrillicOf,
  fullWidthOf,
  halfWidthOf,
  latinOf,
  traditional,
  usualOf,
  variantOf,
} from './look-alikes.ts';
import {
  firstSelector,
  han,
  isSelector,
  letter,
  plainLetter,
  selectorBits,
  toPlainText,
} from './plain-text.ts';
import { findWords, type WordIndex, type WordMatch } from './word-choice.ts';

/** How a mark is written. */
export type TextChannel =
  /**
   * Variation selectors that no font knows, or none, behind ideographs and words: seen by nobody. Where GBK writes a question mark
   * for each, these still tell; where it leaves them out, nothing is left.
   */
  | 'invisible'
  /** Cyrillic letters for Latin ones in words: survives all but a cleaner, and breaks search for these words. */
  | 'look-alikes'
  /** Half or full width of punctuation behind ideographs: survives GBK, not NFKC. */
  | 'punctuation'
  /** One word for another of the same meaning: survives all but a new wording. */
  | 'words'
  /** A space, or none, between ideographs and words or numbers, and two behind a sentence: survives all but an editor. */
  | 'spacing'
  /** Ideographs that differ by a stroke, as 内 and 內: survives all but a cleaner; who reads closely sees it. */
  | 'variants';

/** A place of a text that can carry bits. */
export interface TextPlace {
  readonly channel: TextChannel;
  /** Offset of what is replaced, in UTF-16 code units; of `invisible`, of where the selector stands or goes. */
  readonly start: number;
  readonly end: number;
  /** What stands around it, as it is before and after marking, and after normalisation: what the key is asked with. */
  readonly context: string;
  /** How many bits: 4 or 1. */
  readonly bits: number;
  /** What it says now; `undefined` if there is nothing. */
  readonly value: number | undefined;
  /** Whether there stands what another encoding writes for a character that it lacks. */
  readonly isReplaced?: boolean;
  /** What stands there for each value. */
  write(value: number): string;
}

/** Letters around a place that the key is asked with: fewer ideographs, for each says more. */
const before = { ideographs: 3, letters: 5 };
const after = { ideographs: 2, letters: 3 };

/** Bits of an invisible place: whether a selector stands there, and which. */
const invisibleBits = 1 + selectorBits;

interface Unit {
  /** Lower case, without width, accent or disguise; of a word with two forms, the usual one. */
  readonly plain: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly han: boolean;
  readonly word: WordMatch | undefined;
}

const otherCyrillic = /\p{Script=Cyrillic}/u;
const latinOrDigit = /[\p{Script=Latin}\p{N}]/u;
/** Addresses and names of files: a copy that does not work any more would be noticed. */
const working = /[@/\\:_\d]|\w\.\w/;

/** Letters, digits and ideographs, as they are without the mark. */
function listUnits(text: string, words: readonly WordMatch[]): Unit[] {
  const units: Unit[] = [];
  let start = 0;
  let next = 0;
  for (const character of text) {
    const end = start + character.length;
    const word = words[next];
    if (word !== undefined && start >= word.start) {
      if (end === word.end) {
        const isHan = han.test(character);
        const { usual: plain, start: from } = word;
        units.push({ plain, text: text.slice(from, end), start: from, end, han: isHan, word });
        next += 1;
      }
    } else if (letter.test(character)) {
      const plain = plainLetter(character);
      units.push({ plain, text: character, start, end, han: han.test(character), word: undefined });
    }
    start = end;
  }
  return units;
}

/** Offsets within what works only as it is: addresses, names of files, numbers. */
function listWorking(text: string): Uint8Array {
  const isWorking = new Uint8Array(text.length);
  for (const { 0: token, index } of text.matchAll(/[^\s\p{Script=Han}]+/gu)) {
    const plain = [...token].map((character) => latinOf.get(character) ?? character).join('');
    const bare = plain.replace(/\p{M}/gu, '').replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '');
    if (working.test(bare)) isWorking.fill(1, index, index + token.length);
  }
  return isWorking;
}

/** The length of what an invisible place holds: a selector, or what is left of one. */
function lengthAt(text: string, at: number): number {
  return isSelector(text.charCodeAt(at)) || isLeftover(text.charAt(at)) ? 1 : 0;
}

function isLeftover(character: string): boolean {
  return character === '?' || character === '\ufffd';
}

function invisiblePlace(text: string, start: number, context: string): TextPlace {
  const code = text.charCodeAt(start);
  const has = isSelector(code);
  return {
    channel: 'invisible',
    start,
    end: start + (has ? 1 : 0),
    context,
    bits: invisibleBits,
    value: has ? 1 | ((code - firstSelector) << 1) : undefined,
    isReplaced: isLeftover(text.charAt(start)),
    write: (value) => ((value & 1) === 1 ? String.fromCharCode(firstSelector + (value >> 1)) : ''),
  };
}

/** Punctuation with nothing else, as Chinese has it; a question mark of half width may be what is left of a selector. */
const onlyPunctuation = /^(?:(?!\?)\p{P})+$/u;

/** Where the punctuation between two letters ends, if a selector may stand behind it: what is left of one there is not part of it. */
function endOfPunctuation(text: string, from: number, to: number): number | undefined {
  const end = to - from > 1 ? to - lengthAt(text, to - 1) : to;
  return onlyPunctuation.test(text.slice(from, end)) ? end : undefined;
}

/** A place with two forms of one character. */
function formsPlace(
  channel: TextChannel,
  { text, start, end }: Unit,
  context: string,
  forms: readonly [string, string],
): TextPlace {
  const value = text === forms[1] ? 1 : 0;
  const write = (wanted: number) => forms[wanted === 1 ? 1 : 0];
  return { channel, start, end, context, bits: 1, value, write };
}

/** Spaces where both one and none, or one and two, are usual. */
function spacingPlace(text: string, unit: Unit, next: Unit, around: string): TextPlace | undefined {
  const start = unit.end + lengthAt(text, unit.end);
  const between = text.slice(start, next.start);
  if (unit.han !== next.han) {
    const other = unit.han ? next : unit;
    if (!latinOrDigit.test(other.text) || (between !== '' && between !== ' ')) return undefined;
    const value = between === ' ' ? 1 : 0;
    const write = (wanted: number) => (wanted === 1 ? ' ' : '');
    return {
      channel: 'spacing',
      start,
      end: next.start,
      context: `s${around}`,
      bits: 1,
      value,
      write,
    };
  }
  if (unit.han || !/^[.!] {1,2}$/.test(between) || !/^\p{Lu}/u.test(next.text)) return undefined;
  const value = between.length - 2;
  const write = (wanted: number) => (wanted === 1 ? '  ' : ' ');
  const context = `d${around}`;
  return { channel: 'spacing', start: start + 1, end: next.start, context, bits: 1, value, write };
}

/**
 * Finds every place of a text that can carry bits. Places keep their context when the text is cut, normalised or marked, as long as a
 * few letters around them stay.
 */
export function findPlaces(text: string, index: WordIndex): TextPlace[] {
  const units = listUnits(text, findWords(text, toPlainText(text), index));
  const isWorking = listWorking(text);
  // A text with other Cyrillic letters is Russian or the like: there, look-alikes are just letters.
  let isCyrillic = false;
  for (const character of text) {
    if (otherCyrillic.test(character) && !latinOf.has(character)) isCyrillic = true;
  }
  const isTraditional = traditional.test(text);
  const places: TextPlace[] = [];
  for (let at = 0; at + 1 < units.length; at += 1) {
    const unit = units[at] as Unit;
    const next = units[at + 1] as Unit;
    const kind = unit.han ? 'ideographs' : 'letters';
    const first = at - before[kind];
    const last = at + after[kind];
    // At the ends there is less: such places are not used, for an excerpt has other ends.
    if (first < 0 || last >= units.length) continue;
    let around = '';
    for (let near = first; near <= last; near += 1) around += (units[near] as Unit).plain;
    const held = lengthAt(text, unit.end);
    const mayChange = isWorking[unit.end - 1] === 0;
    const endsWord = unit.han || next.han || next.start > unit.end + held;
    const isAccented = /\p{M}/u.test(text.charAt(unit.end)) && held === 0;
    if (endsWord && !isAccented && mayChange)
      places.push(invisiblePlace(text, unit.end, `i${around}`));
    if (unit.han || next.han) {
      const end = endOfPunctuation(text, unit.end + held, next.start);
      if (end !== undefined && isWorking[end - 1] === 0)
        places.push(invisiblePlace(text, end, `a${around}`));
    }
    const spacing = endsWord && !isAccented ? spacingPlace(text, unit, next, around) : undefined;
    if (spacing !== undefined) places.push(spacing);
    if (unit.word !== undefined) {
      const { start, end, value, write } = unit.word;
      places.push({ channel: 'words', start, end, context: `w${around}`, bits: 1, value, write });
      if (!unit.han) continue;
    } else {
      const latin = latinOf.get(unit.text) ?? unit.text;
      const cyrillic = cyrillicOf.get(latin);
      if (cyrillic !== undefined && mayChange && !isCyrillic) {
        places.push(formsPlace('look-alikes', unit, `l${latin}${around}`, [latin, cyrillic]));
      }
      const usual = usualOf.get(unit.text) ?? unit.text;
      const variant = variantOf.get(usual);
      if (variant !== undefined && !isTraditional) {
        places.push(formsPlace('variants', unit, `v${around}`, [usual, variant]));
      }
    }
    if (!unit.han) continue;
    const mark = text.charAt(unit.end + held);
    const full = fullWidthOf.get(mark) ?? (halfWidthOf.has(mark) ? mark : undefined);
    if (full === undefined) continue;
    const half = halfWidthOf.get(full) as string;
    places.push({
      channel: 'punctuation',
      start: unit.end + held,
      end: unit.end + held + 1,
      context: `p${half}${around}`,
      bits: 1,
      value: mark === half ? 1 : 0,
      write: (value) => (value === 1 ? half : full),
    });
  }
  return places;
}
