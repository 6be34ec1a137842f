import { findPlaces, type TextChannel, type TextPlace } from './find-places.ts';
import type { Parity, TextKey } from './parity-message.ts';
import { firstSelector, selectorBits } from './plain-text.ts';
import type { WordIndex } from './word-choice.ts';

/** Where bits were read: a channel, or what another encoding left of the invisible one. */
export type EvidenceSource = TextChannel | 'leftovers';

/** What was read at a place. The constant of the sum holds what was read: it is 0 where the message agrees. */
export interface ReadParity extends Parity {
  /** Offset of the place. */
  readonly place: number;
}

/** What was read, by source. */
export type TextEvidence = ReadonlyMap<EvidenceSource, readonly ReadParity[]>;

/** Between leftovers that are no further apart than so many places, a place without one was without a selector. */
const reach = 8;

/** For each invisible place whether it lies within what came through an encoding that writes question marks. */
function listReplaced(places: readonly TextPlace[]): boolean[] {
  const isWithin = places.map(() => false);
  let last = Number.NEGATIVE_INFINITY;
  for (const [at, { isReplaced }] of places.entries()) {
    if (isReplaced !== true) continue;
    if (at - last <= reach) isWithin.fill(true, last, at + 1);
    last = at;
  }
  return isWithin;
}

/** What browsers write for a selector in a form whose page is in GBK. */
const reference = new RegExp(
  `&#(${Array.from({ length: 1 << selectorBits }, (_, at) => firstSelector + at).join('|')});`,
  'g',
);

/** Reads all places of a text. */
export function readEvidence(given: string, textKey: TextKey, index: WordIndex): TextEvidence {
  const text = given.replace(reference, (_, code: string) => String.fromCharCode(Number(code)));
  const evidence = new Map<EvidenceSource, ReadParity[]>();
  const seen = new Set<string>();
  const tell = (source: EvidenceSource, place: number, parity: Parity, bit: number): void => {
    const list = evidence.get(source) ?? [];
    list.push({ ...parity, sum: parity.sum ^ bit, place });
    evidence.set(source, list);
  };
  const places = findPlaces(text, index).filter(({ context }) => {
    // What is written twice says nothing new.
    if (seen.has(context)) return false;
    seen.add(context);
    return true;
  });
  const invisible = places.filter(({ channel }) => channel === 'invisible');
  const replaced = listReplaced(invisible);
  for (const [at, { start, context, bits, value, isReplaced }] of invisible.entries()) {
    if (value === undefined && replaced[at] !== true) continue;
    const parities = textKey.parities(context, bits);
    if (value === undefined) {
      tell('leftovers', start, parities[0] as Parity, isReplaced === true ? 1 : 0);
    } else {
      for (const [bit, parity] of parities.entries())
        tell('invisible', start, parity, (value >> bit) & 1);
    }
  }
  for (const { channel, start, context, bits, value } of places) {
    if (channel === 'invisible' || value === undefined) continue;
    tell(channel, start, textKey.parities(context, bits)[0] as Parity, value);
  }
  return evidence;
}
