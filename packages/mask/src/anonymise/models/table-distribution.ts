/** A sensitive column as the models see it. */
export interface TableDistribution {
  readonly name: string;
  /** By code: the value. */
  readonly values: readonly string[];
  /** By code: its part of all rows to be released, 0 to 1. */
  readonly shares: Float64Array;
}
