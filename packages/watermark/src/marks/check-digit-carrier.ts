import type { CarrierReader } from './carrier-reader.ts';
import type { CheckDigitCarrierSpec } from './carrier-spec.ts';

/** ISO/IEC 7812-1, Annex B: the digit that makes the sum a multiple of ten. */
function luhnDigit(payload: string): string {
  let sum = 0;
  for (let at = 0; at < payload.length; at += 1) {
    const digit = payload.charCodeAt(payload.length - 1 - at) - 48;
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** ISO 7064, MOD 11-2, as GB 11643-1999 uses it. */
function residentIdDigit(payload: string): string {
  let sum = 0;
  for (const digit of payload) sum = (sum + Number(digit)) * 2;
  return '10X98765432'[sum % 11]!;
}

const schemes = {
  luhn: { form: /^\d{12,19}$/, digit: luhnDigit, back: 2 },
  // The third character from the end: the second tells the sex.
  'resident-id': { form: /^\d{17}[\dX]$/, digit: residentIdDigit, back: 3 },
} as const;

/** Marks numbers in the parity of a payload digit; the check digit follows. */
export function checkDigitCarrier({ scheme }: CheckDigitCarrierSpec): CarrierReader {
  const { form, digit, back } = schemes[scheme];
  const withDigit = (cell: string, value: number) => {
    const at = cell.length - back;
    const payload = `${cell.slice(0, at)}${value}${cell.slice(at + 1, -1)}`;
    return payload + digit(payload);
  };
  const payloadDigit = (cell: string) => Number(cell[cell.length - back]);
  return {
    depth: 1,
    read(cell) {
      if (!form.test(cell) || digit(cell.slice(0, -1)) !== cell.at(-1)) return undefined;
      const symbol = payloadDigit(cell) & 1;
      return { coarse: withDigit(cell, payloadDigit(cell) - symbol), symbol };
    },
    write: (cell, symbol) => withDigit(cell, (payloadDigit(cell) & ~1) | symbol),
  };
}
