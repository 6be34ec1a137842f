/**
 * Metrics that look at how large the classes are.
 *
 * @module
 */
import type { CompiledLoss, LossContext } from './compiled-loss.ts';

/** `discernability` of the metrics. */
export function compileDiscernability(
  { rows }: LossContext,
  ignoresSuppression: boolean,
): CompiledLoss {
  return {
    boundOf: () => rows,
    boundOfTable({ size, counts }) {
      let sum = 0;
      for (let index = 0; index < size; index += 1) sum += counts[index]! * counts[index]!;
      return sum;
    },
    lossOf({ table: { size, counts }, outliers }) {
      let sum = 0;
      for (let index = 0; index < size; index += 1) {
        const count = counts[index]!;
        sum += count * (outliers[index] === 1 && !ignoresSuppression ? rows : count);
      }
      return sum;
    },
  };
}

/** `average-class-size` of the metrics. */
export function compileAverageClassSize({ rows }: LossContext): CompiledLoss {
  return {
    boundOf: () => 1,
    boundOfTable({ size, counts }) {
      let classes = 0;
      for (let index = 0; index < size; index += 1) classes += counts[index]! > 0 ? 1 : 0;
      return rows / Math.max(1, classes);
    },
    lossOf({ table: { size, counts }, outliers, suppressed }) {
      let classes = suppressed > 0 ? 1 : 0;
      for (let index = 0; index < size; index += 1) {
        if (counts[index]! > 0 && outliers[index] !== 1) classes += 1;
      }
      return rows / Math.max(1, classes);
    },
  };
}
