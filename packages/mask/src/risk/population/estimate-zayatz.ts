import type { ClassHistogram } from './class-histogram.ts';

/** The probability that of `size` people of the population exactly one is in the sample. */
function onlyOne(size: number, { rows, population }: ClassHistogram): number {
  let probability = (size * rows) / population;
  for (let index = 0; index < size - 1 && probability > 0; index += 1) {
    probability *= Math.max(0, population - rows - index) / (population - 1 - index);
  }
  return probability;
}

/**
 * People of the population who are alone in their class, by Zayatz (1991): classes are thought to be as large in the population as in the
 * sample.
 */
export function estimateZayatz(histogram: ClassHistogram): number {
  const { sizes, rows, population } = histogram;
  const alone = sizes.get(1) ?? 0;
  let all = 0;
  for (const [size, count] of sizes) all += count * onlyOne(size, histogram);
  return all === 0 ? 0 : (((alone * onlyOne(1, histogram) * alone) / all) * population) / rows;
}
