/** Four bins for each doubling, up to 2³². */
const binsPerDoubling = 4;
const binCount = 128;
/** Statistics are taken anew after so many changes. */
const refreshAfter = 64;

/**
 * How a figure is spread over a population, on a logarithmic scale, while its members come, grow and go. Median and spread come from
 * quantiles, which a few outliers cannot move.
 */
export class LogHistogram {
  private readonly bins = new Uint32Array(binCount);
  private members = 0;
  private changes = refreshAfter;
  private limit = Number.POSITIVE_INFINITY;
  private limitFor = Number.NaN;

  /** Bin of a value of 1 or more; 0 stands for none. */
  static binOf(value: number): number {
    if (!(value >= 1)) return 0;
    return Math.min(binCount - 1, 1 + Math.floor(Math.log2(value) * binsPerDoubling));
  }

  /** Members at the moment. */
  get size(): number {
    return this.members;
  }

  /** Bytes that it takes. */
  get byteLength(): number {
    return this.bins.byteLength;
  }

  /** A member went from one bin to another. */
  move(from: number, to: number): void {
    if (from === to) return;
    if (from > 0 && this.bins[from]! > 0) {
      this.bins[from]! -= 1;
      this.members -= 1;
    }
    if (to > 0) {
      this.bins[to]! += 1;
      this.members += 1;
    }
    this.changes += 1;
  }

  /**
   * The value that is `deviations` above the median, for a log-normal population: where the spread is taken between the median and
   * the 84 % and 95 % quantiles, whichever is wider, and is half a doubling at least. Infinite where there are fewer than `least` members.
   */
  upperLimit(deviations: number, least: number): number {
    if (this.members < least) return Number.POSITIVE_INFINITY;
    if (this.changes >= refreshAfter || this.limitFor !== deviations) {
      this.changes = 0;
      this.limitFor = deviations;
      const middle = this.quantile(0.5);
      const spread = Math.max(
        2,
        this.quantile(0.841) - middle,
        (this.quantile(0.95) - middle) / 1.645,
      );
      this.limit = 2 ** ((middle + deviations * spread) / binsPerDoubling);
    }
    return this.limit;
  }

  /** The upper edge, in bins, of the bin in which a quantile lies. */
  private quantile(share: number): number {
    let left = share * this.members;
    for (let bin = 1; bin < binCount; bin += 1) {
      left -= this.bins[bin]!;
      if (left <= 0) return bin;
    }
    return binCount;
  }
}
