import { type RandomBytes, systemRandom } from '@yushu/core';

/** A number from 0 to before `size`, without bias. */
function drawBelow(random: RandomBytes, size: number): number {
  const bound = 2 ** 32 - (2 ** 32 % size);
  for (;;) {
    const bytes = random(4);
    const word = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (word < bound) return word % size;
  }
}

/**
 * The values of a column in another order, every order as likely: each value still occurs as often, but stands beside another row.
 * Who knows that a value is rare still finds that it occurs.
 *
 * @param random Source of randomness; the platform's by default.
 *
 * @example
 * ```ts
 * import { shuffleColumn } from '@yushu/mask';
 *
 * console.log(shuffleColumn([8600, 9200, 10400]).sort()); // [ 10400, 8600, 9200 ]
 * ```
 */
export function shuffleColumn<Value>(
  values: readonly Value[],
  random: RandomBytes = systemRandom,
): Value[] {
  const shuffled = [...values];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const chosen = drawBelow(random, last + 1);
    [shuffled[last], shuffled[chosen]] = [shuffled[chosen]!, shuffled[last]!];
  }
  return shuffled;
}
