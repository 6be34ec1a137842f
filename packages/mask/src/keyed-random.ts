import type { FieldContext, Prf } from '@yushu/core';
import { optionError } from './check-options.ts';
import { encodePseudonymInput } from './pseudonym/encode-pseudonym-input.ts';

/** Options that say of which key and field something is drawn. */
export interface KeyedOptions {
  /** The key, as a pseudo-random function, for example of a `KeyProvider`. */
  readonly prf: Prf;
  /** Name of the field, in place of the table and column of the context. */
  readonly field?: string;
}

/** Checks the key among options. */
export function checkPrf(prf: Prf | undefined): Prf {
  if (typeof prf?.compute !== 'function') throw optionError('prf', 'a pseudo-random function');
  return prf;
}

/**
 * Bytes that depend on key, use, place and value only: the same for the same, unrelated for others.
 */
export function drawBytes(
  { prf, field }: KeyedOptions,
  use: string,
  context: FieldContext,
  value: string,
  length: number,
): Uint8Array {
  const place =
    field === undefined
      ? ['place', context.tenant, context.table, context.column]
      : ['field', context.tenant, field];
  return prf.compute(encodePseudonymInput([use, ...place, value]), length);
}

/** A number from 0 to before `size` of 16 bytes: the bias is below size / 2^128. */
export function drawIndex(bytes: Uint8Array, size: number): number {
  let hex = '0x';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return Number(BigInt(hex) % BigInt(size));
}
