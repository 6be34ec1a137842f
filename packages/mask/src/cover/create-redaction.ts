import { type CategoryId, describeCategory, type Transform } from '@yushu/core';
import { checkOptionText, optionError } from '../check-options.ts';
import { checkText } from '../check-text.ts';

/** Options of {@link createRedaction}: a text, or a category whose name is to be shown. */
export interface RedactionOptions {
  /** The text to put in place: 1 to 4,096 code units. Goes before `category`. */
  readonly with?: string;
  /** The category whose name stands in brackets. */
  readonly category?: CategoryId;
  /** Language of the name: `zh` (the default), `en`, or `id` for the category id itself. */
  readonly language?: 'zh' | 'en' | 'id';
}

const maxText = 4_096;

/**
 * Puts one fixed text in the place of every value, whatever its length: the text given, else the name of the category in
 * brackets, else `[REDACTED]`. The empty value is redacted too: whether a field was filled may be the secret.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS` where an option is not as expected; `apply` throws `ERR_MASK_VALUE` for what is
 * no string.
 *
 * @example
 * ```ts
 * import { createRedaction } from '@yushu/mask';
 *
 * console.log(createRedaction({ category: 'contact.phone' }).apply('13800138000', {})); // [电话号码]
 * console.log(createRedaction({ with: '***' }).apply('13800138000', {})); // ***
 * ```
 */
export function createRedaction(options: RedactionOptions = {}): Transform {
  const text = redactionText(options);
  return {
    name: 'redact',
    apply(value) {
      checkText(value);
      return text;
    },
  };
}

function redactionText(options: RedactionOptions): string {
  if (options.with !== undefined) return checkOptionText(options.with, 'with', maxText);
  if (options.category === undefined) return '[REDACTED]';
  const category = checkOptionText(options.category, 'category', maxText) as CategoryId;
  const language = options.language ?? 'zh';
  if (language !== 'zh' && language !== 'en' && language !== 'id') {
    throw optionError('language', 'zh, en or id');
  }
  return `[${describeCategory(category)[language]}]`;
}
