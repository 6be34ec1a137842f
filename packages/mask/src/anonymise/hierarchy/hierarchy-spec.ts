/** Steps of a date hierarchy, from fine to coarse. */
export type DateStep = 'month' | 'quarter' | 'half' | 'year' | 'decade';

/** A tree of categories: branches by name, leaves as lists; every leaf at the same depth. */
export interface CategoryTree {
  readonly [branch: string]: CategoryTree | readonly string[];
}

/**
 * A generalisation hierarchy as data. Level 0 is the value as it is; all but `table` end with a level at which everything is `*`.
 *
 * An absent value (`null`, `undefined`, the empty text) stays absent up to the last level, where it is as all others are.
 */
export type HierarchySpec =
  /** One row for each value: the value, then what it becomes at level 1, 2 and so on. */
  | { readonly type: 'table'; readonly rows: readonly (readonly string[])[] }
  /** Ranges of numbers, such as `30-40`, which holds 30 and not 40; each width a multiple of the one before. */
  | {
      readonly type: 'intervals';
      readonly widths: readonly number[];
      /** Values below it become `<bottom` from level 1 on. */
      readonly bottom?: number;
      /** Values from it on become `≥top` from level 1 on. */
      readonly top?: number;
    }
  /** The first characters, so many at level 1, fewer at each next; each further character becomes `*`. */
  | { readonly type: 'prefix'; readonly keep: readonly number[] }
  /** ISO 8601 dates, with or without a time of day, to `2024-03`, `2024-Q1`, `2024-H1`, `2024` or `2020s`. */
  | { readonly type: 'dates'; readonly steps: readonly DateStep[] }
  /** Branches of a tree, such as `{ 华东: { 浙江省: ['杭州市', '宁波市'] } }`. */
  | { readonly type: 'categories'; readonly tree: CategoryTree }
  /** Nothing between the value and `*`. */
  | { readonly type: 'suppression' };
