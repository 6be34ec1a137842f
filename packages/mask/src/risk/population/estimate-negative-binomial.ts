import type { ClassHistogram } from './class-histogram.ts';
import { type PairOfEquations, solvePair } from './solve-pair.ts';

/** Classes of the population, by Shlosser (1981; Haas and Stokes 1998). */
function estimateClasses({ sizes, rows, classes, population }: ClassHistogram): number {
  const part = rows / population;
  let kept = 0;
  let seen = 0;
  let missed = 0;
  let once = 0;
  for (const [size, count] of sizes) {
    const miss = (1 - part) ** size * count;
    kept += size * part * part * (1 - part * part) ** (size - 1) * count;
    seen += miss * ((1 + part) ** size - 1);
    missed += miss;
    once += size * part * (1 - part) ** (size - 1) * count;
  }
  return classes + (sizes.get(1) ?? 0) * (kept / seen) * (missed / once) ** 2;
}

/** `[f, g]` and derivatives by central differences: the closed forms are long and no faster. */
function withDifferences(
  of: (x: number, y: number) => readonly [number, number],
): PairOfEquations['evaluate'] {
  return (x, y) => {
    const [f, g] = of(x, y);
    const stepX = 1e-6 * x;
    const stepY = 1e-6 * Math.min(y, 1 - y);
    const [right, left] = [of(x + stepX, y), of(x - stepX, y)];
    const [up, down] = [of(x, y + stepY), of(x, y - stepY)];
    return [
      f,
      g,
      (right[0] - left[0]) / (2 * stepX),
      (up[0] - down[0]) / (2 * stepY),
      (right[1] - left[1]) / (2 * stepX),
      (up[1] - down[1]) / (2 * stepY),
    ];
  };
}

/**
 * People of the population who are alone in their class, if sizes of classes are one more than negative binomial (Chen and Keller-McNulty
 * 1998). `undefined` where no parameters fit.
 */
export function estimateNegativeBinomial(histogram: ClassHistogram): number | undefined {
  const { sizes, rows, population } = histogram;
  const part = rows / population;
  const [alone, pairs] = [sizes.get(1) ?? 0, sizes.get(2) ?? 0];
  const all = estimateClasses(histogram);
  if (!Number.isFinite(all) || part >= 1) return undefined;
  // How many classes of one and of two rows a sample would have.
  const equations: PairOfEquations = {
    isInside: (a, b) => a > 0 && b > 0 && b < 1,
    evaluate: withDifferences((a, b) => {
      const rest = (1 - part) * (1 - b);
      const power = (b / (1 - rest)) ** a;
      const ones = all * part * power * ((a * rest) / (1 - rest) + 1);
      const twos =
        ((all * a * power * part * part * (1 - b)) / (2 * (1 - rest) ** 2)) * (2 - (1 - a) * rest);
      return [ones / Math.max(1, alone) - 1, twos / Math.max(1, pairs) - 1];
    }),
  };
  for (const a of [0.01, 0.1, 0.5, 1, 2, 5, 20]) {
    for (const b of [0.5, 0.1, 0.9, 0.01, 0.99]) {
      const solution = solvePair(equations, [a, b]);
      if (solution !== undefined) return all * solution[1] ** solution[0];
    }
  }
  return undefined;
}
