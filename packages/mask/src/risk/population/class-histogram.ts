/** How many classes there are of each size, and what that adds up to. */
export interface ClassHistogram {
  /** By size: classes. */
  readonly sizes: ReadonlyMap<number, number>;
  /** Rows of the sample. */
  readonly rows: number;
  readonly classes: number;
  /** People in the population, no fewer than rows. */
  readonly population: number;
}
