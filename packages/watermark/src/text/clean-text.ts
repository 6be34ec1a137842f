import { latinOf } from './look-alikes.ts';

/** What does not belong into a text that people typed. */
export type HiddenKind =
  /** Characters that nobody sees: zero width, tags, selectors, direction marks. */
  | 'invisible'
  /** Spaces of other widths than the usual one. */
  | 'space'
  /** Cyrillic letters that stand for Latin ones. */
  | 'look-alike';

/** What was found at a place. */
export interface HiddenCharacter {
  readonly kind: HiddenKind;
  /** Offset in the text that was given, in UTF-16 code units. */
  readonly offset: number;
  readonly codePoint: number;
}

/** A text without hidden characters. */
export interface CleanedText {
  readonly text: string;
  /** What was taken away or replaced, in order. */
  readonly hidden: readonly HiddenCharacter[];
}

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
/** Scripts that are written wrongly without joiners, and directions that their text needs. */
const joining =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}\p{Script=Tibetan}\p{Script=Myanmar}]/u;
const pictograph = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u20e3/u;
const unusualSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/;

const otherCyrillic = /\p{Script=Cyrillic}/u;

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

/**
 * Takes out of a text what people do not type and do not see: zero-width and other invisible characters, spaces of unusual widths,
 * and Cyrillic letters that stand for Latin ones, within a word or in a text that has no other Cyrillic letters. Joiners of emoji and of scripts that need them stay. It takes marks of
 * {@link markText} away, and those of others; and it keeps hidden words from scanners, logs and language models.
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
export function cleanText(text: string): CleanedText {
  const hidden: HiddenCharacter[] = [];
  const characters = [...text];
  const kept: string[] = [];
  let offset = 0;
  let wordStart = 0;
  // Kept characters and, for look-alikes, where they stood: a word is judged when it ends.
  let disguised: { readonly at: number; readonly offset: number }[] = [];
  let latin = false;
  let cyrillic = false;
  // Where no other Cyrillic letter stands, one that looks Latin is none.
  const foreign = !characters.some(
    (character) => otherCyrillic.test(character) && !latinOf.has(character),
  );
  const endWord = (): void => {
    if (!cyrillic && (latin || foreign)) {
      for (const { at, offset: place } of disguised) {
        const character = kept[at] as string;
        hidden.push({
          kind: 'look-alike',
          offset: place,
          codePoint: character.codePointAt(0) as number,
        });
        kept[at] = latinOf.get(character) as string;
      }
    }
    disguised = [];
    latin = false;
    cyrillic = false;
    wordStart = kept.length;
  };
  for (const [index, character] of characters.entries()) {
    const codePoint = character.codePointAt(0) as number;
    if (invisible.test(character) && !isNeeded(characters, index)) {
      hidden.push({ kind: 'invisible', offset, codePoint });
    } else if (unusualSpace.test(character)) {
      endWord();
      hidden.push({ kind: 'space', offset, codePoint });
      kept.push(' ');
    } else {
      if (latinOf.has(character)) disguised.push({ at: kept.length, offset });
      else if (/\p{Script=Latin}/u.test(character)) latin = true;
      else if (otherCyrillic.test(character)) cyrillic = true;
      else if (!/\p{M}/u.test(character) && kept.length > wordStart) endWord();
      kept.push(character);
    }
    offset += character.length;
  }
  endWord();
  hidden.sort((a, b) => a.offset - b.offset);
  return { text: kept.join(''), hidden };
}
