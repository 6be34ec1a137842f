/** A column of numbers: a mark is at which of two neighbouring steps (with more bits: of 4 to 32) a number stands. */
export interface NumberCarrierSpec {
  readonly kind: 'number';
  /** Digits behind the point, 0 to 9. A cell with more is left alone. */
  readonly decimals: number;
  /** The size of the smallest change, in units of the last digit: a whole number from 1. */
  readonly step: number;
  /**
   * Bits of the code in one cell, 1 to 5; 1 unless given. A changed cell moves by up to 2 to the power of `bits`, less one, steps; more
   * bits tell more with each changed cell, so a small table carries more. For one recipient: who mixes copies sees such a cell as a whole.
   */
  readonly bits?: number;
  /** No number below it is made. */
  readonly min?: number;
  /** No number above it is made. */
  readonly max?: number;
  /** The pairs that may be used, as the whole part of number ÷ (step × 2 to the power of `bits`); all if left out. */
  readonly pairs?: readonly number[];
}

/** A column of ISO 8601 dates or times: a mark is in one of its fields, within the same pair of days, minutes or seconds. */
export interface TimeCarrierSpec {
  readonly kind: 'time';
  /** Which field is changed, by one. `fraction` is the last digit behind the second's point. */
  readonly unit: 'day' | 'minute' | 'second' | 'fraction';
}

/** A column of categories: a mark is which of two interchangeable values stands there. */
export interface PairsCarrierSpec {
  readonly kind: 'pairs';
  /** Values that may take each other's place. None occurs twice. */
  readonly pairs: readonly (readonly [string, string])[];
}

/** A column of texts: a mark is which of two spellings of the same thing it has, such as `Street` and `St.`. */
export interface SwapsCarrierSpec {
  readonly kind: 'swaps';
  /** Spellings that mean the same. Neither holds the other. */
  readonly swaps: readonly (readonly [string, string])[];
}

/** A column of made-up numbers with a check digit: a mark is in a payload digit, and the check digit is made anew. */
export interface CheckDigitCarrierSpec {
  readonly kind: 'check-digit';
  /** `luhn`: ISO/IEC 7812-1 Annex B. `resident-id`: GB 11643-1999, 18 characters; the digit that tells the sex stays. */
  readonly scheme: 'luhn' | 'resident-id';
}

/** A column of JSON texts: a mark is in one value of them. */
export interface JsonCarrierSpec {
  readonly kind: 'json';
  /** RFC 6901 pointer to the value. */
  readonly pointer: string;
  /** How that value is marked. */
  readonly value:
    | NumberCarrierSpec
    | TimeCarrierSpec
    | PairsCarrierSpec
    | SwapsCarrierSpec
    | CheckDigitCarrierSpec;
}

/**
 * A column of surrogates that are chosen, not changed: of several values that would do, one is taken that a keyed function of the
 * value itself turns into the bit that is wanted.
 */
export interface ChoiceCarrierSpec {
  readonly kind: 'choice';
}

/** How the cells of a column carry marks. */
export type CarrierSpec = ChoiceCarrierSpec | JsonCarrierSpec | JsonCarrierSpec['value'];
