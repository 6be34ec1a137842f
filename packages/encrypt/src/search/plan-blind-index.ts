/**
 * What a blind index finds in vain, and what it tells.
 *
 * @module
 */
import { encryptError } from '../errors.ts';

/** What is known of a column. */
export interface IndexedColumn {
  /** Rows in the table. */
  readonly rows: number;
  /** Different values in the column. */
  readonly distinctValues: number;
}

/** What to expect of an index with so many bits. */
export interface BlindIndexPlan {
  readonly bits: number;
  /**
   * Rows that a search for a value of the column finds though they hold another: (rows − rows ÷ distinct values) ÷ 2^bits.
   */
  readonly falsePositives: number;
  /** Values that share a token, on average over values, the value itself included. */
  readonly valuesPerToken: number;
  /** Different tokens in the index: 2^bits × (1 − (1 − 2^−bits)^distinct values). */
  readonly tokens: number;
  /**
   * How much better one guesses a value by its token than without, in bits, where all values are equally likely: log₂ of the
   * number of different tokens (min-entropy leakage of a deterministic channel; Smith, "On the Foundations of Quantitative
   * Information Flow", 2009). Values that come more often than others tell more: their tokens come more often too.
   */
  readonly leakedBits: number;
  /** `leakedBits` as a part of all that there is to know, log₂ of the different values; 1 says that every value is told apart. */
  readonly leakedPart: number;
}

function check(name: string, value: number): void {
  if (!Number.isFinite(value) || value < 1) {
    throw encryptError('ERR_ENCRYPT_OPTIONS', `${name} must be 1 or more`);
  }
}

/**
 * Expected false positives and leakage of an exact index, for a column whose values are spread evenly.
 *
 * @param bits - 1 to 256.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPTIONS`.
 *
 * @example
 * ```ts
 * import { planBlindIndex } from '@yushu/encrypt/search';
 *
 * const plan = planBlindIndex({ rows: 1_000_000, distinctValues: 1_000_000 }, 16);
 * console.log(plan.falsePositives.toFixed(1), plan.leakedBits.toFixed(1)); // 15.3 16.0
 * ```
 */
export function planBlindIndex(column: IndexedColumn, bits: number): BlindIndexPlan {
  const { rows, distinctValues } = column;
  check('rows', rows);
  check('distinctValues', distinctValues);
  check('bits', bits);
  const buckets = 2 ** bits;
  // log1p and expm1: 1 − 2^−bits is 1 in floating point from 54 bits on.
  const tokens = Math.min(
    distinctValues,
    -buckets * Math.expm1(distinctValues * Math.log1p(-1 / buckets)),
  );
  const known = Math.log2(distinctValues);
  const leakedBits = Math.log2(Math.max(1, tokens));
  return {
    bits,
    falsePositives: (rows - rows / distinctValues) / buckets,
    valuesPerToken: 1 + (distinctValues - 1) / buckets,
    tokens,
    leakedBits,
    leakedPart: known === 0 ? 1 : leakedBits / known,
  };
}

/**
 * The fewest bits with which a search finds at most so many rows in vain: what hides most at that price.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPTIONS`.
 *
 * @example
 * ```ts
 * import { suggestBlindIndex } from '@yushu/encrypt/search';
 *
 * const column = { rows: 1_000_000, distinctValues: 800_000 };
 * console.log(suggestBlindIndex(column, { maxFalsePositives: 20 }).bits); // 16
 * ```
 */
export function suggestBlindIndex(
  column: IndexedColumn,
  limits: { readonly maxFalsePositives: number },
): BlindIndexPlan {
  const { maxFalsePositives } = limits;
  if (!(maxFalsePositives > 0)) {
    throw encryptError('ERR_ENCRYPT_OPTIONS', 'maxFalsePositives must be more than 0');
  }
  for (let bits = 1; bits < 256; bits += 1) {
    const plan = planBlindIndex(column, bits);
    if (plan.falsePositives <= maxFalsePositives) return plan;
  }
  return planBlindIndex(column, 256);
}
