/**
 * The policy's word about fields that are known beforehand, without looking for them.
 *
 * @module
 */
import { type ActionKind, type CategoryId, compilePolicy, type PolicySubject } from '@yushu/core';
import type { FieldValue } from '@yushu/encrypt';
import { prepareActions } from '../engine/prepare-actions.ts';
import type { Treatment } from '../engine/treatment.ts';
import { textOfValue } from '../sealed/value-text.ts';
import {
  type EngineOptions,
  type RecordPlace,
  scopeOf,
  type ValuePlace,
} from './pipeline-options.ts';

/** Options of {@link createFieldTreatments}. */
export type FieldTreatmentsOptions = Pick<EngineOptions, 'policy' | 'keys' | 'table' | 'tenant'>;

/** Where a value of a known field stands. */
export interface FieldPlace extends ValuePlace, RecordPlace {
  /** JSON Pointer within the record: what is sealed is bound to it where the policy binds to the column. */
  readonly path?: string;
}

/** What is done with the values of one field. */
export interface FieldTreatment {
  readonly action: ActionKind;
  /** Index of the policy's rule that decided, or `default`. */
  readonly rule: number | 'default';
  readonly category?: CategoryId;
  readonly keyId?: string;
  /**
   * The value as it may be shown. `null` and the empty text have nothing that a mask, pseudonym or format could cover, and stay.
   *
   * @throws {DataSecurityError} where the value cannot be treated, such as `ERR_ENCRYPT_FPE_FORMAT`; it must be withheld then.
   */
  apply(value: FieldValue, place: FieldPlace): FieldValue;
}

/** Asks the policy about a field. The answer serves any number of values; ask once for each field. */
export type FieldTreatments = (field: PolicySubject) => FieldTreatment;

/** Actions that have nothing to do where there is no value; the others hide even that. */
const needsValue: ReadonlySet<ActionKind> = new Set(['mask', 'pseudonym', 'fpe']);

function createApply(
  treatment: Treatment,
  scope: { readonly tenant?: string; readonly table?: string },
): FieldTreatment['apply'] {
  const { action, sealer, format, cover, category } = treatment;
  if (action === 'allow') return (value) => value;
  const keepsEmpty = needsValue.has(action);
  return (value, { column, path, row }) => {
    if (keepsEmpty && (value === null || value === '')) return value;
    if (sealer !== undefined) {
      const place = { ...scope, column: path ?? column, row };
      return sealer.seal(value, place, undefined, { category, raw: false });
    }
    const place = column === undefined ? scope : { ...scope, column };
    if (format === undefined) return cover!(textOfValue(value), place);
    const written = format.apply(textOfValue(value), place);
    // A number that was encrypted in its format is a number again, unless that would lose digits of it.
    const isNumber = typeof value === 'number' && String(Number(written)) === written;
    return isNumber ? Number(written) : written;
  };
}

/**
 * Makes the policy's treatments for fields whose meaning is known from elsewhere, such as a description of an API or a database's
 * catalogue. Nothing is scanned: a pipeline does that. Every key that the policy names is fetched now; after that, all is synchronous.
 *
 * What is encrypted in its format is not made sure to be found again by a scan, as a pipeline does.
 *
 * @throws {DataSecurityError} `ERR_PROTECT_OPTIONS` where the policy needs keys and none were given, `ERR_PROTECT_CONTEXT` where it
 * binds to a table or tenant and none is named, and what the key provider throws, such as `ERR_ENCRYPT_KEY_NOT_FOUND`.
 *
 * @example
 * ```ts
 * import { createFieldTreatments, readPolicy } from '@yushu/protect';
 *
 * const policy = readPolicy(`
 * version: 1
 * rules: [{ match: { category: contact.phone }, unless: { role: support }, action: { mask: { keepLast: 4 } } }]
 * default: allow`);
 * const treat = await createFieldTreatments({ policy });
 * const phone = treat({ category: 'contact.phone', column: 'mobile', role: 'guest' });
 * console.log(phone.action, phone.apply('13800138000', { column: 'mobile' })); // mask *******8000
 * console.log(treat({ category: 'contact.phone', role: 'support' }).action); // allow
 * ```
 */
export async function createFieldTreatments(
  options: FieldTreatmentsOptions,
): Promise<FieldTreatments> {
  const { policy, keys } = options;
  const actions = await prepareActions(policy, keys, 'protect');
  const scope = scopeOf(options, actions);
  const decide = compilePolicy(policy);
  return (field) => {
    const treatment = actions.makeTreatment(decide(field), field.category);
    const { action, rule, category, keyId } = treatment;
    return {
      action,
      rule,
      ...(category === undefined ? {} : { category }),
      ...(keyId === undefined ? {} : { keyId }),
      apply: createApply(treatment, scope),
    };
  };
}
