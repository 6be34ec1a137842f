import { gaussLegendreBiases, maxColluders } from '../code/gauss-legendre-biases.ts';
import { checkFalseAccusation } from './check-false-accusation.ts';
import { checkRecord } from './check-record.ts';
import type { ReleaseRecord } from './release-record.ts';

/** Options of {@link describeCapacity}. */
export interface CapacityOptions {
  /** How many recipients there will be; 1,000,000 unless given. */
  readonly recipients?: number;
  /** The probability of naming any innocent; 1e-9 unless given. */
  readonly falseAccusation?: number;
}

/** What is left of a table, and who can then be named. */
export interface CapacityCase {
  /** Share of rows that are gone. */
  readonly deleted: number;
  /** Different marks that are left, about. */
  readonly marks: number;
  /** How many colluders of whom one is named, about; 0 where not even a single leaker is. */
  readonly colluders: number;
}

/** How much a table can carry, before anything is embedded. */
export interface Capacity {
  readonly cases: readonly CapacityCase[];
  /** Marks that naming one recipient takes, all intact. */
  readonly marksNeeded: number;
  /** The same in words, a line each. */
  readonly words: readonly string[];
}

const deletions = [0, 0.5, 0.9, 0.95, 0.99] as const;
/** Marks that all agree are rare outside of a laboratory: this much more is wanted. */
const reserve = 1.15;
/** Standard deviations that a colluder's score is to stand above the threshold; the best of several is then well above. */
const margin = 0.5;
const decoderCount = 8;

/** Natural logarithm of what one trial's bound must be below. Where several columns are marked, they are weighed apart and alike. */
function logThreshold(record: ReleaseRecord, recipients: number, falseAccusation: number): number {
  const marked = record.columns.filter(({ carrier }) => carrier !== undefined).length;
  const trials = recipients * decoderCount * (marked > 1 ? 2 : 1);
  return Math.log(trials) - Math.log(falseAccusation);
}

/** How many intact marks name one recipient among so many. */
export function marksForOne(
  record: ReleaseRecord,
  recipients: number,
  falseAccusation: number,
): number {
  const { biases, weights } = gaussLegendreBiases(record.colluders);
  // What an innocent agrees with costs −ln p for each mark; with biased bits, on average their entropy.
  const each = biases.reduce(
    (sum, p, at) => sum - weights[at]! * (p * Math.log(p) + (1 - p) * Math.log(1 - p)),
    0,
  );
  return Math.ceil(logThreshold(record, Math.max(1, recipients), falseAccusation) / each);
}

function mostNamed(
  record: ReleaseRecord,
  marks: number,
  threshold: number,
  needed: number,
): number {
  if (marks < needed * reserve) return 0;
  const wanted = Math.sqrt(2 * threshold) + margin;
  let colluders = 1;
  while (colluders < maxColluders) {
    const next = colluders + 1;
    const crowding = 1 + marks / record.codeLength / next;
    if (Math.sqrt(marks / crowding) / next < wanted) break;
    colluders = next;
  }
  return colluders;
}

const number = (value: number) => value.toLocaleString('en-US');

/**
 * Says how much a planned table carries: how many marks, and how many colluders can be traced after how much is deleted. An estimate
 * for marks that are otherwise intact and copies that are mixed row by row; docs/watermark.md has what was measured.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_RECORD` for what is no release record, `ERR_WATERMARK_OPTIONS` for a probability out of range.
 *
 * @example
 * ```ts
 * import { describeCapacity, planRelease } from '@yushu/watermark';
 *
 * const rows = Array.from({ length: 3000 }, (_, i) => [`city ${i % 7}`, ((i * 7919) % 99991) / 10]);
 * const record = planRelease({ key: new Uint8Array(32), columns: ['city', 'amount'], rows, budget: 0.1 });
 * const { cases } = describeCapacity(record, { recipients: 1000, falseAccusation: 1e-6 });
 * console.log(cases[0]!.colluders >= 1); // true
 * ```
 */
export function describeCapacity(
  record: ReleaseRecord,
  { recipients = 1e6, falseAccusation = 1e-9 }: CapacityOptions = {},
): Capacity {
  checkRecord(record);
  checkFalseAccusation(falseAccusation);
  const threshold = logThreshold(record, recipients, falseAccusation);
  const marksNeeded = marksForOne(record, recipients, falseAccusation);
  const cases = deletions.map((deleted): CapacityCase => {
    const marks = Math.round(record.expectedMarks * (1 - deleted));
    return { deleted, marks, colluders: mostNamed(record, marks, threshold, marksNeeded) };
  });
  const bound = `at a false-accusation probability of ${falseAccusation} among ${number(recipients)} recipients`;
  const touched = record.columns.filter(({ carrier }) => carrier !== undefined);
  const words = [
    `${number(record.rows)} rows carry about ${number(record.expectedMarks)} marks in ${touched.map(({ name }) => name).join(', ')}; at most ${Number((record.budget * 100).toPrecision(3))} % of the cells change.`,
    ...cases.map(({ deleted, marks, colluders }) => {
      const state = deleted === 0 ? 'Whole' : `With ${deleted * 100} % of the rows deleted`;
      if (colluders === 0)
        return `${state}, about ${number(marks)} marks are left: too few to name anybody ${bound} (${marksNeeded} intact marks are needed).`;
      return `${state}, it carries ${colluders === 1 ? 'one recipient' : `${colluders} colluders`} ${bound}.`;
    }),
  ];
  return { cases, marksNeeded, words };
}
