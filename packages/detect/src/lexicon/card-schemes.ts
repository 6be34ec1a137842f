/**
 * Issuer ranges of payment cards (ISO/IEC 7812), with the lengths that the schemes give out.
 *
 * @module
 */

/** How much an issuer range says: `strong` and `medium` ranges belong to one scheme, `weak` ones are shared or rare. */
export type SchemeStrength = 'strong' | 'medium' | 'weak';

/** First and last prefix, lengths, strength. Of several that fit the first counts. */
const schemes: readonly (readonly [
  first: number,
  last: number,
  lengths: readonly number[],
  strength: SchemeStrength,
])[] = [
  [62, 62, [16, 19], 'strong'],
  // The Industrial Bank (CIB) issues debit cards of 18 digits.
  [622908, 622909, [18, 18], 'strong'],
  [62, 62, [17, 18], 'medium'],
  [81, 81, [16, 19], 'weak'],
  [4, 4, [16], 'strong'],
  [4, 4, [13, 19], 'weak'],
  [51, 55, [16], 'strong'],
  [2221, 2720, [16], 'strong'],
  [34, 34, [15], 'strong'],
  [37, 37, [15], 'strong'],
  [3528, 3589, [16], 'strong'],
  [35, 35, [16], 'weak'],
  // JCB's numbers of 15 digits, given out before 2000.
  [2131, 2131, [15], 'medium'],
  [1800, 1800, [15], 'medium'],
  [6011, 6011, [16, 19], 'strong'],
  [644, 649, [16, 19], 'medium'],
  [65, 65, [16, 19], 'medium'],
  [300, 305, [14], 'strong'],
  [3095, 3095, [14], 'medium'],
  [36, 36, [14], 'strong'],
  [38, 39, [14], 'strong'],
  [2200, 2204, [16], 'medium'],
  [9792, 9792, [16], 'medium'],
  [6759, 6763, [16, 18, 19], 'medium'],
  [5018, 5038, [16], 'medium'],
  [6304, 6304, [16, 19], 'medium'],
  [1, 1, [15], 'weak'],
  [60, 60, [16], 'medium'],
  [81, 82, [16], 'weak'],
  [50, 50, [12, 13, 14, 15, 16, 17, 18, 19], 'weak'],
  [56, 69, [12, 13, 14, 15, 16, 17, 18, 19], 'weak'],
  // Cards of Chinese banks from before UnionPay's own range.
  [9, 9, [16, 18, 19], 'weak'],
];

interface Range {
  /** First and last four digits. */
  readonly from: number;
  readonly to: number;
  /** Bits of the lengths. */
  readonly lengths: number;
  readonly strength: SchemeStrength;
}

const ranges: readonly Range[] = schemes.map(([first, last, lengths, strength]) => {
  const scale = 10 ** (4 - String(last).length);
  let bits = 0;
  for (const length of lengths) bits |= 1 << length;
  return { from: first * scale, to: (last + 1) * scale - 1, lengths: bits, strength };
});

/** How much the prefix of a number of this length says, or `undefined` where no scheme gives out such a number. */
export function schemeOf(digits: Uint8Array, length: number): SchemeStrength | undefined {
  const prefix = digits[0]! * 1000 + digits[1]! * 100 + digits[2]! * 10 + digits[3]!;
  for (let index = 0; index < ranges.length; index += 1) {
    const { from, to, lengths, strength } = ranges[index]!;
    if (prefix >= from && prefix <= to && (lengths & (1 << length)) !== 0) return strength;
  }
  return undefined;
}
