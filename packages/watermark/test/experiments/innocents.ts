/**
 * Whether anybody is named who should not be: unmarked, foreign and forged tables, and tails short enough to be seen.
 *
 * @module
 */
import { type CodeVotes, createDecoder } from '../../src/code/decoder.ts';
import { groupVotes } from '../../src/code/group-votes.ts';
import { RecipientCodes } from '../../src/code/recipient-codes.ts';
import { scoreRecipients } from '../../src/code/score-recipients.ts';
import { tailProbability } from '../../src/code/tail-probability.ts';
import { deriveReleaseKey, expandReleaseKey } from '../../src/keys/release-keys.ts';
import { RowMarks } from '../../src/marks/row-marks.ts';
import { decodersFor } from '../../src/tables/name-recipients.ts';
import { adultColumns, adultLike, seededRandom } from './adult-like.ts';
import { collude } from './attacks.ts';
import { adultHost, copyFor, experimentKey, type Row, traceRows } from './host.ts';

type Result = Readonly<Record<string, unknown>>;
type Experiment = (scale: number) => Result;

const levels = [0.1, 0.01, 0.001] as const;

/** The distance of p-values from even ones, and what it is beyond in one case of a hundred. */
function uniformity(pValues: readonly number[]): Result {
  const sorted = Float64Array.from(pValues).sort();
  const distance = sorted.reduce(
    (most, p, at) =>
      Math.max(most, Math.abs(p - at / sorted.length), Math.abs(p - (at + 1) / sorted.length)),
    0,
  );
  return {
    kolmogorovSmirnov: Number(distance.toFixed(5)),
    critical1Percent: Number((1.628 / Math.sqrt(sorted.length)).toFixed(5)),
  };
}

/** How often the bound on naming any of the innocent was below each level, and 10⁻⁹. */
class Accusations {
  readonly counts = levels.map(() => 0);
  named = 0;
  trials = 0;

  /** Takes the votes of a table, and the strongest of all decoders' bounds on all recipients, without any screen before. */
  add(codes: RecipientCodes, votes: CodeVotes, recipients: readonly string[]): void {
    const nonces = recipients.map((id) => codes.nonceOf(id));
    const decoders = decodersFor(codes, [{ ...votes, clarity: 1 }]);
    const bound = decoders.reduce((least, decoder) => {
      const highest = scoreRecipients(codes, decoder, nonces).reduce((a, b) => Math.max(a, b));
      return Math.min(least, tailProbability(decoder.terms, highest).logBound);
    }, 0);
    const any = bound + Math.log(decoders.length) + Math.log(recipients.length);
    this.trials += 1;
    if (any <= Math.log(1e-9)) this.named += 1;
    for (const [at, level] of levels.entries()) if (any <= Math.log(level)) this.counts[at]! += 1;
  }

  rates(): Result {
    return Object.fromEntries(
      levels.map((level, at) => [`boundBelow${level}`, this.counts[at]! / this.trials]),
    );
  }
}

/**
 * Tables and recipient sets: the original, a foreign table and another recipient's copy, each read under a new key for every hundred
 * trials; a trial takes a tenth of the rows, at random, and ten recipients of its own.
 */
export const innocents: Experiment = (scale) => {
  const trials = Math.max(200, Math.round(1e5 * scale));
  const random = seededRandom(15);
  const rowCount = 4000;
  const host = adultHost('safe', rowCount);
  const sources: readonly (readonly Row[])[] = [
    host.rows,
    adultLike(rowCount, 99),
    copyFor(host, 'somebody'),
  ];
  const accusations = new Accusations();
  const pValues: number[] = [];
  for (let trial = 0; trial < trials; ) {
    const keys = expandReleaseKey(deriveReleaseKey(experimentKey, `trial ${trial}`));
    const found: { row: number; position: number; one: boolean }[] = [];
    new RowMarks(
      host.record,
      keys,
      adultColumns.map((_, at) => at),
    ).visit(sources[(trial / 100) % 3]!, ({ row, positions, signs, symbol }) => {
      found.push({ row, position: positions[0]!, one: (signs[0]! ^ symbol) === 1 });
    });
    const codes = new RecipientCodes(keys.code, host.record.codeLength, 5);
    for (let part = 0; part < 100 && trial < trials; part += 1, trial += 1) {
      const taken = Uint8Array.from({ length: rowCount }, () => (random() < 0.1 ? 1 : 0));
      const votes = { zeros: new Uint32Array(codes.length), ones: new Uint32Array(codes.length) };
      for (const { row, position, one } of found)
        if (taken[row] === 1) (one ? votes.ones : votes.zeros)[position]! += 1;
      const recipients = Array.from({ length: 10 }, (_, at) => `recipient-${trial}-${at}`);
      accusations.add(codes, votes, recipients);
      const decoder = createDecoder({ colluders: 3, strategy: 'mix', noise: 0.1 }, codes.biases, [
        { ...votes, clarity: 1 },
      ]);
      const [score] = scoreRecipients(codes, decoder, [codes.nonceOf(recipients[0]!)]);
      pValues.push(Math.exp(tailProbability(decoder.terms, score!).logEstimate));
    }
  }
  return {
    trials,
    recipientsEach: 10,
    named: accusations.named,
    ...accusations.rates(),
    ...uniformity(pValues),
  };
};

/**
 * Five who put their copies together to frame a sixth, whose id they know, with what they know of the scheme: they take values that
 * none or few of them have, repeat rows, or write the other value into every cell of the marked column. A new key for each trial.
 */
export const forged: Experiment = (scale) => {
  const trials = Math.max(12, Math.round(1200 * scale));
  const host = adultHost('safe', 1500);
  const random = seededRandom(21);
  const bounds: number[] = [];
  const pValues: number[] = [];
  let framed = 0;
  const forgeries = ['minority', 'lowest', 'opposite', 'repeated'] as const;
  for (let trial = 0; trial < trials; trial += 1) {
    const own = { ...host, record: { ...host.record, release: `forged ${trial}`, colluders: 5 } };
    const copies = Array.from({ length: 5 }, (_, at) => copyFor(own, `colluder-${at}`));
    const forgery = forgeries[trial % forgeries.length]!;
    const opposite = copies[0]!.map((row) =>
      row.map((cell, column) => (column === 2 ? String(Number(cell) ^ 1) : cell)),
    );
    const rows =
      forgery === 'opposite'
        ? opposite
        : forgery === 'repeated'
          ? [...copies[0]!.slice(0, 300), ...opposite.slice(0, 300)].flatMap((row) => [
              row,
              row,
              row,
            ])
          : collude(copies, forgery, random);
    const { strongest } = traceRows(own, rows, { recipients: 1, falseAccusation: 1e-9 });
    const [{ log10Bound, log10PValue }] = [strongest[0]!];
    bounds.push(log10Bound);
    pValues.push(10 ** log10PValue);
    if (log10Bound <= -9) framed += 1;
  }
  return {
    trials,
    framed,
    strongestLog10Bound: Number(Math.min(...bounds).toFixed(2)),
    ...Object.fromEntries(
      levels.map((level) => [
        `boundBelow${level}`,
        bounds.filter((bound) => 10 ** bound <= level).length / trials,
      ]),
    ),
    ...uniformity(pValues),
  };
};

/**
 * Codes so short that tails can be counted: a million innocents against votes of an adversary, the frequency with which they reach a
 * score beside what is said of it. `mostBoundRatio` above 1 by more than chance would be a broken promise.
 */
export const tails: Experiment = (scale) => {
  const count = Math.max(20_000, Math.round(1e6 * scale));
  const cases = [32, 64, 128].flatMap((length) => {
    const codes = new RecipientCodes(new Uint8Array(32).fill(length), length, 5);
    const draw = seededRandom(length);
    const shapes: Readonly<Record<string, (bias: number) => readonly [number, number]>> = {
      random: () => (draw() < 0.5 ? [0, 1] : [1, 0]),
      likeliest: (bias) => (bias >= 8 ? [0, 1] : [1, 0]),
      unlikeliest: (bias) => (bias >= 8 ? [1, 0] : [0, 1]),
      heaped: () => [Math.floor(draw() * 40), Math.floor(draw() * 40)],
    };
    return Object.entries({ ...shapes, columns: shapes['likeliest']! }).map(([votes, shape]) => {
      const tally = (pairs: readonly (readonly [number, number])[]): CodeVotes => ({
        zeros: Uint32Array.from(pairs, ([zeros]) => zeros),
        ones: Uint32Array.from(pairs, ([, ones]) => ones),
      });
      const pairs = [...codes.biases].map(shape);
      // A second and a third column that agree with the first in part, and so are weighed apart.
      const others = [0.15, 0.3].map((noise) =>
        pairs.map(([zeros, ones]) =>
          draw() < noise ? ([ones, zeros] as const) : ([zeros, ones] as const),
        ),
      );
      const columns = [pairs, ...(votes === 'columns' ? others : [])].map(tally);
      const groups = groupVotes(columns, length);
      const decoder = createDecoder(
        { colluders: 3, strategy: 'mix', noise: 0.1 },
        codes.biases,
        groups,
      );
      const scores = new Float64Array(count);
      for (let first = 0; first < count; first += 10_000) {
        const nonces = Array.from({ length: Math.min(10_000, count - first) }, (_, at) =>
          codes.nonceOf(`innocent-${first + at}`),
        );
        scores.set(scoreRecipients(codes, decoder, nonces), first);
      }
      scores.sort();
      const ratios = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5]
        .filter((share) => share * count >= 10)
        .map((share) => {
          const score = scores[count - Math.round(share * count)]!;
          // Scores are few where codes are short: all that reach it count.
          let above = 0;
          while (above < count && scores[count - 1 - above]! >= score - 1e-9) above += 1;
          const { logBound, logEstimate } = tailProbability(decoder.terms, score - 1e-9);
          const seen = above / count;
          return { seen, bound: seen / Math.exp(logBound), estimate: seen / Math.exp(logEstimate) };
        });
      const round = (value: number) => Number(value.toFixed(3));
      return {
        length,
        votes,
        clarities: groups.map(({ clarity }) => clarity),
        mostBoundRatio: round(Math.max(...ratios.map(({ bound }) => bound))),
        estimateRatios: ratios.map(({ estimate }) => round(estimate)),
        rarestSeen: ratios.at(-1)!.seen,
      };
    });
  });
  return { innocents: count, cases };
};
