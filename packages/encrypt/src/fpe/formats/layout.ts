/**
 * What a format makes of a value: a rank among all values that share with it what is kept.
 *
 * @module
 */

/** How many values there are, and how they are enciphered. */
export type Domain =
  /** Numeral strings: FF1 over them as the standard has it. */
  | { readonly radix: number; readonly length: number }
  /** Ranks 0 … size − 1. */
  | { readonly size: number | bigint };

/** A value taken apart. Ranks are numbers where the domain has at most 2^53 values, else big integers. */
export interface Layout<Rank extends number | bigint = number | bigint> {
  /** What stays as it is and makes the encryption another one. Values that differ in it are enciphered independently. */
  readonly kept: string;
  readonly domain: Domain;
  readonly rank: Rank;
  /** Whether a rank is of the same kind as the value; others are walked over. Must hold for `rank`. */
  readonly accepts?: (rank: Rank) => boolean;
  /** The value of a rank. */
  readonly write: (rank: Rank) => string;
}

/** A format: takes a value apart, or gives `undefined` where it is not of the format. */
export type ReadLayout = (value: string) => Layout<number> | Layout<bigint> | undefined;

/** A format of at most 2^53 values. */
export type ReadNumberLayout = (value: string) => Layout<number> | undefined;

/** A format of more. */
export type ReadBigLayout = (value: string) => Layout<bigint> | undefined;
