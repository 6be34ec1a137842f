import { wordChoices } from '../data/word-choices.ts';
import { watermarkError } from '../watermark-error.ts';
import { findPlaces, type TextChannel } from './find-places.ts';
import { createTextKey, evaluateParity } from './parity-message.ts';
import { indexWords, type WordChoice, type WordIndex } from './word-choice.ts';

/** All channels. */
export const textChannels: readonly TextChannel[] = [
  'invisible',
  'look-alikes',
  'punctuation',
  'words',
  'spacing',
  'variants',
];

/** What {@link markText} uses unless told: all but `variants`, which who reads closely sees. */
export const usualTextChannels: readonly TextChannel[] = textChannels.filter(
  (channel) => channel !== 'variants',
);

/** Options of `markText`. */
export interface MarkTextOptions {
  /** At least 16 bytes; who has it can read and forge marks. */
  readonly key: Uint8Array;
  /** Who gets the text: a whole number of 32 bits, from 0. */
  readonly id: number;
  /**
   * How the mark may be written. Default all but `variants`. `look-alikes` and `variants` break the search for words that they touch;
   * `invisible` alone changes nothing that is seen.
   */
  readonly channels?: readonly TextChannel[];
  /** Words that may stand for one another; tracing needs the same list. Default the reviewed one, `wordChoices`. */
  readonly words?: readonly WordChoice[];
}

/** One change of a text. */
export interface TextEdit {
  /** Offsets in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** What stands there after it. */
  readonly text: string;
}

/** Whether a channel may change the characters from `start` to `end`. */
export type MayEdit = (start: number, end: number, channel: TextChannel) => boolean;

/** What marks a text. */
export interface TextMark {
  /** From left to right, apart from one another. */
  readonly edits: readonly TextEdit[];
  readonly bits: Readonly<Record<TextChannel, number>>;
}

/** The fewest bits over all channels that are worth marking: with a list of a million recipients, 40 speak for one. */
const fewestBits = 40;

let usualIndex: WordIndex | undefined;

/** The index of a list; that of the reviewed list is made once. */
export function wordIndexOf(words: readonly WordChoice[] | undefined): WordIndex {
  if (words !== undefined && words !== wordChoices) return indexWords(words);
  usualIndex ??= indexWords(wordChoices);
  return usualIndex;
}

/** No bits in any channel. */
export function noBits(): Record<TextChannel, number> {
  return { invisible: 0, 'look-alikes': 0, punctuation: 0, words: 0, spacing: 0, variants: 0 };
}

/**
 * Finds the changes that mark a text.
 */
export function planTextMark(
  text: string,
  { key, id, channels = usualTextChannels, words }: MarkTextOptions,
  mayEdit: MayEdit = () => true,
): TextMark {
  const unknown = channels.find((channel) => !textChannels.includes(channel));
  if (unknown !== undefined || !Number.isInteger(id) || id < 0 || id >= 2 ** 32) {
    throw watermarkError(
      'ERR_WATERMARK_OPTIONS',
      unknown === undefined
        ? 'The id of a text mark must be a whole number from 0 to 4294967295'
        : 'There is no such channel',
      `Number your recipients; channels are ${textChannels.join(', ')}.`,
    );
  }
  const textKey = createTextKey(key);
  const message = textKey.messageOf(id);
  const bits = noBits();
  const edits: TextEdit[] = [];
  // Of one place, the selector comes before the space or punctuation that follows.
  const places = findPlaces(text, wordIndexOf(words)).sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  for (const place of places) {
    if (!channels.includes(place.channel) || !mayEdit(place.start, place.end, place.channel))
      continue;
    const value = textKey
      .parities(place.context, place.bits)
      .reduce((sum, parity, bit) => sum | (evaluateParity(parity, message) << bit), 0);
    const written = place.write(value);
    if (written !== text.slice(place.start, place.end)) {
      edits.push({ start: place.start, end: place.end, text: written });
    }
    // A selector that is not there cannot be told from one that was taken away.
    bits[place.channel] += place.channel === 'invisible' ? place.bits / 2 : place.bits;
  }
  const total = Object.values(bits).reduce((sum, count) => sum + count, 0);
  if (total < fewestBits) {
    throw watermarkError(
      'ERR_WATERMARK_CAPACITY',
      'The text is too short to carry a mark',
      'Mark texts of at least 50 ideographs or 30 words, or allow more channels.',
      { ...bits },
    );
  }
  return { edits, bits };
}

/** The text after its edits. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const edit of edits) {
    pieces.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
