import type { UniquenessEstimator } from '../../risk/population/estimate-population-uniqueness.ts';
import type { CostBenefit } from './cost-benefit.ts';

/**
 * What must hold of every class of a released table.
 *
 * `column` is a sensitive column; its share in the table is that of all rows, before any is suppressed.
 */
export type PrivacyModel =
  /** At least `k` rows in each class (Samarati and Sweeney 1998). */
  | { readonly model: 'k-anonymity'; readonly k: number }
  /** At least `k` rows of the population in each class (Sweeney 2002); see `addToPopulation`. */
  | {
      readonly model: 'k-map';
      readonly k: number;
      /**
       * Where the population is not there: the rows that a class must have are estimated (El Emam and Dankar 2008), so that it has fewer than
       * `k` people with a probability of at most `significance`, 0.01 by default.
       */
      readonly estimate?: {
        readonly populationSize: number;
        readonly significance?: number;
        /** `zero-truncated-poisson` by default. */
        readonly estimator?: 'poisson' | 'zero-truncated-poisson';
      };
    }
  /** At least `l` different values in each class (Machanavajjhala et al. 2007). */
  | { readonly model: 'distinct-l-diversity'; readonly column: string; readonly l: number }
  /** The entropy of the values of each class is at least log(`l`) (Machanavajjhala et al. 2007, definition 4.1). */
  | {
      readonly model: 'entropy-l-diversity';
      readonly column: string;
      readonly l: number;
      /** `shannon` by default; `grassberger` takes most of the bias of small classes out (Grassberger 2003). */
      readonly estimator?: 'shannon' | 'grassberger';
    }
  /** The most frequent value is rarer than `c` times all but the `l` − 1 most frequent (the same, definition 4.2). */
  | {
      readonly model: 'recursive-cl-diversity';
      readonly column: string;
      readonly c: number;
      readonly l: number;
    }
  /** The values of each class are no further than `t`, 0 to 1, from those of the table (Li et al. 2007). */
  | {
      readonly model: 't-closeness';
      readonly column: string;
      readonly t: number;
      /** How far values are from each other: all as far, by their rank, or by how high their branches meet. `equal` by default. */
      readonly distance?: 'equal' | 'ordered' | 'hierarchical';
      /** Values in order, for `ordered`. By default numbers by size, other text by its UTF-16 code units. */
      readonly order?: readonly string[];
      /** For `hierarchical`: one row for each value, the value first, up to one root that all share. */
      readonly hierarchy?: readonly (readonly string[])[];
    }
  /** No value gains more than `beta` times its share in the table (Cao and Karras 2012); `enhanced` limits it by −ln(share) too. */
  | {
      readonly model: 'beta-likeness';
      readonly column: string;
      readonly beta: number;
      readonly isEnhanced?: boolean;
    }
  /** |ln(share in the class / share in the table)| of each value is below `delta` (Brickell and Shmatikov 2008). */
  | { readonly model: 'delta-disclosure'; readonly column: string; readonly delta: number }
  /** The part of each class of the population that is released lies from `min` to `max` (Nergiz et al. 2007). */
  | { readonly model: 'delta-presence'; readonly min: number; readonly max: number }
  /** At most this part of the rows is alone in its class. */
  | { readonly model: 'uniqueness'; readonly max: number }
  /** At most this part of a population of so many people is alone in its class, as the table says as a sample of it. */
  | {
      readonly model: 'population-uniqueness';
      readonly max: number;
      readonly populationSize: number;
      /** `by-sample` by default. */
      readonly estimator?: UniquenessEstimator;
    }
  /** The prosecutor risk on average, classes / rows, is at most this. */
  | { readonly model: 'average-risk'; readonly max: number }
  /**
   * (ε, δ)-differential privacy by sampling and k-anonymity (Li, Qardaji and Su 2012; SafePub, Bild et al. 2018), ε 0.001 to 5. Each row is
   * taken by chance, and classes must have the rows that ε and δ ask for. It stands alone; each column has one level, given by `levels`, and
   * no hierarchy is `auto`, for what is chosen by the data tells of the data. As many rows are left out as must be.
   */
  | { readonly model: 'differential-privacy'; readonly epsilon: number; readonly delta: number }
  /**
   * The publisher earns by each row more than an attack on it costs (Wan et al. 2015); with `deters`, it pays no attacker to look for one.
   */
  | (CostBenefit & {
      readonly model: 'profitability';
      readonly deters?: boolean;
      /** Whether who attacks knows that someone is among the rows, or in the population alone; `prosecutor` by default. */
      readonly attacker?: 'prosecutor' | 'journalist';
    });
