import { findPlaces, type TextChannel } from './find-places.ts';
import { type MayEdit, noBits, textChannels, wordIndexOf } from './text-edits.ts';
import type { WordChoice } from './word-choice.ts';

/** What may happen to a text on its way. */
export type TextChange =
  /** Copied as it is. */
  | 'copy'
  /** Brought to Unicode's form NFKC, as search engines and some editors do. */
  | 'nfkc'
  /** Written in GBK, with a question mark for what it lacks. */
  | 'gbk'
  /** Written in GBK, without what it lacks; or format characters and all selectors stripped. */
  | 'stripped'
  /** Cleaned with `cleanText`. */
  | 'cleaned';

/** What a text can carry. */
export interface TextCapacity {
  /** Bits of each channel; of `invisible` half its room, for a selector that is not there tells nothing. */
  readonly bits: Readonly<Record<TextChannel, number>>;
  /** Bits that are left after each change. 72 are read without a list of recipients; with n of them some 25 + log₂ n do. */
  readonly left: Readonly<Record<TextChange, number>>;
  /** The share of the text that a quotation needs for an answer without a list; `undefined` where the whole is too short. */
  readonly share: Readonly<Record<TextChange, number | undefined>>;
}

/** Options of {@link measureText}. */
export interface MeasureTextOptions {
  /** Default all. */
  readonly channels?: readonly TextChannel[];
  /** Words that may stand for one another. Default the reviewed list. */
  readonly words?: readonly WordChoice[];
}

/** 64 sums must be independent: so many nearly always hold them. */
const enough = 72;

/**
 * Counts what a text can carry before it is marked, and how much of that is left after what may happen to it.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_OPTIONS` for a word list that is none.
 *
 * @example
 * ```ts
 * import { measureText } from '@yushu/watermark/text';
 *
 * const memo = '各位同事：新一代终端的上市时间推迟到秋末，价格和渠道政策见附件，在正式公布之前请注意保密。'.repeat(8);
 * const { left, share } = measureText(memo);
 * console.log(left.copy > 500, left.cleaned < 72, (share.gbk ?? 1) < 0.5); // true true true
 * ```
 */
export function measureText(
  text: string,
  { channels = textChannels, words }: MeasureTextOptions = {},
): TextCapacity {
  return countPlaces(text, channels, words, () => true);
}

/** Counts the places of a text that may be changed. */
export function countPlaces(
  text: string,
  channels: readonly TextChannel[],
  words: readonly WordChoice[] | undefined,
  mayEdit: MayEdit,
): TextCapacity {
  const bits = noBits();
  let leftovers = 0;
  for (const { channel, start, end, bits: room } of findPlaces(text, wordIndexOf(words))) {
    if (!channels.includes(channel) || !mayEdit(start, end, channel)) continue;
    bits[channel] += channel === 'invisible' ? room / 2 : room;
    if (channel === 'invisible') leftovers += 1;
  }
  const wording = bits.words + bits.spacing;
  const letters = bits['look-alikes'] + bits.variants;
  const left: Record<TextChange, number> = {
    copy: bits.invisible + letters + bits.punctuation + wording,
    nfkc: bits.invisible + letters + wording,
    gbk: leftovers + letters + bits.punctuation + wording,
    stripped: letters + bits.punctuation + wording,
    cleaned: bits.punctuation + wording,
  };
  const shareOf = (change: TextChange) =>
    left[change] < enough ? undefined : enough / left[change];
  const share: Record<TextChange, number | undefined> = {
    copy: shareOf('copy'),
    nfkc: shareOf('nfkc'),
    gbk: shareOf('gbk'),
    stripped: shareOf('stripped'),
    cleaned: shareOf('cleaned'),
  };
  return { bits, left, share };
}
