import type { Ff1Rounds } from './create-ff1-engine.ts';
import { numberToNumerals, numeralsToNumber } from './numerals.ts';

/** Fewer values than this of one length are done one by one. */
const minBatch = 8;

/**
 * FF1 over many values: those of one length go through each round together, so that the block cipher is called ten times and
 * not ten times a value.
 */
export function ff1Column(
  values: readonly ArrayLike<number>[],
  roundsFor: (value: ArrayLike<number>) => Ff1Rounds,
  transform: (value: ArrayLike<number>) => number[],
  decrypt: boolean,
): number[][] {
  const groups = new Map<Ff1Rounds, number[]>();
  let last: Ff1Rounds | undefined;
  let group: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const rounds = roundsFor(values[index]!);
    if (rounds !== last) {
      group = groups.get(rounds) ?? [];
      groups.set(rounds, group);
      last = rounds;
    }
    group.push(index);
  }
  const results = new Array<number[]>(values.length);
  for (const [{ shape, numbers, limbs }, indexes] of groups) {
    if (limbs?.transformColumn !== undefined && indexes.length >= minBatch) {
      const transformed = limbs.transformColumn(
        indexes.map((index) => values[index]!),
        decrypt,
      );
      indexes.forEach((index, at) => {
        results[index] = transformed[at]!;
      });
      continue;
    }
    if (numbers === undefined || indexes.length < minBatch) {
      for (const index of indexes) results[index] = transform(values[index]!);
      continue;
    }
    const { left, length, radix } = shape;
    const lefts = new Float64Array(indexes.length);
    const rights = new Float64Array(indexes.length);
    for (let at = 0; at < indexes.length; at += 1) {
      const value = values[indexes[at]!]!;
      lefts[at] = numeralsToNumber(value, 0, left, radix);
      rights[at] = numeralsToNumber(value, left, length, radix);
    }
    numbers.transformColumn(lefts, rights, decrypt);
    for (let at = 0; at < indexes.length; at += 1) {
      const numerals = new Array<number>(length).fill(0);
      numberToNumerals(lefts[at]!, numerals, 0, left, radix);
      numberToNumerals(rights[at]!, numerals, left, length, radix);
      results[indexes[at]!] = numerals;
    }
  }
  return results;
}
