import { watermarkError } from '../watermark-error.ts';
import { countAgreeing, findMessage, mostMessages } from './find-message.ts';
import type { TextChannel } from './find-places.ts';
import { createTextKey } from './parity-message.ts';
import { textChannels, wordIndexOf } from './text-edits.ts';
import { type EvidenceSource, readEvidence } from './text-evidence.ts';
import type { WordChoice } from './word-choice.ts';

/** Options of {@link traceText}. */
export interface TraceTextOptions {
  /** The key that the text was marked with. */
  readonly key: Uint8Array;
  /** Whom the text was given to. With it, far shorter excerpts have an answer. */
  readonly candidates?: readonly number[];
  /** The words that the text was marked with, where they were given. */
  readonly words?: readonly WordChoice[];
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
/** What may have survived together. */
const together: readonly (readonly EvidenceSource[])[] = [
  ['invisible'],
  ['invisible', 'look-alikes'],
  ['invisible', 'look-alikes', 'punctuation', 'words', 'spacing', 'variants'],
  ['invisible', 'leftovers'],
  ['leftovers'],
  ['leftovers', 'look-alikes'],
  // Without what only some marks are written in: there, what stands everywhere would say much that is wrong.
  ['leftovers', 'look-alikes', 'punctuation', 'words', 'spacing'],
  ['leftovers', 'look-alikes', 'punctuation', 'words', 'spacing', 'variants'],
  ['look-alikes'],
  ['look-alikes', 'words', 'spacing'],
  ['look-alikes', 'punctuation', 'words', 'spacing'],
  ['look-alikes', 'punctuation', 'words', 'spacing', 'variants'],
  ['punctuation', 'words', 'spacing'],
  ['punctuation'],
  ['words', 'spacing'],
  ['words'],
];

/** An upper bound of the chance that of n fair coins k or more fall so. Source: W. Hoeffding (1963), in Chernoff's form. */
function coinTail(agreeing: number, bits: number): number {
  const share = agreeing / bits;
  if (share <= 0.5) return 1;
  const rest = share === 1 ? 0 : (1 - share) * Math.log(2 * (1 - share));
  return Math.exp(-bits * (share * Math.log(2 * share) + rest));
}

const channelsOf = (sources: readonly EvidenceSource[]): TextChannel[] =>
  textChannels.filter(
    (channel) =>
      sources.includes(channel) || (channel === 'invisible' && sources.includes('leftovers')),
  );

/**
 * Reads the id out of a text, or of any part of it, that was marked with `markText`. Without candidates, some 70 bits must be
 * left and the tag must fit; with candidates, as many as it takes for one of them to stand out beyond all doubt. An
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
export function traceText(
  text: string,
  { key, candidates = [], words }: TraceTextOptions,
): TextTrace {
  const textKey = createTextKey(key);
  if (candidates.some((id) => !Number.isInteger(id) || id < 0 || id >= 2 ** 32)) {
    throw watermarkError(
      'ERR_WATERMARK_OPTIONS',
      'A candidate must be a whole number from 0 to 4294967295',
      'Give the ids that texts were marked with.',
    );
  }
  const evidence = readEvidence(text, textKey, wordIndexOf(words));
  const total = [...evidence.values()].reduce((sum, { length }) => sum + length, 0);
  const groups = together
    .map((group) => group.filter((source) => evidence.has(source)))
    // Where a source is missing, groups become the same.
    .filter(
      (group, at, all) =>
        group.length > 0 && all.findIndex((other) => other.join() === group.join()) === at,
    )
    .map((sources) => {
      const parities = sources
        .flatMap((source) => evidence.get(source) ?? [])
        .sort((a, b) => a.place - b.place);
      return { sources, parities, channels: channelsOf(sources) };
    });

  for (const { channels, parities } of groups) {
    const id = findMessage(parities, textKey);
    if (id === undefined) continue;
    const falsePositive = (mostMessages * together.length) / 2 ** 32;
    const agreeing = countAgreeing(parities, textKey.messageOf(id));
    return { found: true, id, falsePositive, channels, bits: parities.length, agreeing };
  }
  let best: (TextTrace & { found: true }) | undefined;
  const counts = new Map<EvidenceSource, number>();
  for (const id of candidates) {
    const message = textKey.messageOf(id);
    for (const [source, parities] of evidence) counts.set(source, countAgreeing(parities, message));
    for (const { sources, channels, parities } of groups) {
      const agreeing = sources.reduce((sum, source) => sum + (counts.get(source) as number), 0);
      const falsePositive =
        coinTail(agreeing, parities.length) * together.length * candidates.length;
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
