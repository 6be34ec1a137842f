import { parseUnits } from '../marks/number-carrier.ts';

/** So many different values of a column are counted. */
const mostDistinct = 1 << 17;

/** Digits behind the point that a number may have. */
const mostDecimals = 9;

/** What is counted of a column while a release is planned. */
export interface ColumnStatistics {
  readonly cells: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  readonly empty: number;
  /** Share of cells with content that are plain numbers. */
  readonly numeric: number;
  readonly decimals: number;
  readonly sorted: readonly number[];
  readonly mean: number;
  readonly deviation: number;
  /** The most that all numbers are multiples of, in units of the last digit. */
  readonly step: number;
}

const gcd = (a: number, b: number): number => {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y > 0) [x, y] = [y, x % y];
  return x;
};

const decimalsOf = (cell: string) => {
  const point = cell.indexOf('.');
  return point < 0 ? 0 : cell.length - point - 1;
};

/** Looks at the cells of a column. */
export function readStatistics(cells: readonly string[]): ColumnStatistics {
  const counts = new Map<string, number>();
  let empty = 0;
  let decimals = 0;
  const numbers: number[] = [];
  for (const cell of cells) {
    if (cell === '') empty += 1;
    const known = counts.get(cell);
    if (known !== undefined || counts.size < mostDistinct) counts.set(cell, (known ?? 0) + 1);
    const own = decimalsOf(cell);
    if (own > mostDecimals || Number.isNaN(parseUnits(cell, own))) continue;
    numbers.push(Number(cell));
    decimals = Math.max(decimals, own);
  }
  const sorted = Float64Array.from(numbers).sort();
  const mean = numbers.reduce((sum, one) => sum + one, 0) / (numbers.length || 1);
  const square = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  let step = 0;
  for (const cell of counts.keys()) {
    const units = parseUnits(cell, decimals);
    if (!Number.isNaN(units)) step = gcd(step, units);
    if (step === 1) break;
  }
  return {
    cells,
    counts,
    empty,
    numeric: numbers.length / (cells.length - empty || 1),
    decimals,
    sorted: [...sorted],
    mean,
    deviation: Math.sqrt(square / (numbers.length || 1)),
    step: step || 1,
  };
}
