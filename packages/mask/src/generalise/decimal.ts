import { DataSecurityError } from '@yushu/core';
import { checkText } from '../check-text.ts';

const decimal = /^[+-]?(?:[0-9]{1,15})(?:\.([0-9]{1,10}))?$/;

/**
 * A decimal number in its usual form, and how many decimals it has.
 *
 * @throws {DataSecurityError} `ERR_MASK_VALUE` for another text: it must not pass as it is.
 */
export function parseDecimal(value: string): { number: number; decimals: number } {
  checkText(value);
  const match = value.length <= 32 ? decimal.exec(value) : null;
  if (match === null) {
    throw new DataSecurityError('ERR_MASK_VALUE', 'The value is no decimal number', {
      hint: 'Give digits with an optional sign and decimals, without signs of currency or groups.',
      details: { length: value.length },
    });
  }
  return { number: Number(value), decimals: match[1]?.length ?? 0 };
}

/** A number with so many decimals; never −0. */
export function formatDecimal(number: number, decimals: number): string {
  const text = number.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** A decimal number as a whole number of 10^−places, exactly; it has at most so many decimals. */
export function scaleDecimal(value: string, places: number): bigint {
  const [whole, fraction = ''] = value.split('.') as [string, string?];
  return BigInt(whole.replace('+', '') + fraction.padEnd(places, '0'));
}

/** The number that {@link scaleDecimal} gave, with `decimals` of its places. */
export function writeScaled(scaled: bigint, places: number, decimals: number): string {
  const sign = scaled < 0n ? '-' : '';
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0');
  const end = digits.length - places;
  return (
    sign + digits.slice(0, end) + (decimals > 0 ? `.${digits.slice(end, end + decimals)}` : '')
  );
}
