import { dayNumber, dayText } from './calendar.ts';
import type { ReadNumberLayout } from './layout.ts';
import { separate } from './separated.ts';

const written = /^[1-8][0-9](?:[ -]?[0-9]){15}[ -]?[0-9Xx]$/;

/** Province codes of GB/T 2260, and 81 to 83 of the residence permits for Hong Kong, Macau and Taiwan. */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/** Weights of GB 11643-1999 section 4.2. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkUnits = '10X98765432';

/** Order codes of one day and place: 001 to 999. */
const orders = 999;

/** Years within which dates of birth are enciphered among each other, up to the last that was over when the format was made. */
const eras = [
  [1890, 1983],
  [1984, 1999],
  [2000, 2009],
  [2010, 2019],
  [2020, 2025],
] as const;

/** The check character of the first 17 digits, GB 11643-1999 section 4.2. */
export function residentIdCheck(digits: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) {
    sum += (digits.charCodeAt(index) - 48) * weights[index]!;
  }
  return checkUnits[sum % 11]!;
}

/** First and last day among which a date of birth is enciphered; from 2026 on those of its month, so that it is not in the future. */
function eraOf(year: number, month: number): readonly [number, number] | undefined {
  const era = eras.find(([from, to]) => year >= from && year <= to);
  if (era !== undefined) return [dayNumber(era[0], 1, 1)!, dayNumber(era[1], 12, 31)!];
  if (year < 2026 || year > 2099) return undefined;
  const first = dayNumber(year, month, 1);
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  return first === undefined || next === undefined ? undefined : [first, next - 1];
}

/**
 * Resident identity numbers of 18 characters (GB 11643-1999). The division code stays and so does the generation, so that the
 * division existed when the number was given; date of birth, order and with it the sex are enciphered, the check character is
 * made anew.
 */
export const readResidentId: ReadNumberLayout = (value) => {
  if (!written.test(value)) return undefined;
  const { text, refill } = separate(value);
  const check = text[17]!;
  if (!provinces.test(text) || residentIdCheck(text) !== check.toUpperCase()) return undefined;
  const year = Number(text.slice(6, 10));
  const month = Number(text.slice(10, 12));
  const day = dayNumber(year, month, Number(text.slice(12, 14)));
  const order = Number(text.slice(14, 17));
  const era = eraOf(year, month);
  if (day === undefined || era === undefined || order === 0) return undefined;
  const [first, last] = era;
  const division = text.slice(0, 6);
  const bodyOf = (rank: number) => {
    const date = dayText(first + Math.floor(rank / orders));
    const orderText = String((rank % orders) + 1).padStart(3, '0');
    return `${division}${date.year}${date.month}${date.day}${orderText}`;
  };
  const lower = check === 'x';
  return {
    kept: `${division}${first}`,
    domain: { size: (last - first + 1) * orders },
    rank: (day - first) * orders + order - 1,
    // A small x is kept by staying among the numbers whose check character is X.
    ...(lower ? { accepts: (rank: number) => residentIdCheck(bodyOf(rank)) === 'X' } : {}),
    write(rank) {
      const body = bodyOf(rank);
      const made = residentIdCheck(body);
      return refill(body + (lower ? made.toLowerCase() : made));
    },
  };
};
