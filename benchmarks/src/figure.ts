/** One figure, as a line of `npm run -s bench` gives it. */
export interface Figure {
  readonly bench: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  /** What ran beside it in the same run. */
  readonly against: string;
  /** `value` ÷ the value of `against`, the median over the rounds. */
  readonly ratio: number;
  /** Median absolute deviation of `ratio` over the rounds. */
  readonly mad: number;
  readonly better: 'more' | 'less';
}

/** Three or four digits that mean something. */
export function roundFigure(value: number): number {
  return Number(value.toPrecision(4));
}
