/**
 * Lists of evidence that take no more room than they need: a list that grew by `push` keeps room for sixteen more, and findings
 * keep their lists.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';

const scratch: Evidence[] = new Array(32).fill(undefined) as unknown as Evidence[];

/** `list` and what follows, without gaps. */
export function exactList(
  list: readonly Evidence[],
  second?: Evidence,
  third?: Evidence,
  fourth?: Evidence,
): readonly Evidence[] {
  let count = list.length;
  if (count > 4) {
    const longer = list.slice();
    if (second !== undefined) longer.push(second);
    if (third !== undefined) longer.push(third);
    if (fourth !== undefined) longer.push(fourth);
    return longer.slice();
  }
  for (let index = 0; index < count; index += 1) scratch[index] = list[index]!;
  if (second !== undefined) {
    scratch[count] = second;
    count += 1;
  }
  if (third !== undefined) {
    scratch[count] = third;
    count += 1;
  }
  if (fourth !== undefined) {
    scratch[count] = fourth;
    count += 1;
  }
  const a = scratch[0]!;
  const b = scratch[1]!;
  const c = scratch[2]!;
  const d = scratch[3]!;
  const e = scratch[4]!;
  const f = scratch[5]!;
  const g = scratch[6]!;
  switch (count) {
    case 0:
      return [];
    case 1:
      return [a];
    case 2:
      return [a, b];
    case 3:
      return [a, b, c];
    case 4:
      return [a, b, c, d];
    case 5:
      return [a, b, c, d, e];
    case 6:
      return [a, b, c, d, e, f];
    default:
      return [a, b, c, d, e, f, g];
  }
}
