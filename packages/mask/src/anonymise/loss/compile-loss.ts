import { optionError } from '../../check-options.ts';
import { compileAverageClassSize, compileDiscernability } from './class-losses.ts';
import {
  compileEntropyBasedLoss,
  compileEntropyLoss,
  compileHeightLoss,
  compilePrecisionLoss,
  compileShareLoss,
} from './column-losses.ts';
import type { CompiledLoss, LossContext } from './compiled-loss.ts';
import type { Aggregate, LossMetric } from './loss-metric.ts';
import { compilePayoutLoss } from './payout-loss.ts';

const aggregates: readonly Aggregate[] = ['geometric-mean', 'arithmetic-mean', 'sum', 'maximum'];

function checkAggregate(value: unknown, byDefault: Aggregate): Aggregate {
  if (value === undefined) return byDefault;
  if (aggregates.includes(value as Aggregate)) return value as Aggregate;
  throw optionError('aggregate', `one of ${aggregates.join(', ')}`);
}

/** A metric, ready to be asked. */
export function compileLoss(metric: LossMetric, context: LossContext): CompiledLoss {
  switch (metric.metric) {
    case 'loss': {
      const suppression = metric.suppression ?? 0.5;
      if (!(suppression >= 0 && suppression <= 1)) {
        throw optionError('suppression', 'a number from 0 to 1');
      }
      return compileShareLoss(
        context,
        suppression,
        checkAggregate(metric.aggregate, 'geometric-mean'),
      );
    }
    case 'entropy':
      return compileEntropyLoss(
        context,
        checkAggregate(metric.aggregate, 'sum'),
        metric.ignoresSuppression === true,
      );
    case 'precision':
      return compilePrecisionLoss(context, checkAggregate(metric.aggregate, 'arithmetic-mean'));
    case 'discernability':
      return compileDiscernability(context, metric.ignoresSuppression === true);
    case 'average-class-size':
      return compileAverageClassSize(context);
    case 'height':
      return compileHeightLoss(context);
    case 'entropy-based-loss':
      return compileEntropyBasedLoss(context);
    case 'publisher-payout':
      return compilePayoutLoss(context, metric, metric.attacker === 'journalist');
    default:
      throw optionError('metric', 'a metric that this version knows');
  }
}
