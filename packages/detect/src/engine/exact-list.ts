/**
 * Lists of evidence that take no more room than they need: a list that grew by `push` keeps room for sixteen more, and findings
 * keep their lists.
 *
 * @module
 */
import type { Evidence } from '@yushu/core';

const scratch: Evidence[] = new Array(32).fill(undefined) as unknown as Evidence[];

/** The first `count` of `list` and what follows, without gaps. */
export function exactList(
  list: readonly Evidence[],
  count: number,
  second?: Evidence,
  third?: Evidence,
  fourth?: Evidence,
): readonly Evidence[] {
  if (count > 8) {
    const longer = list.slice(0, count);
    for (const more of [second, third, fourth]) if (more !== undefined) longer.push(more);
    return longer.slice();
  }
  for (let index = 0; index < count; index += 1) scratch[index] = list[index]!;
  let total = count;
  if (second !== undefined) {
    scratch[total] = second;
    total += 1;
  }
  if (third !== undefined) {
    scratch[total] = third;
    total += 1;
  }
  if (fourth !== undefined) {
    scratch[total] = fourth;
    total += 1;
  }
  const a = scratch[0]!;
  const b = scratch[1]!;
  const c = scratch[2]!;
  const d = scratch[3]!;
  const e = scratch[4]!;
  const f = scratch[5]!;
  const g = scratch[6]!;
  const h = scratch[7]!;
  switch (total) {
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
    case 7:
      return [a, b, c, d, e, f, g];
    case 8:
      return [a, b, c, d, e, f, g, h];
    default:
      return scratch.slice(0, total);
  }
}
