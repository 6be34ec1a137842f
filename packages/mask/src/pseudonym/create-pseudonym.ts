/**
 * Keyed pseudonyms (GB/T 37964-2019, pseudonymisation): equal values of one field stay equal, and nobody without the key can
 * tell whose they are.
 *
 * @module
 */
import type { FieldContext, Prf, Transform } from '@yushu/core';
import { checkCount, checkOptionText, optionError } from '../check-options.ts';
import { checkText } from '../check-text.ts';
import { encodeBase64url } from '../text/encode-base64url.ts';
import { encodePseudonymInput } from './encode-pseudonym-input.ts';

/** Options of {@link createPseudonym}. */
export interface PseudonymOptions {
  /** The key, as a pseudo-random function, for example of a `KeyProvider`. */
  readonly prf: Prf;
  /**
   * Name of the field, in place of the table and column of the context: fields of one name give one pseudonym to one value, so
   * that tables can still be joined. 1 to 256 code units.
   */
  readonly field?: string;
  /** Version of the pseudonyms, 1 (the default) to 999,999; it shows in each. A new version gives new pseudonyms. */
  readonly version?: number;
  /** Bytes of the pseudonym, 12 to 32; 16 by default. Two of n values collide with a chance of about n² / 2^(8·bytes + 1). */
  readonly bytes?: number;
}

/**
 * A transform that puts `yps<version>.` and base64url text in the place of a value. The same value gives the same pseudonym
 * within one tenant, table and column (or one `field`), and unrelated ones across them: two leaked columns cannot be joined by
 * comparing them. The row does not count.
 *
 * Without the key a pseudonym cannot be turned back by trying all phone numbers, as a plain hash can. Who holds the key can.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS` where an option is not as expected; `apply` throws `ERR_MASK_VALUE` for what is
 * no string.
 *
 * @example
 * ```ts
 * import { createHmac } from 'node:crypto';
 * import { createPseudonym } from '@yushu/mask';
 *
 * const key = new Uint8Array(32).fill(7); // in earnest, the prf of a key provider
 * const prf = {
 *   keyId: 'demo',
 *   compute: (input: Uint8Array, length: number) =>
 *     new Uint8Array(createHmac('sha256', key).update(input).digest()).slice(0, length),
 * };
 * const pseudonym = createPseudonym({ prf });
 * const place = { table: 'customers', column: 'phone' };
 * console.log(pseudonym.apply('13800138000', place) === pseudonym.apply('13800138000', place)); // true
 * console.log(pseudonym.apply('13800138000', place).startsWith('yps1.')); // true
 * ```
 */
export function createPseudonym(options: PseudonymOptions): Transform {
  const prf = options?.prf;
  if (typeof prf?.compute !== 'function') throw optionError('prf', 'a pseudo-random function');
  const field =
    options.field === undefined ? undefined : checkOptionText(options.field, 'field', 256);
  const version = checkCount(options.version ?? 1, 'version', 1, 999_999);
  const bytes = checkCount(options.bytes ?? 16, 'bytes', 12, 32);
  const place = (context: FieldContext): readonly (string | undefined)[] =>
    field === undefined
      ? ['place', context.tenant, context.table, context.column]
      : ['field', context.tenant, field];
  return {
    name: `pseudonym(v${version})`,
    keyId: prf.keyId,
    apply(value, context) {
      checkText(value);
      const parts = [String(version), ...place(context), value];
      return `yps${version}.${encodeBase64url(prf.compute(encodePseudonymInput(parts), bytes))}`;
    },
  };
}
