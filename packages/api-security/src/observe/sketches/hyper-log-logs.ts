/** Constant of bias for 64 registers and fewer: Flajolet, Fusy, Gandouet, Meunier, "HyperLogLog" (2007), figure 3. */
const bias = (registers: number): number =>
  registers <= 16 ? 0.673 : registers <= 32 ? 0.697 : 0.709;

/** 2⁻ʳ by r. */
const powers = Float64Array.from({ length: 64 }, (_, rank) => 2 ** -rank);

/**
 * A fixed number of HyperLogLog counters side by side, each with the same few registers. The relative standard error of one is
 * 1.04 ÷ √registers: 18 % for 32. Small counts are taken from the registers that are still empty, and are nearly exact.
 */
export class HyperLogLogs {
  private readonly registers: Uint8Array;
  private readonly size: number;

  /** `size` is a power of two from 16 to 64. */
  constructor(count: number, size: 16 | 32 | 64) {
    this.size = size;
    this.registers = new Uint8Array(count * size);
  }

  /** Bytes that it takes. */
  get byteLength(): number {
    return this.registers.byteLength;
  }

  /** Whether a counter changed by one more hash. */
  add(counter: number, high: number, low: number): boolean {
    const at = counter * this.size + (high & (this.size - 1));
    const rank = 1 + Math.clz32(low);
    if (this.registers[at]! >= rank) return false;
    this.registers[at] = rank;
    return true;
  }

  estimate(counter: number): number {
    const { size, registers } = this;
    const start = counter * size;
    let sum = 0;
    let empty = 0;
    for (let at = start; at < start + size; at += 1) {
      const rank = registers[at]!;
      sum += powers[rank]!;
      if (rank === 0) empty += 1;
    }
    const raw = (bias(size) * size * size) / sum;
    // Linear counting: the same paper, section 4.
    return raw <= 2.5 * size && empty > 0 ? size * Math.log(size / empty) : raw;
  }

  clear(counter: number): void {
    this.registers.fill(0, counter * this.size, (counter + 1) * this.size);
  }
}
