/**
 * What masking and encryption have in common: a value in, a value out.
 *
 * @module
 */

/** Where a value stands. Associated data and per-field keys are made of it. */
export interface FieldContext {
  readonly tenant?: string;
  readonly table?: string;
  readonly column?: string;
  /** Identity of the row: a key of its own or its number, as text. */
  readonly row?: string;
  /** Which part of the value, from 0, where only parts of a text are protected and not the whole. */
  readonly part?: number;
}

/** A way to protect one value. Pure and synchronous: keys are in hand when it is made. */
export interface Transform {
  /** Kind and parameters for people and records, such as `mask(3,4)`. Never a key. */
  readonly name: string;
  /** Id of the key in use, if there is one. */
  readonly keyId?: string;
  /**
   * The protected value.
   *
   * @throws {DataSecurityError} where the value cannot be protected; it is never passed through instead.
   */
  apply(value: string, context: FieldContext): string;
}
