import { describe, expect, it } from 'vitest';
import { type PeerName, peers } from './peers.ts';
import { planRound } from './plan-round.ts';
import { runRound } from './run-round.ts';

/** Rounds of four round trips; `experiments/round-trips.ts` runs 10⁵ trips and more. */
const rounds: Readonly<Record<PeerName, number>> = { 'sm-crypto-v2': 160, 'sm-crypto': 40 };

/** Generous: a round takes from 40 to 150 milliseconds on a quiet machine, and many times that where all its processors are busy. */
const timeLimitMs = 600_000;

describe.each(Object.entries(peers))('%s', (name, peer) => {
  it(
    'agrees in round trips, zeros in front included',
    () => {
      for (let number = 0; number < rounds[name as PeerName]; number++) {
        const failed = [...runRound(peer, number)].filter((trip) => !trip.holds);
        expect(failed, `round ${number}, zeros: ${planRound(number).zeros}`).toEqual([]);
      }
    },
    timeLimitMs,
  );
});

it('plans zeros in front in every place', () => {
  const zeros = Array.from({ length: 16 }, (_, number) => planRound(number).zeros).flat();
  expect(new Set(zeros)).toEqual(
    new Set(['private key', 'public key', 'C1', 'shared point', 'ephemeral key']),
  );
});
