import type { CostBenefit } from '../models/cost-benefit.ts';

/** How columns are put together to one figure. */
export type Aggregate = 'geometric-mean' | 'arithmetic-mean' | 'sum' | 'maximum';

/** What a transformation costs; the search looks for the least. */
export type LossMetric =
  /**
   * The part of its domain that each value now stands for, 0 to 1 (Iyengar 2002). `suppression` weighs suppressed rows against general
   * values, 0 to 1: 0.5 by default; the nearer to 0, the cheaper suppression is.
   */
  | { readonly metric: 'loss'; readonly suppression?: number; readonly aggregate?: Aggregate }
  /** Non-uniform entropy in bits (De Waal and Willenborg 1999; Gionis and Tassa 2009). */
  | {
      readonly metric: 'entropy';
      readonly aggregate?: Aggregate;
      /** Leaves suppressed rows out of the figure. */
      readonly ignoresSuppression?: boolean;
    }
  /** Levels as parts of the heights (Sweeney 2002); a suppressed row counts as generalised to the top. */
  | { readonly metric: 'precision'; readonly aggregate?: Aggregate }
  /** Sum of the squares of class sizes (Bayardo and Agrawal 2005): a suppressed row counts as large as the table. */
  | { readonly metric: 'discernability'; readonly ignoresSuppression?: boolean }
  /** Rows by classes (LeFevre et al. 2006); all suppressed rows are one class. */
  | { readonly metric: 'average-class-size' }
  /** Sum of the levels. */
  | { readonly metric: 'height' }
  /** Sum over the rows of the entropy that general values lose, 0 to 1 for each row (Wan et al. 2015). */
  | { readonly metric: 'entropy-based-loss' }
  /** What the publisher does not earn: of each row its benefit, less its payout (Wan et al. 2015). */
  | (CostBenefit & {
      readonly metric: 'publisher-payout';
      /** As in the model `profitability`; `prosecutor` by default. */
      readonly attacker?: 'prosecutor' | 'journalist';
    });
