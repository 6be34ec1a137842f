import { evaluateParity, type Parity, type ParityMessage, type TextKey } from './parity-message.ts';
import { solveParities } from './solve-parities.ts';

/** So many messages are held to their tag at most, of sums that may have survived together. */
export const mostMessages = 256;
/** So many bits of a message may be missing. */
const mostMissing = 7;
/** Ways to choose sums. */
const rounds = 768;
/** Sums that are taken together: 64 that are independent are nearly always among them. */
const windowSize = 74;
/** What a round of scattered sums is made of: an edit spoils the places around it, so sums of neighbours stand or fall together. */
const usualBlock = 15;
/** The same where little is left. */
const shortBlock = 4;
const fewSums = 62;
/** What is left out at the ends, where an excerpt was put between other words: the letters that a place is asked with. */
const trims = [0, 3, 5, 8];
const endRounds = trims.length ** 2;
const golden = (Math.sqrt(5) - 1) / 2;
/** So many sums are asked whether they agree with a message before its tag is. */
const mostAsked = 1024;
/** What agrees by chance is so many standard deviations above a half in one case of 160. */
const leastHeight = 2.5;

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** Blocks of neighbours from all over, until there are enough. */
function scatter(
  count: number,
  blockSize: number,
  wanted: number,
  round: number,
): Iterable<number> {
  const numbers = new Set<number>();
  let state = Math.imul(round, 0x9e3779b9) >>> 0;
  while (numbers.size < wanted) {
    state = (Math.imul(state ^ (state >>> 16), 0x45d9f3b) + 0x6d2b79f5) >>> 0;
    const start = (state >>> 8) % count;
    for (let at = start; at < Math.min(count, start + blockSize); at += 1) numbers.add(at);
  }
  return numbers;
}

/**
 * Which sums a round takes, the same for the same round: first all of them, then all but some at the ends, then by turns neighbours,
 * blocks of them, and fewer sums from all over.
 */
function choose(count: number, round: number): Iterable<number> {
  if (round < endRounds) {
    const first = trims[round % trims.length] as number;
    const last = trims[Math.floor(round / trims.length)] as number;
    return range(first, count - last);
  }
  if (round % 3 === 1) return scatter(count, usualBlock, Math.min(count, windowSize), round);
  if (round % 3 === 2) return scatter(count, shortBlock, Math.min(count, fewSums), round);
  const size = Math.min(windowSize, Math.floor(0.9 * count));
  const start = Math.floor(((round * golden) % 1) * (count - size + 1));
  return range(start, start + size);
}

/** Sums spread evenly, so that long texts take no longer. */
function thinned(parities: readonly Parity[]): readonly Parity[] {
  const step = Math.ceil(parities.length / mostAsked);
  return step <= 1 ? parities : parities.filter((_, at) => at % step === 0);
}

/** How many sums agree with a message. */
export function countAgreeing(parities: readonly Parity[], message: ParityMessage): number {
  return parities.reduce((sum, parity) => sum + (evaluateParity(parity, message) === 0 ? 1 : 0), 0);
}

/**
 * Finds the id whose tag fits: of sums that neighbour each other, since most texts are edited here and there, bits that are not said
 * being tried. Only messages that agree with more sums than chance does are held to their tag.
 *
 * @param parities In the order of the text.
 */
export function findMessage(parities: readonly Parity[], textKey: TextKey): number | undefined {
  const asked = thinned(parities);
  let tried = 0;
  for (let round = 0; round < rounds; round += 1) {
    const solved = solveParities(parities, choose(parities.length, round));
    if (solved.missing > mostMissing) {
      if (round === 0) return undefined;
      continue;
    }
    // As many sums as are independent agree with whatever was solved from them.
    const free = Math.max(0, asked.length - 64 + solved.missing);
    const height = Math.min(leastHeight, free / 8);
    const leastAgreeing = asked.length - free + (free + height * Math.sqrt(free)) / 2;
    for (let choice = 0; choice < 1 << solved.missing; choice += 1) {
      const message = solved.complete(choice);
      if (countAgreeing(asked, message) < leastAgreeing) continue;
      if (tried === mostMessages) return undefined;
      tried += 1;
      if (textKey.messageOf(message.id).tag === message.tag) return message.id;
    }
  }
  return undefined;
}
