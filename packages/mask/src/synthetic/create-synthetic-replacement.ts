/**
 * Made-up values of the same kind.
 *
 * @module
 */
import { type Prf, type RandomBytes, systemRandom, type Transform } from '@yushu/core';
import { checkOptionText, optionError } from '../check-options.ts';
import { checkText } from '../check-text.ts';
import { type MaskForm, maskForms } from '../forms/create-form-mask.ts';
import { checkPrf, drawBytes, drawIndex } from '../keyed-random.ts';
import { type Draw, makers } from './make-value.ts';

/** Options of {@link createSyntheticReplacement}. */
export interface SyntheticReplacementOptions {
  /** The kind of value to make. */
  readonly form: MaskForm;
  /** A key: then the same value of one field always gets the same one. Without it every value gets a new one. */
  readonly prf?: Prf;
  /** Name of the field, in place of the table and column of the context; with a key only. 1 to 256 code units. */
  readonly field?: string;
  /** Source of randomness where there is no key; the platform's by default. */
  readonly random?: RandomBytes;
}

/** Bytes for one draw. The bias of a draw below 2^15 is under 2^-49. */
const bytesPerDraw = 8;
/** A pseudo-random function gives this many bytes at once. */
const bytesPerBlock = 32;

/**
 * Puts a made-up value of the same kind in the place of each: a mobile number for a mobile number, with check digits that hold. Nothing of
 * the value is in it, not its length, nor whether it was valid. E-mail addresses are of the domains of RFC 2606; a made-up number may by
 * chance be somebody's, so do not call it. With a key equal values get equal ones, and different values may get the same one: for a
 * replacement that is unique and can be turned back, see `createFpe` of `@yushu/encrypt`.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS`; `apply` throws `ERR_MASK_VALUE` for what is no string.
 *
 * @example
 * ```ts
 * import { createSyntheticReplacement } from '@yushu/mask';
 *
 * const made = createSyntheticReplacement({ form: 'phone' }).apply('13800138000', {});
 * console.log(/^1[3-9]\d{9}$/.test(made)); // true
 * ```
 */
export function createSyntheticReplacement(options: SyntheticReplacementOptions): Transform {
  const form = options?.form;
  if (!maskForms.includes(form)) throw optionError('form', maskForms.join(', '));
  const { prf, random = systemRandom } = options;
  const make = makers[form];
  const name = `synthetic(${form})`;
  if (prf === undefined) {
    if (typeof random !== 'function') throw optionError('random', 'a source of random bytes');
    const draw: Draw = (size) => drawIndex(random(bytesPerDraw), size);
    return {
      name,
      apply(value) {
        checkText(value);
        return make(draw);
      },
    };
  }
  const key = { prf: checkPrf(prf) };
  const keyed =
    options.field === undefined
      ? key
      : { ...key, field: checkOptionText(options.field, 'field', 256) };
  return {
    name,
    keyId: prf.keyId,
    apply(value, context) {
      checkText(value);
      let block: Uint8Array = new Uint8Array();
      let at = 0;
      let blocks = 0;
      return make((size) => {
        if (at === block.length) {
          block = drawBytes(keyed, `synthetic/${form}/${blocks}`, context, value, bytesPerBlock);
          blocks += 1;
          at = 0;
        }
        at += bytesPerDraw;
        return drawIndex(block.subarray(at - bytesPerDraw, at), size);
      });
    },
  };
}
