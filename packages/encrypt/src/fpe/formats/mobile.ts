import { digitLayout } from './digits.ts';
import type { ReadLayout } from './layout.ts';
import { separate } from './separated.ts';

/** Country code in its written forms, then 11 digits with at most one separator between two. */
const mobile = /^([(（]?(?:\+|00)?86[)）]?[ .-]?)?(1[ .-]?[3-9](?:[ .-]?[0-9]){9})$/;

/** Prefixes in which the fourth digit tells the carrier: satellite numbers beside others, and virtual operators. */
const longPrefixes = new Set(['134', '170', '174']);

/**
 * Mobile numbers of mainland China (numbering plan of MIIT). Carrier prefix, country code and separators stay; the other seven or
 * eight digits are enciphered.
 */
export const readMobile: ReadLayout = (value) => {
  const match = mobile.exec(value);
  if (match === null) return undefined;
  const country = match[1] ?? '';
  const { text, refill } = separate(match[2]!);
  const prefix = text.slice(0, longPrefixes.has(text.slice(0, 3)) ? 4 : 3);
  return digitLayout(
    prefix,
    text.slice(prefix.length),
    (digits) => country + refill(prefix + digits),
  );
};
