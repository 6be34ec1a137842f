import { latinOf, usualOf } from './look-alikes.ts';

/** Variation selectors that say something: 5 to 12, which no font has anything for. */
export const firstSelector = 0xfe04;
export const selectorBits = 3;

/** Whether a UTF-16 code unit is one of them. */
export function isSelector(code: number): boolean {
  return code >= firstSelector && code < firstSelector + (1 << selectorBits);
}

/** Letters, digits and ideographs. */
export const letter = /[\p{L}\p{N}]/u;
export const han = /\p{Script=Han}/u;

/** A text as words are looked up in it. */
export interface PlainText {
  /**
   * Letters in lower case, without width, accent or disguise. What is between them is nothing, a space between words, `,` for
   * punctuation, or `.` for the end of a sentence.
   */
  readonly plain: string;
  /** For each character of `plain` its offset in the text. */
  readonly offsets: readonly number[];
}

/** A letter without case, width, accent or disguise. */
export function plainLetter(character: string): string {
  const usual = latinOf.get(character) ?? usualOf.get(character) ?? character;
  return [...usual.normalize('NFKD').toLowerCase()][0] ?? usual;
}

const endsSentence = /[。！？!.;；…]/;
/** What is no more than a trace of a selector that could not be written in another encoding. */
const nothing = /[?\ufffd]/;

/** Takes from a text what marks and transport change: what is left is the same before and after. */
export function toPlainText(text: string): PlainText {
  const pieces: string[] = [];
  const offsets: number[] = [];
  let gap = '';
  let gapStart = 0;
  let previous = '';
  let start = 0;
  for (const character of text) {
    if (letter.test(character)) {
      const between = gap === '' ? '' : describeGap(gap, previous, character);
      if (between !== '') {
        pieces.push(between);
        offsets.push(gapStart);
      }
      const plain = plainLetter(character);
      pieces.push(plain);
      for (let unit = 0; unit < plain.length; unit += 1) {
        offsets.push(start + (plain.length === character.length ? unit : 0));
      }
      previous = character;
      gap = '';
    } else {
      if (gap === '') gapStart = start;
      gap += character;
    }
    start += character.length;
  }
  if (gap !== '') {
    const between = describeGap(gap, previous, '');
    if (between !== '') {
      pieces.push(between);
      offsets.push(gapStart);
    }
  }
  return { plain: pieces.join(''), offsets };
}

function describeGap(gap: string, previous: string, next: string): '' | ' ' | ',' | '.' {
  let isSpace = false;
  let isPunctuation = false;
  for (const character of gap) {
    if (endsSentence.test(character)) return '.';
    if (/\s/.test(character)) isSpace = true;
    else if (!nothing.test(character) && !/\p{M}/u.test(character)) isPunctuation = true;
  }
  if (isPunctuation) return ',';
  // Between ideographs and words a space is a matter of taste.
  return isSpace && !han.test(previous) && !han.test(next) ? ' ' : '';
}
