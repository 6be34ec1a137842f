import { GrowingInts } from './growing-ints.ts';

/**
 * Rows as tuples of codes, each different tuple once with how often it came. Memory grows with the number of different tuples.
 *
 * A tuple counts twice: among the rows that are released, and in the population, which holds these and others.
 */
export class TupleStore {
  readonly columns: readonly GrowingInts[];
  readonly #counts = new GrowingInts();
  readonly #population = new GrowingInts();
  #slots = new Int32Array(4096).fill(-1);
  rows = 0;
  populationRows = 0;

  constructor(width: number) {
    this.columns = Array.from({ length: width }, () => new GrowingInts());
  }

  get size(): number {
    return this.#counts.length;
  }

  get counts(): Int32Array {
    return this.#counts.values;
  }

  get population(): Int32Array {
    return this.#population.values;
  }

  /** Counts a tuple; what is not released counts in the population alone. */
  add(tuple: Int32Array, isReleased: boolean): void {
    if (this.size * 2 >= this.#slots.length) this.#grow();
    const mask = this.#slots.length - 1;
    let slot = this.#hash((column) => tuple[column]!) & mask;
    let index = this.#slots[slot]!;
    while (index >= 0 && !this.#equals(index, tuple)) {
      slot = (slot + 1) & mask;
      index = this.#slots[slot]!;
    }
    if (index < 0) {
      index = this.size;
      this.#slots[slot] = index;
      for (let column = 0; column < tuple.length; column += 1) {
        this.columns[column]!.push(tuple[column]!);
      }
      this.#counts.push(0);
      this.#population.push(0);
    }
    this.#population.values[index]! += 1;
    this.populationRows += 1;
    if (!isReleased) return;
    this.#counts.values[index]! += 1;
    this.rows += 1;
  }

  #equals(index: number, tuple: Int32Array): boolean {
    for (let column = 0; column < tuple.length; column += 1) {
      if (this.columns[column]!.values[index] !== tuple[column]) return false;
    }
    return true;
  }

  #hash(codeOf: (column: number) => number): number {
    let hash = 0;
    for (let column = 0; column < this.columns.length; column += 1) {
      hash = Math.imul(hash ^ codeOf(column), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash >>> 0;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let index = 0; index < this.size; index += 1) {
      let slot = this.#hash((column) => this.columns[column]!.values[index]!) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = index;
    }
    this.#slots = slots;
  }
}
