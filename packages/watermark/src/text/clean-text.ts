import { undisguised } from '../data/disguises.ts';
import { findPlaces } from './find-places.ts';
import { latinOf, traditional, usualOf } from './look-alikes.ts';
import { applyEdits, type TextEdit, wordIndexOf } from './text-edits.ts';
import type { WordChoice } from './word-choice.ts';

/** What does not belong into a text that people typed. */
export type HiddenKind =
  /** Characters that nobody sees: zero width, tags, selectors, direction marks. */
  | 'invisible'
  /** Spaces of other widths than the usual one. */
  | 'space'
  /** Letters of other scripts that stand for Latin ones, and ideographs that are encoded twice. */
  | 'look-alike'
  /** Only with `wording`: half-width punctuation behind an ideograph. */
  | 'punctuation'
  /** Only with `wording`: a space between ideographs and words, or two behind a sentence. */
  | 'spacing'
  /** Only with `wording`: the less usual of two words with one meaning. */
  | 'word';

/** Options of {@link cleanText}. */
export interface CleanTextOptions {
  /**
   * Whether to bring wording, spacing and width of punctuation to the usual form, too. People write both forms, so what is found
   * says nothing; but no mark of `markText` is left. Default false.
   */
  readonly wording?: boolean;
  /** The words that have two forms. Default the reviewed list. */
  readonly words?: readonly WordChoice[];
}

/** What was found at a place. */
export interface HiddenCharacter {
  readonly kind: HiddenKind;
  /** Offset in the text that was given, in UTF-16 code units; of what `wording` finds, in that text without what is hidden in it. */
  readonly offset: number;
  readonly codePoint: number;
}

/** A text without hidden characters. */
export interface CleanedText {
  readonly text: string;
  /** What was taken away or replaced, in order; what `wording` found comes last. */
  readonly hidden: readonly HiddenCharacter[];
}

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
/** Scripts that are written wrongly without joiners, and directions that their text needs. */
const joining =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}\p{Script=Tibetan}\p{Script=Myanmar}]/u;
const pictograph = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u20e3/u;
const unusualSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800]/;
/** Ideographs and radicals that are encoded for the sake of older standards. */
const compatible = /[\u2f00-\u2fd5\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u;
/** Without one of these it cannot be told whether a text is written in simplified characters. */
const simplified = /[这们个来说国会学发关开时对为经过还]/;

const cyrillic = /\p{Script=Cyrillic}/u;
const alphabet =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Coptic}\p{Script=Cherokee}\p{Script=Lisu}\p{Script=Deseret}\p{Script=Osage}]/u;

/** Whether what stands around an invisible character needs it: emoji and scripts that join. */
function isNeeded(characters: readonly string[], index: number): boolean {
  const code = characters[index]?.codePointAt(0);
  const previous = characters[index - 1] ?? '';
  if (code === 0xfe0f || code === 0xfe0e)
    return pictograph.test(previous) || /[\d#*]/.test(previous);
  const earlier = previous === '\ufe0f' ? (characters[index - 2] ?? '') : previous;
  const next = characters[index + 1] ?? '';
  if (code === 0x200d && pictograph.test(earlier) && pictograph.test(next)) return true;
  return [0x200c, 0x200d, 0x200e, 0x200f].includes(code ?? 0) && joining.test(previous + next);
}

/** Finds what is not in its usual form, though people write so, from left to right. */
export function planWording(text: string, words?: readonly WordChoice[]): Impurity[] {
  const found: Impurity[] = [];
  const kinds = { punctuation: 'punctuation', spacing: 'spacing', words: 'word' } as const;
  const places = findPlaces(text, wordIndexOf(words)).sort((a, b) => a.start - b.start);
  for (const { channel, start, end, value, write } of places) {
    if (value !== 1 || !(channel in kinds)) continue;
    const kind = kinds[channel as keyof typeof kinds];
    const codePoint = text.codePointAt(start) as number;
    found.push({ kind, offset: start, codePoint, end, replacement: write(0) });
  }
  return found;
}

/**
 * Takes out of a text what people do not type and do not see: zero-width and other invisible characters, spaces of unusual widths,
 * letters of other scripts that stand for Latin ones (within a word, or Cyrillic ones in a text that has no others), and ideographs
 * that are encoded twice. Joiners of emoji and of scripts that need them stay. It takes marks of `markText` away, and those of others;
 * and it keeps hidden words from scanners, logs and language models. Choice of words, spacing and width of punctuation are what people
 * type: only `wording` takes them to their usual form.
 *
 * @example
 * ```ts
 * import { cleanText } from '@yushu/watermark/text';
 *
 * const { text, hidden } = cleanText('p\u0430y\u200bment\u00a0due');
 * console.log(text); // payment due
 * console.log(hidden.map(({ kind, offset }) => `${kind} at ${offset}`)); // [ 'look-alike at 1', 'invisible at 3', 'space at 8' ]
 * ```
 */
export function cleanText(text: string, options: CleanTextOptions = {}): CleanedText {
  const hidden = planCleaning(text);
  const cleaned = applyEdits(text, hidden.map(toEdit));
  if (options.wording !== true) return { text: cleaned, hidden: hidden.map(toCharacter) };
  // Words that something was hidden in are known only now, so that what is found is counted in the text without it.
  const wording = planWording(cleaned, options.words);
  return {
    text: applyEdits(cleaned, wording.map(toEdit)),
    hidden: [...hidden, ...wording].map(toCharacter),
  };
}

/** Something to take out of a text. */
export interface Impurity extends HiddenCharacter {
  /** Offset behind it. */
  readonly end: number;
  /** What belongs there. */
  readonly replacement: string;
}

/** How it is taken out. */
export function toEdit({ offset, end, replacement }: Impurity): TextEdit {
  return { start: offset, end, text: replacement };
}

/** What is said of it. */
export function toCharacter({ kind, offset, codePoint }: Impurity): HiddenCharacter {
  return { kind, offset, codePoint };
}

/** Finds what is hidden in a text, from left to right. */
export function planCleaning(text: string): Impurity[] {
  const found: Impurity[] = [];
  const take = (kind: HiddenKind, offset: number, character: string, replacement: string): void => {
    const codePoint = character.codePointAt(0) as number;
    found.push({ kind, offset, codePoint, end: offset + character.length, replacement });
  };
  const characters = [...text];
  let offset = 0;
  let isWord = false;
  // Letters in disguise of one word: they are judged when it ends.
  let disguised: { readonly character: string; readonly offset: number }[] = [];
  let latin = false;
  let other = false;
  // Where no other Cyrillic letter stands, one that looks Latin is none.
  const foreign = !characters.some(
    (character) => cyrillic.test(character) && !undisguised.has(character),
  );
  const isSimplified = simplified.test(text) && !traditional.test(text);
  const endWord = (): void => {
    if (!other) {
      for (const { character, offset: place } of disguised) {
        if (!latin && !(foreign && latinOf.has(character))) continue;
        take('look-alike', place, character, undisguised.get(character) as string);
      }
    }
    disguised = [];
    latin = false;
    other = false;
    isWord = false;
  };
  for (const [index, character] of characters.entries()) {
    const usual = isSimplified ? usualOf.get(character) : undefined;
    if (invisible.test(character) && !isNeeded(characters, index)) {
      take('invisible', offset, character, '');
    } else if (unusualSpace.test(character)) {
      endWord();
      take('space', offset, character, ' ');
    } else if (usual !== undefined || compatible.test(character)) {
      endWord();
      const plain = usual ?? character.normalize('NFKC');
      if (plain !== character) take('look-alike', offset, character, plain);
    } else if (undisguised.has(character)) {
      disguised.push({ character, offset });
      isWord = true;
    } else if (/\p{Script=Latin}/u.test(character)) {
      latin = true;
      isWord = true;
    } else if (alphabet.test(character)) {
      other = true;
      isWord = true;
    } else if (isWord && !/\p{M}/u.test(character)) endWord();
    offset += character.length;
  }
  endWord();
  return found.sort((a, b) => a.offset - b.offset);
}
