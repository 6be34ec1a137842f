/**
 * Checks that rules can ask for by name.
 *
 * @module
 */
import { isIban } from '../detectors/iban.ts';
import { isUscc } from '../detectors/organisation-code.ts';
import { luhn, mod11of10, verhoeff } from '../national/check-digits.ts';
import { nationalNumbers } from '../national/national-numbers.ts';
import { isNumberOf } from '../national/number-format.ts';

const digitsOf = (value: string): string => value.replaceAll(/\D/g, '');
const compact = (value: string): string => value.replaceAll(/[\s.-]/g, '').toUpperCase();

/** Weights of GB 11643 section 4.2. */
const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function residentId(value: string): boolean {
  const text = compact(value);
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const sum = residentWeights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return '10X98765432'[sum % 11] === text[17];
}

const named = {
  luhn: (value: string) => luhn(digitsOf(value)),
  verhoeff: (value: string) => verhoeff(digitsOf(value)),
  'mod11-10': (value: string) => mod11of10(digitsOf(value)),
  iban: (value: string) => isIban(compact(value)),
  'cn-resident-id': residentId,
  'cn-uscc': (value: string) => compact(value).length === 18 && isUscc(compact(value)),
} as const;

/** Name of a check: a check-digit scheme, or a national number such as `national:de.idnr` with its python-stdnum name. */
export type ValidatorName = keyof typeof named | `national:${string}`;

/** The check of a name, or `undefined` where there is none of that name. */
export function findValidator(name: string): ((value: string) => boolean) | undefined {
  if (Object.hasOwn(named, name)) return named[name as keyof typeof named];
  if (!name.startsWith('national:')) return undefined;
  const format = nationalNumbers.find(({ id }) => id === name.slice('national:'.length));
  return format === undefined ? undefined : (value) => isNumberOf(format, value.toUpperCase());
}
