import type { Layout, ReadLayout } from './layout.ts';

/** Digits that a number holds exactly. */
const maxNumberDigits = 15;

/** A layout over decimal digits, however many. */
export function digitLayout(
  kept: string,
  digits: string,
  write: (digits: string) => string,
): Layout<number> | Layout<bigint> {
  const { length } = digits;
  const domain = { radix: 10, length };
  const unrank = (rank: number | bigint) => write(rank.toString().padStart(length, '0'));
  return length <= maxNumberDigits
    ? { kept, domain, rank: Number(digits), write: unrank }
    : { kept, domain, rank: BigInt(digits), write: unrank };
}

/** Digits 0 to 9, nothing between them. */
export const readDigits: ReadLayout = (value) =>
  /^[0-9]+$/.test(value) ? digitLayout('', value, (digits) => digits) : undefined;
