/**
 * What must hold of every class of a released table.
 *
 * `column` is a sensitive column; its share in the table is that of all rows, before any is suppressed.
 */
export type PrivacyModel =
  /** At least `k` rows in each class (Samarati and Sweeney 1998). */
  | { readonly model: 'k-anonymity'; readonly k: number }
  /** At least `k` rows of the population in each class (Sweeney 2002); see `addToPopulation`. */
  | { readonly model: 'k-map'; readonly k: number }
  /** At least `l` different values in each class (Machanavajjhala et al. 2007). */
  | { readonly model: 'distinct-l-diversity'; readonly column: string; readonly l: number }
  /** The entropy of the values of each class is at least log(`l`) (Machanavajjhala et al. 2007, definition 4.1). */
  | { readonly model: 'entropy-l-diversity'; readonly column: string; readonly l: number }
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
  /** The prosecutor risk on average, classes / rows, is at most this. */
  | { readonly model: 'average-risk'; readonly max: number };
