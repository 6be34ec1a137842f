import { watermarkError } from '../watermark-error.ts';
import type { PlainText } from './plain-text.ts';

/** Two words that may stand for one another without a change of meaning. */
export interface WordChoice {
  /** Chinese, or single English words in small letters. The first is the usual one. */
  readonly forms: readonly [string, string];
  /** Only behind punctuation, or only behind what ends a sentence. Everywhere unless given. */
  readonly at?: 'clause' | 'sentence';
  /** Not directly behind one of these characters: there it would be part of other words. */
  readonly notAfter?: string;
  /** Not directly before one of these characters. */
  readonly notBefore?: string;
  /** Only directly before one of these: words, `' '` for another word, `','` for punctuation, `'.'` for the end of a sentence. */
  readonly onlyBefore?: readonly string[];
  /** Only where it begins with a small letter: a capital may begin a name. */
  readonly lowerCase?: boolean;
}

/** A word of a text that has another form. */
export interface WordMatch {
  /** Offsets in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The usual form: what the word is to its surroundings, whichever form stands there. */
  readonly usual: string;
  /** Which form stands there. */
  readonly value: 0 | 1;
  /** What stands there for each form, with a capital where there is one. */
  write(value: number): string;
}

interface Form {
  readonly form: string;
  readonly value: 0 | 1;
  readonly choice: WordChoice;
}

/** Forms by their first character, the longer ones first. */
export type WordIndex = ReadonlyMap<string, readonly Form[]>;

const latinWord = /^[a-z]+$/;
const chineseWord = /^\p{Script=Han}+$/u;
const wordCharacter = /[a-z0-9]/;

/**
 * Makes a list of choices ready to look words up.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_OPTIONS` if a form is no word, or stands in two choices.
 */
export function indexWords(choices: readonly WordChoice[]): WordIndex {
  const index = new Map<string, Form[]>();
  const seen = new Set<string>();
  for (const choice of choices) {
    for (const [value, form] of choice.forms.entries()) {
      if (!(latinWord.test(form) || chineseWord.test(form)) || seen.has(form)) {
        throw watermarkError(
          'ERR_WATERMARK_OPTIONS',
          seen.has(form)
            ? 'A word stands in two choices'
            : 'A form of a word choice must be Chinese, or one English word in small letters',
          'Give pairs of single words, each word once.',
        );
      }
      seen.add(form);
      const first = form.charAt(0);
      const forms = index.get(first) ?? [];
      forms.push({ form, value: value as 0 | 1, choice });
      index.set(first, forms);
    }
  }
  for (const forms of index.values()) forms.sort((a, b) => b.form.length - a.form.length);
  return index;
}

function isAllowed({ form, choice }: Form, plain: string, start: number): boolean {
  const before = plain.charAt(start - 1);
  const end = start + form.length;
  const after = plain.charAt(end);
  if (latinWord.test(form) && (wordCharacter.test(before) || wordCharacter.test(after)))
    return false;
  if (choice.at === 'clause' && before !== ',' && before !== '.') return false;
  if (choice.at === 'sentence' && before !== '.') return false;
  // At the ends there is no telling what stood there before the text was cut.
  if (before !== '' && choice.notAfter?.includes(before)) return false;
  if (after !== '' && choice.notBefore?.includes(after)) return false;
  return choice.onlyBefore?.some((next) => plain.startsWith(next, end)) ?? true;
}

function capitalise(form: string): string {
  return form.charAt(0).toUpperCase() + form.slice(1);
}

/** Finds the words of a text that have another form, from left to right, the longest first. */
export function findWords(
  text: string,
  { plain, offsets }: PlainText,
  index: WordIndex,
): WordMatch[] {
  const matches: WordMatch[] = [];
  for (let at = 0; at < plain.length; at += 1) {
    for (const candidate of index.get(plain.charAt(at)) ?? []) {
      const { form, value, choice } = candidate;
      if (!plain.startsWith(form, at) || !isAllowed(candidate, plain, at)) continue;
      const start = offsets[at] as number;
      const end = (offsets[at + form.length - 1] as number) + 1;
      const stands = text.slice(start, end);
      const isCapital = stands !== form && stands === capitalise(form) && !choice.lowerCase;
      // With something hidden in it, or in capitals, it is no word of ours.
      if (stands !== form && !isCapital) continue;
      matches.push({
        start,
        end,
        usual: choice.forms[0],
        value,
        write: (wanted) => {
          const word = choice.forms[wanted === 1 ? 1 : 0];
          return isCapital ? capitalise(word) : word;
        },
      });
      at += form.length - 1;
      break;
    }
  }
  return matches;
}
