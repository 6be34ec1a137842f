/** Keeps the mean of a column within a tolerance while its cells are changed one after the other. */
export class MeanKeeper {
  private readonly tolerance: number;
  private readonly planned: number;
  private magnitude = 0;
  private drift = 0;

  /**
   * @param tolerance Share of the mean absolute value that the mean may move by.
   * @param planned The sum of absolute values that the whole table is planned to have: the first rows need not keep its mean alone.
   */
  constructor(tolerance: number, planned: number) {
    this.tolerance = tolerance;
    this.planned = planned;
  }

  /** Takes note of a value of the column. */
  see(value: number): void {
    if (Number.isFinite(value)) this.magnitude += Math.abs(value);
  }

  /** Whether the mean stays near enough if a value is changed by so much. A change that brings it back is always allowed. */
  allows(change: number): boolean {
    const after = Math.abs(this.drift + change);
    return (
      after <= Math.abs(this.drift) ||
      after <= this.tolerance * Math.max(this.magnitude, this.planned)
    );
  }

  /** Takes note of a change. */
  add(change: number): void {
    this.drift += change;
  }
}
