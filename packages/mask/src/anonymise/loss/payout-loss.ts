import { type CostBenefit, checkCostBenefit, publisherPayout } from '../models/cost-benefit.ts';
import { compileClassInformation } from './class-information.ts';
import { compileEntropyBasedLoss } from './column-losses.ts';
import type { CompiledLoss, LossContext } from './compiled-loss.ts';

/** `publisher-payout` of the metrics. */
export function compilePayoutLoss(
  context: LossContext,
  given: CostBenefit,
  isJournalist: boolean,
): CompiledLoss {
  const terms = checkCostBenefit(given);
  const information = compileEntropyBasedLoss(context);
  const lossOfClass = compileClassInformation(context.columns, context.packed);
  return {
    lossOfClass,
    // Without an attack, what is lost is the benefit of what the values lost.
    boundOf: (levels) => terms.publisherBenefit * information.boundOf(levels) * (1 - 1e-12),
    lossOf({ table, outliers, levels }) {
      const { size, counts, population } = table;
      let sum = 0;
      for (let index = 0; index < size; index += 1) {
        const rows = counts[index]!;
        if (rows === 0) continue;
        const seen = isJournalist ? (population?.[index] ?? rows) : rows;
        const payout =
          outliers[index] === 1
            ? 0
            : publisherPayout(terms, lossOfClass(table, index, levels), 1 / seen);
        sum += rows * (terms.publisherBenefit - payout);
      }
      return sum;
    },
  };
}
