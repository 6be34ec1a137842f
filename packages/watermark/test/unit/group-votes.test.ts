import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CodeVotes, createDecoder } from '../../src/code/decoder.ts';
import { groupVotes } from '../../src/code/group-votes.ts';
import { biasSteps, RecipientCodes } from '../../src/code/recipient-codes.ts';
import { seededRandom } from '../experiments/adult-like.ts';

const codes = new RecipientCodes(new Uint8Array(32).fill(3), 4096, 5);
const leaks = ['acme', 'globex', 'initech'].map((id) => codes.codeOf(id));

/** Votes of a column of which a share says the opposite, mixed of the first copies. */
function votesOf(count: number, noise: number, copies: number, seed: number): CodeVotes {
  const random = seededRandom(seed);
  const votes = { zeros: new Uint32Array(codes.length), ones: new Uint32Array(codes.length) };
  for (let vote = 0; vote < count; vote += 1) {
    const at = Math.floor(random() * codes.length);
    const bit = leaks[Math.floor(random() * copies)]![at]! ^ (random() < noise ? 1 : 0);
    (bit === 1 ? votes.ones : votes.zeros)[at]! += 1;
  }
  return votes;
}

const total = ({ zeros, ones }: CodeVotes) =>
  zeros.reduce((sum, one) => sum + one, 0) + ones.reduce((sum, one) => sum + one, 0);

describe('groupVotes', () => {
  it.each([1, 3])('tells an intact column from a damaged one, of %i copies mixed', (copies) => {
    const columns = [votesOf(5000, 0, copies, 1), votesOf(3000, 0.25, copies, 2)];
    const groups = groupVotes(columns, codes.length);
    expect(groups.map(({ clarity }) => clarity)).toEqual([1, 0.5]);
    expect(groups.map(total)).toEqual([5000, 3000]);
  });

  it('leaves out a column that was rewritten', () => {
    const columns = [votesOf(5000, 0.02, 1, 1), votesOf(6000, 0.5, 1, 2), votesOf(800, 0.03, 1, 3)];
    const groups = groupVotes(columns, codes.length);
    expect(groups.map(({ clarity }) => clarity)).toEqual([1]);
    expect(total(groups[0]!)).toBe(5800);
  });

  it.each([
    ['no mark', votesOf(4000, 0.5, 1, 4), votesOf(4000, 0.5, 1, 5)],
    ['few marks', votesOf(30, 0, 1, 4), votesOf(30, 0.4, 1, 5)],
  ])('takes columns alike where the votes do not say: %s', (_, ...columns) => {
    const [only, ...others] = groupVotes(columns, codes.length);
    expect(others).toEqual([]);
    expect(only!.clarity).toBe(1);
    expect(total(only!)).toBe(total(columns[0]!) + total(columns[1]!));
  });

  it('takes one column, and none, as they are', () => {
    const one = votesOf(100, 0.4, 1, 6);
    expect(groupVotes([one], codes.length)).toEqual([{ ...one, clarity: 1 }]);
    expect(total(groupVotes([], codes.length)[0]!)).toBe(0);
  });
});

describe('createDecoder with groups', () => {
  it('keeps the mean of an innocent’s likelihood ratio 1 at each position, whatever the votes and clarities', () => {
    const counts = fc.array(fc.nat(200), { minLength: 64, maxLength: 64 });
    const group = fc.tuple(counts, counts, fc.constantFrom(0.25, 0.5, 0.75, 1));
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), fc.nat(7), (drawn, copies) => {
        const groups = drawn.map(([zeros, ones, clarity]) => ({
          zeros: Uint32Array.from(zeros),
          ones: Uint32Array.from(ones),
          clarity,
        }));
        const biases = codes.biases.subarray(0, 64);
        const hypothesis = { colluders: copies + 1, strategy: 'mix', noise: 0.1 } as const;
        const { terms, positions } = createDecoder(hypothesis, biases, groups);
        expect(terms.reduce((sum, { count }) => sum + count, 0)).toBe(positions.length);
        for (const { bias, one, zero } of terms) {
          expect(bias * biasSteps).toBe(Math.round(bias * biasSteps));
          expect(bias * Math.exp(one) + (1 - bias) * Math.exp(zero)).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('weighs a damaged column less than an intact one', () => {
    const [zeros, ones] = [new Uint32Array(1), Uint32Array.of(1)];
    const hypothesis = { colluders: 1, strategy: 'mix', noise: 0.05 } as const;
    const heights = [1, 0.5].map((clarity) => {
      const [term] = createDecoder(hypothesis, Uint8Array.of(8), [{ zeros, ones, clarity }]).terms;
      return term!.one - term!.zero;
    });
    expect(heights[0]).toBeGreaterThan(2 * heights[1]!);
  });
});
