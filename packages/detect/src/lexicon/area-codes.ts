/**
 * Area codes of fixed lines in mainland China.
 *
 * @module
 */

/** Three-digit codes after the trunk prefix 0, by their first two digits (numbering plan of the fixed network). */
const threeDigit: readonly (readonly [prefix: number, last: string])[] = [
  [31, '0123456789'],
  [33, '5'],
  [34, '9'],
  [35, '0123456789'],
  [37, '0123456789'],
  [39, '12345678'],
  [41, '012345678'],
  [42, '1279'],
  [43, '123456789'],
  [44, '0'],
  [45, '123456789'],
  [46, '4789'],
  [47, '0123456789'],
  [48, '23'],
  [51, '0123456789'],
  [52, '37'],
  [53, '0123456789'],
  [54, '36'],
  [55, '0123456789'],
  [56, '12346'],
  [57, '0123456789'],
  [58, '0'],
  [59, '123456789'],
  [63, '12345'],
  [66, '0238'],
  [69, '12'],
  [70, '1'],
  [71, '0123456789'],
  [72, '248'],
  [73, '0123456789'],
  [74, '3456'],
  [75, '0123456789'],
  [76, '0236789'],
  [77, '0123456789'],
  [79, '0123456789'],
  [81, '2367'],
  [82, '567'],
  [83, '0123456789'],
  [85, '1234567899'],
  [86, '79'],
  [87, '0123456789'],
  [88, '1367'],
  [89, '1234567890'],
  [90, '1236789'],
  [91, '1234567890'],
  [92, '2'],
  [93, '0123456789'],
  [94, '13'],
  [95, '1234567'],
  [97, '0123456789'],
  [99, '0123456789'],
];

const codes = new Set(
  threeDigit.flatMap(([prefix, last]) => Array.from(last, (digit) => prefix * 10 + Number(digit))),
);

/** How many digits an area code has that begins with these two or three digits: 2, 3, or 0 where there is none. */
export function areaCodeLength(two: number, three: number): number {
  if (two === 10 || (two >= 20 && two <= 29 && two !== 26)) return 2;
  return codes.has(three) ? 3 : 0;
}
