import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder } from '../../src/code/decoder.ts';
import { findCandidates } from '../../src/code/find-candidates.ts';
import { RecipientCodes } from '../../src/code/recipient-codes.ts';
import { scoreRecipients } from '../../src/code/score-recipients.ts';
import { RecipientScreen } from '../../src/code/screen-recipients.ts';
import { seededRandom } from '../experiments/adult-like.ts';

const hypotheses = [
  { colluders: 3, strategy: 'mix', noise: 0.1 },
  { colluders: 8, strategy: 'minority', noise: 0.1 },
] as const;

function votesFor(codes: RecipientCodes, share: number, seed: number, guilty?: string) {
  const random = seededRandom(seed);
  const code = guilty === undefined ? undefined : codes.codeOf(guilty);
  const zeros = new Uint32Array(codes.length);
  const ones = new Uint32Array(codes.length);
  for (let position = 0; position < codes.length; position += 1) {
    if (random() >= share) continue;
    const bit = code !== undefined && random() < 0.8 ? code[position]! : random() < 0.5 ? 0 : 1;
    (bit === 1 ? ones : zeros)[position]! += 1 + Math.floor(random() * 3);
  }
  return { zeros, ones };
}

describe('the screen of recipients', () => {
  it('gives the exact scores of both decoders, but for half a unit a lane, also in parts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(256, 1024),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 1, max: 300 }),
        (length, share, seed, count) => {
          const codes = new RecipientCodes(new Uint8Array(32).fill(seed % 256), length, 5);
          const votes = votesFor(codes, share, seed);
          const decoders = hypotheses.map((one) =>
            createDecoder(one, codes.biases, [{ ...votes, clarity: 1 }]),
          );
          if (decoders[0]!.positions.length === 0) return;
          const nonces = Array.from({ length: count }, (_, at) => codes.nonceOf(`r${at}`));
          const whole = new RecipientScreen(codes, decoders).score(nonces);
          const head = new RecipientScreen(codes, decoders, 0, length / 4).score(nonces);
          const tail = new RecipientScreen(codes, decoders, length / 4).score(nonces);
          for (const [turn, decoder] of decoders.entries()) {
            const exact = scoreRecipients(codes, decoder, nonces);
            const range = Math.max(
              ...decoder.one.map((one, at) => Math.abs(one - decoder.zero[at]!)),
            );
            const most = (length / 4) * (2 * range) * (1 / 1023) + 1e-9;
            for (const [at, score] of exact.entries()) {
              expect(Math.abs(whole[turn]![at]! - score)).toBeLessThanOrEqual(most);
              expect(Math.abs(head[turn]![at]! + tail[turn]![at]! - score)).toBeLessThanOrEqual(
                most,
              );
            }
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('finds the same who stand out as exact scores do, whether it looks at a quarter first or not', () => {
    const codes = new RecipientCodes(new Uint8Array(32).fill(7), 4096, 5);
    const votes = votesFor(codes, 1, 3, 'r5000');
    const decoders = hypotheses.map((one) =>
      createDecoder(one, codes.biases, [{ ...votes, clarity: 1 }]),
    );
    const ids = Array.from({ length: 8200 }, (_, at) => `r${at}`);
    const { candidates, count } = findCandidates(codes, decoders, ids);
    expect(count).toBe(8200);
    const found = new Set(candidates.map(({ recipient }) => recipient));
    const exact = scoreRecipients(
      codes,
      decoders[0]!,
      ids.map((id) => codes.nonceOf(id)),
    );
    const best = [...ids.keys()].sort((a, b) => exact[b]! - exact[a]!).slice(0, 50);
    expect(best[0]).toBe(5000);
    expect(found.has('r5000')).toBe(true);
    // The highest innocents stand three deviations above the others, and are lost where their first quarter is below one of its own.
    expect(best.filter((at) => found.has(ids[at]!)).length).toBeGreaterThan(30);
  });
});
