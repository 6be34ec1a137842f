import { watermarkError } from '../watermark-error.ts';
import { findPlaces, type TextChannel } from './find-places.ts';
import { createTextKey, evaluateParity } from './parity-message.ts';

/** All channels, in the order in which {@link markText} names them. */
export const textChannels: readonly TextChannel[] = ['invisible', 'look-alikes', 'punctuation'];

/** Options of {@link markText}. */
export interface MarkTextOptions {
  /** At least 16 bytes; who has it can read and forge marks. */
  readonly key: Uint8Array;
  /** Who gets the text: a whole number of 32 bits, from 0. */
  readonly id: number;
  /** How the mark may be written. Default all of {@link textChannels}; `look-alikes` breaks the search for words that it touches. */
  readonly channels?: readonly TextChannel[];
}

/** A marked text. */
export interface MarkedText {
  readonly text: string;
  /** Bits that each channel carries. An excerpt is traced without a list of recipients when a channel has some 72 in it. */
  readonly bits: Readonly<Record<TextChannel, number>>;
}

/** The fewest bits over all channels that are worth marking: with a list of a million recipients, 40 speak for one. */
const fewestBits = 40;

/**
 * Marks a text, Chinese or English, with an id of 32 bits and a tag of 32 bits that makes an answer trustworthy; see
 * {@link traceText}. Each place of the text tells a sum of bits of id and tag, chosen by the key and by the letters around it: so
 * any part of the text that has enough places tells all of them, wherever it was cut out.
 *
 * Words, order, and what reads as an address stay as they are. Who compares two copies sees where they differ; who runs
 * {@link cleanText} over the text has the mark away, for no mark that is not in the wording can survive that.
 *
 * Source of the idea of sums: M. Luby, "LT codes" (2002); of the channels: Unicode Technical Standards 39 and 51, and GB 18030.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_OPTIONS` for an id or channel that there is not, `ERR_WATERMARK_KEY` for a key shorter than 16
 * bytes, `ERR_WATERMARK_CAPACITY` if the text has fewer than 40 bits of room.
 *
 * @example
 * ```ts
 * import { markText, traceText } from '@yushu/watermark/text';
 *
 * const key = crypto.getRandomValues(new Uint8Array(32));
 * const memo =
 *   '各位同事：本季度的新产品将于下月发布，价格和渠道政策见附件，请在正式公布之前注意保密，不要转发给任何外部人员。' +
 *   '如果客户提前问起，请回答仍在测试阶段；媒体来电一律转给市场部处理，任何人不得以个人名义接受采访或者发表意见。';
 *
 * const forZhang = markText(memo, { key, id: 4711 });
 * const trace = traceText(`转自微信：${forZhang.text.slice(20, -20)}……`, { key });
 * console.log(trace.found && trace.id); // 4711
 * ```
 */
export function markText(
  text: string,
  { key, id, channels = textChannels }: MarkTextOptions,
): MarkedText {
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
  const bits: Record<TextChannel, number> = { invisible: 0, 'look-alikes': 0, punctuation: 0 };
  const pieces: string[] = [];
  let done = 0;
  // Of one place, the selector comes before the punctuation that follows.
  const places = findPlaces(text).sort((a, b) => a.start - b.start || a.end - b.end);
  for (const place of places) {
    if (!channels.includes(place.channel)) continue;
    const value = textKey
      .parities(place.context, place.bits)
      .reduce((sum, parity, bit) => sum | (evaluateParity(parity, message) << bit), 0);
    pieces.push(text.slice(done, place.start), place.write(value));
    done = place.end;
    bits[place.channel] += place.bits;
  }
  pieces.push(text.slice(done));
  if (bits.invisible + bits['look-alikes'] + bits.punctuation < fewestBits) {
    throw watermarkError(
      'ERR_WATERMARK_CAPACITY',
      'The text is too short to carry a mark',
      'Mark texts of at least 30 ideographs or 20 words, or allow more channels.',
      { ...bits },
    );
  }
  return { text: pieces.join(''), bits };
}
