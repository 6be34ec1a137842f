import type { TextChannel } from './find-places.ts';
import { applyEdits, type MarkTextOptions, planTextMark } from './text-edits.ts';

/** A marked text. */
export interface MarkedText {
  readonly text: string;
  /**
   * Bits that each channel carries; of `invisible`, half of its room, for a selector that is not there tells nothing. An excerpt is
   * traced without a list of recipients when a channel has some 72 in it.
   */
  readonly bits: Readonly<Record<TextChannel, number>>;
}

/**
 * Marks a text, Chinese or English, with an id of 32 bits and a tag of 32 bits that makes an answer trustworthy; see
 * `traceText`. Each place of the text tells a sum of bits of id and tag, chosen by the key and by the letters around it: so
 * any part of the text that has enough places tells all of them, wherever it was cut out.
 *
 * Order, numbers, and what reads as an address stay as they are; words only give way to others of the same meaning. Who compares two
 * copies sees where they differ; who runs `cleanText` over the text has all but words and spacing away.
 *
 * Source of the idea of sums: M. Luby, "LT codes" (2002); of the channels: Unicode Technical Standards 39 and 51, GB 18030 and
 * GF 1001-2001.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_OPTIONS` for an id, channel or word that there is not, `ERR_WATERMARK_KEY` for a key shorter
 * than 16 bytes, `ERR_WATERMARK_CAPACITY` if the text has fewer than 40 bits of room.
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
export function markText(text: string, options: MarkTextOptions): MarkedText {
  const { edits, bits } = planTextMark(text, options);
  return { text: applyEdits(text, edits), bits };
}
