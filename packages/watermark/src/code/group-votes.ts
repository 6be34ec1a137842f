/**
 * How far the marks of each column are to be trusted, found without anybody's code: by how often marks of different columns that tell
 * of one position of the code agree. Where an attack has rewritten a column, its marks agree with nothing.
 *
 * The weights come of the votes alone. An innocent's code is independent of these, so bounds on scores hold whatever the weights are.
 *
 * Source: A. P. Dawid and A. M. Skene, "Maximum likelihood estimation of observer error-rates using the EM algorithm" (1979), in the
 * form of a matrix of rank one: marks of columns a and b agree beyond chance in proportion to clarityₐ · clarity_b, and mixing of
 * copies is the same factor for all.
 *
 * @module
 */
import type { CodeVotes, VoteGroup } from './decoder.ts';

/** Clarities are told apart in steps of this many parts. */
const steps = 4;
/** So many standard deviations must votes agree beyond chance before columns are told apart. */
const leastAgreement = 5;
/** What a column is taken for before its votes are seen weighs as much as so many pairs of votes. */
const priorPairs = 10;
const rounds = 30;

/** Pairs of marks that tell of one position, and how many more of them agree than differ. */
function countPairs(one: CodeVotes, other: CodeVotes): readonly [pairs: number, excess: number] {
  let pairs = 0;
  let excess = 0;
  for (let at = 0; at < one.zeros.length; at += 1) {
    const count = one.ones[at]! + one.zeros[at]!;
    if (count === 0) continue;
    const lean = one.ones[at]! - one.zeros[at]!;
    if (one === other) {
      pairs += (count * (count - 1)) / 2;
      excess += (lean * lean - count) / 2;
    } else {
      pairs += count * (other.ones[at]! + other.zeros[at]!);
      excess += lean * (other.ones[at]! - other.zeros[at]!);
    }
  }
  return [pairs, excess];
}

/** The clarity of each column, the best of them 1; all 1 where the votes do not say. */
function estimateClarities(columns: readonly CodeVotes[]): readonly number[] {
  const pairs = columns.map((one) => columns.map((other) => countPairs(one, other)));
  let all = 0;
  let excess = 0;
  for (const [at, row] of pairs.entries()) {
    for (const [count, more] of row.slice(at)) {
      all += count;
      excess += more;
    }
  }
  if (excess <= leastAgreement * Math.sqrt(all)) return columns.map(() => 1);
  const usual = Math.sqrt(excess / all);
  const clarities = columns.map(() => usual);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, row] of pairs.entries()) {
      let above = priorPairs * usual;
      let below = priorPairs;
      for (const [other, [count, more]] of row.entries()) {
        above += more * clarities[other]!;
        below += count * clarities[other]! ** 2;
      }
      clarities[at] = Math.min(1, Math.max(0, above / below));
    }
  }
  const best = Math.max(...clarities);
  return clarities.map((clarity) => clarity / best);
}

/** The sums of some columns' votes. */
export function addVotes(columns: readonly CodeVotes[], length: number): CodeVotes {
  const zeros = new Uint32Array(length);
  const ones = new Uint32Array(length);
  for (const column of columns) {
    for (let at = 0; at < length; at += 1) {
      zeros[at]! += column.zeros[at]!;
      ones[at]! += column.ones[at]!;
    }
  }
  return { zeros, ones };
}

/** Puts the votes of columns together that are to be trusted alike, and leaves out those that say nothing. */
export function groupVotes(columns: readonly CodeVotes[], length: number): readonly VoteGroup[] {
  const voting = columns.filter(({ zeros, ones }) => zeros.some(Boolean) || ones.some(Boolean));
  if (voting.length < 2) return [{ ...addVotes(voting, length), clarity: 1 }];
  const groups = new Map<number, CodeVotes[]>();
  for (const [at, clarity] of estimateClarities(voting).entries()) {
    const step = Math.round(clarity * steps);
    if (step > 0) groups.set(step, [...(groups.get(step) ?? []), voting[at]!]);
  }
  return [...groups].map(([step, members]) => ({
    ...addVotes(members, length),
    clarity: step / steps,
  }));
}
