import { DataSecurityError } from '@yushu/core';

/** An error that says which option is wrong, without its value: an option may hold data or a key. */
export function optionError(option: string, expected: string): DataSecurityError {
  return new DataSecurityError('ERR_MASK_OPTIONS', `Option ${option} is not as expected`, {
    hint: `Give ${expected}.`,
    details: { option },
  });
}

/** A whole number from `min` to `max`, or an error. */
export function checkCount(value: unknown, option: string, min: number, max: number): number {
  if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max) {
    return value as number;
  }
  throw optionError(option, `a whole number from ${min} to ${max}`);
}

/** A number from `min` to `max`, or an error. */
export function checkNumber(value: unknown, option: string, min: number, max: number): number {
  if (typeof value === 'number' && value >= min && value <= max) return value;
  throw optionError(option, `a number from ${min} to ${max}`);
}

/** A text of 1 to `maxLength` UTF-16 code units without lone surrogates, or an error. */
export function checkOptionText(value: unknown, option: string, maxLength: number): string {
  if (
    typeof value === 'string' &&
    value !== '' &&
    value.length <= maxLength &&
    !/\p{Surrogate}/u.test(value)
  ) {
    return value;
  }
  throw optionError(option, `a text of 1 to ${maxLength} characters`);
}
