/**
 * Count-min sketch with conservative update: G. Cormode, S. Muthukrishnan (2005); C. Estan, G. Varghese (2002). An estimate is never too
 * low, and too high by more than e ÷ width × total with a probability of at most e^−depth.
 */
export class CountMin {
  private readonly cells: Float64Array;
  private readonly width: number;
  private readonly depth: number;
  /** Sum of all that was added. */
  total = 0;

  /** `width` is a power of two. */
  constructor(width: number, depth: number) {
    this.width = width;
    this.depth = depth;
    this.cells = new Float64Array(width * depth);
  }

  /** Bytes that it takes. */
  get byteLength(): number {
    return this.cells.byteLength;
  }

  /** By how much an estimate may be too high. */
  get errorBound(): number {
    return (Math.E / this.width) * this.total;
  }

  /** Adds to what a hash stands for, and gives the estimate. */
  add(high: number, low: number, amount: number): number {
    const sum = this.estimate(high, low) + amount;
    this.total += amount;
    for (let row = 0; row < this.depth; row += 1) {
      const at = this.place(row, high, low);
      if (this.cells[at]! < sum) this.cells[at] = sum;
    }
    return sum;
  }

  estimate(high: number, low: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let row = 0; row < this.depth; row += 1) {
      least = Math.min(least, this.cells[this.place(row, high, low)]!);
    }
    return least;
  }

  /** Forgets everything. */
  clear(): void {
    this.total = 0;
    this.cells.fill(0);
  }

  /** Two hashes make all rows: A. Kirsch, M. Mitzenmacher, "Less hashing, same performance" (2006). */
  private place(row: number, high: number, low: number): number {
    return row * this.width + (((high + Math.imul(row, low | 1)) >>> 0) & (this.width - 1));
  }
}
