import { watermarkError } from '../watermark-error.ts';
import { findPlaces, type TextChannel } from './find-places.ts';
import { textChannels } from './mark-text.ts';
import {
  createTextKey,
  evaluateParity,
  type Parity,
  type ParityMessage,
} from './parity-message.ts';
import { solveParities } from './solve-parities.ts';

/** Options of {@link traceText}. */
export interface TraceTextOptions {
  /** The key that the text was marked with. */
  readonly key: Uint8Array;
  /** Whom the text was given to. With it, far shorter excerpts have an answer. */
  readonly candidates?: readonly number[];
}

/** What a text says of where it comes from. */
export type TextTrace =
  | {
      readonly found: true;
      /** The id that the text was marked with. */
      readonly id: number;
      /** The most probable chance that a text without this mark gives this answer. */
      readonly falsePositive: number;
      /** The channels that told it. */
      readonly channels: readonly TextChannel[];
      /** Bits that were read there, and how many of them agree with the mark. */
      readonly bits: number;
      readonly agreeing: number;
    }
  | { readonly found: false /** Bits that were read. */; readonly bits: number };

/** Answers that are more doubtful than this are not given. */
const tolerated = 1e-6;
/** Subsets of what was read that are solved, so that a few wrong places do no harm. */
const attempts = 256;
const together: readonly (readonly TextChannel[])[] = [
  ['invisible', 'look-alikes', 'punctuation'],
  ['invisible', 'look-alikes'],
  ['look-alikes', 'punctuation'],
  ['invisible'],
  ['look-alikes'],
  ['punctuation'],
];

/** An upper bound of the chance that of n fair coins k or more fall so. Source: W. Hoeffding (1963), in Chernoff's form. */
function coinTail(agreeing: number, bits: number): number {
  const share = agreeing / bits;
  if (share <= 0.5) return 1;
  const rest = share === 1 ? 0 : (1 - share) * Math.log(2 * (1 - share));
  return Math.exp(-bits * (share * Math.log(2 * share) + rest));
}

/** An order of the numbers below `count`: the same for the same round, another for each. */
function order(count: number, round: number): number[] {
  const numbers = Array.from({ length: count }, (_, index) => index);
  if (round === 0) return numbers;
  let state = Math.imul(round, 0x9e3779b9) >>> 0;
  for (let index = count - 1; index > 0; index -= 1) {
    state = (Math.imul(state ^ (state >>> 16), 0x45d9f3b) + 0x6d2b79f5) >>> 0;
    const other = (state >>> 8) % (index + 1);
    [numbers[index], numbers[other]] = [numbers[other] as number, numbers[index] as number];
  }
  return numbers;
}

function countAgreeing(parities: readonly Parity[], message: ParityMessage): number {
  // The sum of a parity that was read holds the constant already: it is 0 where the message agrees.
  return parities.reduce((sum, parity) => sum + (evaluateParity(parity, message) === 0 ? 1 : 0), 0);
}

/**
 * Reads the id out of a text, or of any part of it, that was marked with {@link markText}. Without candidates, some 70 bits must be
 * left in one channel and the tag must fit; with candidates, as many as it takes for one of them to stand out beyond all doubt. An
 * answer that chance gives with a probability above 10⁻⁶ is not given.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_KEY` for a key shorter than 16 bytes, `ERR_WATERMARK_OPTIONS` for a candidate that is no id.
 *
 * @example
 * ```ts
 * import { markText, traceText } from '@yushu/watermark/text';
 *
 * const key = crypto.getRandomValues(new Uint8Array(32));
 * const memo =
 *   'Please keep the terms of this agreement, and the prices on page four, to yourselves until we announce them in public. ' +
 *   'Whoever forwards this letter tells our competitors what we are about to do, and takes part of our advantage away.';
 *
 * const trace = traceText(markText(memo, { key, id: 12 }).text.normalize('NFKC'), { key });
 * console.log(trace.found && trace.id); // 12
 * console.log(traceText(memo, { key }).found); // false
 * ```
 */
export function traceText(text: string, { key, candidates }: TraceTextOptions): TextTrace {
  const textKey = createTextKey(key);
  if (candidates?.some((id) => !Number.isInteger(id) || id < 0 || id >= 2 ** 32)) {
    throw watermarkError(
      'ERR_WATERMARK_OPTIONS',
      'A candidate must be a whole number from 0 to 4294967295',
      'Give the ids that texts were marked with.',
    );
  }
  const read = new Map<TextChannel, Parity[]>(textChannels.map((channel) => [channel, []]));
  const seen = new Set<string>();
  for (const place of findPlaces(text)) {
    // What is written twice says nothing new.
    if (place.value === undefined || seen.has(place.context)) continue;
    seen.add(place.context);
    for (const [bit, parity] of textKey.parities(place.context, place.bits).entries()) {
      const sum = parity.sum ^ ((place.value >> bit) & 1);
      read.get(place.channel)?.push({ ...parity, sum });
    }
  }
  const total = [...read.values()].reduce((sum, { length }) => sum + length, 0);
  const groups = together.map((channels) => ({
    channels: channels.filter((channel) => (read.get(channel)?.length ?? 0) > 0),
    parities: channels.flatMap((channel) => read.get(channel) ?? []),
  }));

  for (const { channels, parities } of groups) {
    if (parities.length < 64) continue;
    for (let round = 0; round < attempts; round += 1) {
      const message = solveParities(parities, order(parities.length, round));
      if (message === undefined) break;
      if (textKey.messageOf(message.id).tag !== message.tag) continue;
      const falsePositive = (attempts * together.length) / 2 ** 32;
      const agreeing = countAgreeing(parities, message);
      return {
        found: true,
        id: message.id,
        falsePositive,
        channels,
        bits: parities.length,
        agreeing,
      };
    }
  }
  let best: (TextTrace & { found: true }) | undefined;
  for (const id of candidates ?? []) {
    const message = textKey.messageOf(id);
    for (const { channels, parities } of groups) {
      if (parities.length === 0) continue;
      const agreeing = countAgreeing(parities, message);
      const falsePositive =
        coinTail(agreeing, parities.length) * together.length * (candidates?.length ?? 1);
      if (
        falsePositive <= tolerated &&
        (best === undefined || falsePositive < best.falsePositive)
      ) {
        best = { found: true, id, falsePositive, channels, bits: parities.length, agreeing };
      }
    }
  }
  return best ?? { found: false, bits: total };
}
