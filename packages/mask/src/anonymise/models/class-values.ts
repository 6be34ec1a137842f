import type { ClassTable, ValueCounts } from '../engine/class-table.ts';

/** The sensitive values of one class: `values` and `counts` from `start` to before `end`. */
export interface ClassValues {
  readonly values: Int32Array;
  readonly counts: Int32Array;
  start: number;
  end: number;
  /** Rows of the class. */
  rows: number;
}

/** Puts the values of each class beside each other. */
export class ValuesByClass {
  #starts = new Int32Array(0);
  #values = new Int32Array(0);
  #counts = new Int32Array(0);
  #view: ClassValues = {
    values: this.#values,
    counts: this.#counts,
    start: 0,
    end: 0,
    rows: 0,
  };
  #table: ClassTable | undefined;

  load(table: ClassTable, pairs: ValueCounts): void {
    if (this.#starts.length <= table.size) this.#starts = new Int32Array(table.size + 1);
    if (this.#values.length < pairs.size) {
      this.#values = new Int32Array(pairs.size);
      this.#counts = new Int32Array(pairs.size);
      this.#view = { ...this.#view, values: this.#values, counts: this.#counts };
    }
    const starts = this.#starts;
    starts.fill(0, 0, table.size + 1);
    for (let index = 0; index < pairs.size; index += 1) starts[pairs.classes[index]! + 1]! += 1;
    for (let index = 0; index < table.size; index += 1) starts[index + 1]! += starts[index]!;
    const next = starts.slice(0, table.size);
    for (let index = 0; index < pairs.size; index += 1) {
      const at = next[pairs.classes[index]!]!;
      next[pairs.classes[index]!] = at + 1;
      this.#values[at] = pairs.values[index]!;
      this.#counts[at] = pairs.counts[index]!;
    }
    this.#table = table;
  }

  of(index: number): ClassValues {
    const view = this.#view;
    view.start = this.#starts[index]!;
    view.end = this.#starts[index + 1]!;
    view.rows = this.#table!.counts[index]!;
    return view;
  }
}
