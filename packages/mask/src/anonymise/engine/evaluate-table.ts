import type { CompiledLoss } from '../loss/compiled-loss.ts';
import { ValuesByClass } from '../models/class-values.ts';
import type { CompiledModel, SizeCheck, TableCheck, ValueCheck } from '../models/compiled-model.ts';
import type { ClassTable } from './class-table.ts';

/** Whether a transformation is as it must be. */
export type Verdict =
  /** It is. */
  | 'holds'
  /** It is not, and no transformation that is less general can be. */
  | 'fails-below'
  /** It is not. */
  | 'fails';

/** Judges classes by models; holds what is used again and again. */
export class TableEvaluation {
  /** By class: 1 if its rows are suppressed. Filled by {@link judge} where it holds. */
  outliers = new Uint8Array(0);
  suppressed = 0;
  #outlying = new Int32Array(0);
  #outlyingSize = 0;
  readonly #presences: readonly NonNullable<SizeCheck['presence']>[];
  readonly #values: readonly ValueCheck[];
  readonly #tables: readonly TableCheck[];
  readonly #leastRows: number;
  readonly #leastPopulation: number;
  readonly #byClass: readonly ValuesByClass[];
  readonly #valueColumns: readonly number[];
  readonly #maxSuppressed: number;
  /** Whether what fails fails for all that is less general. */
  readonly #isMonotone: boolean;
  readonly #isNested: boolean;

  constructor(
    models: readonly CompiledModel[],
    sensitiveColumns: number,
    maxSuppressed: number,
    isNested: boolean,
  ) {
    const sizes = models.filter((model) => model.kind === 'size');
    this.#values = models.filter((model) => model.kind === 'values');
    this.#tables = models.filter((model) => model.kind === 'table');
    this.#presences = sizes.flatMap(({ presence }) => presence ?? []);
    this.#leastRows = Math.max(1, ...[...sizes, ...this.#values].map(({ leastRows }) => leastRows));
    this.#leastPopulation = Math.max(1, ...sizes.map(({ leastPopulation }) => leastPopulation));
    this.#valueColumns = [...new Set(this.#values.map(({ column }) => column))];
    this.#byClass = Array.from({ length: sensitiveColumns }, () => new ValuesByClass());
    this.#maxSuppressed = maxSuppressed;
    // Without suppression, classes that hold make classes that hold: each model bounds a convex figure. With it, a class that holds may
    // come to fail by what joins it, except where rows once safe stay safe.
    this.#isNested = isNested;
    this.#isMonotone =
      isNested &&
      (maxSuppressed === 0 ||
        models.every((model) => model.kind !== 'table' && model.staysByRow === true));
  }

  /** Whether sensitive values are looked at. */
  get needsValues(): boolean {
    return this.#values.length > 0;
  }

  /** What can be said by the sizes of classes alone: undefined if nothing against it. */
  judgeSizes({ size, counts, population }: ClassTable): 'fails-below' | undefined {
    if (!this.#isNested) return undefined;
    const least = this.#leastRows;
    let failing = 0;
    for (let index = 0; index < size; index += 1) {
      const rows = counts[index]!;
      if (rows < least) failing += rows;
      else if (population !== undefined && population[index]! < this.#leastPopulation) {
        failing += rows;
      }
    }
    return failing > this.#maxSuppressed ? 'fails-below' : undefined;
  }

  /** Judges what {@link judgeSizes} had nothing against. */
  judge(table: ClassTable): Verdict {
    const failure: Verdict = this.#isMonotone ? 'fails-below' : 'fails';
    if (this.outliers.length < table.size) {
      this.outliers = new Uint8Array(table.size);
      this.#outlying = new Int32Array(table.size);
    }
    for (const column of this.#valueColumns) {
      this.#byClass[column]!.load(table, table.sensitive[column]!);
    }
    this.#outlyingSize = 0;
    this.suppressed = 0;
    const { counts, population, size } = table;
    const maxSuppressed = this.#maxSuppressed;
    for (let index = 0; index < size; index += 1) {
      const rows = counts[index]!;
      const others = population === undefined ? rows : population[index]!;
      this.outliers[index] = 0;
      if (rows === 0) {
        // Nobody can be suppressed of whom nothing is released.
        if (!this.#isPresent(0, others)) return failure;
      } else if (!this.#holds(index, rows, others)) {
        this.#suppress(index, rows);
        if (this.suppressed > maxSuppressed) return failure;
      }
    }
    return this.#tables.length === 0 || this.#suppressSmallest(table) ? 'holds' : failure;
  }

  #suppress(index: number, rows: number): void {
    this.outliers[index] = 1;
    this.#outlying[this.#outlyingSize] = index;
    this.#outlyingSize += 1;
    this.suppressed += rows;
  }

  #isPresent(rows: number, population: number): boolean {
    for (const { min, max } of this.#presences) {
      const part = rows / population;
      if (part < min || part > max) return false;
    }
    return true;
  }

  #holds(index: number, rows: number, population: number): boolean {
    if (rows < this.#leastRows || population < this.#leastPopulation) return false;
    if (!this.#isPresent(rows, population)) return false;
    for (const check of this.#values) {
      if (!check.holds(this.#byClass[check.column]!.of(index))) return false;
    }
    return true;
  }

  /** Suppresses the smallest classes, as few as will do, until the models of the whole table hold. */
  #suppressSmallest({ size, counts }: ClassTable): boolean {
    const left: number[] = [];
    for (let index = 0; index < size; index += 1) {
      if (counts[index]! > 0 && this.outliers[index] !== 1) left.push(index);
    }
    left.sort((one, other) => counts[one]! - counts[other]!);
    const holdsFrom = (first: number) => {
      const classesBySize = new Map<number, number>();
      for (let at = first; at < left.length; at += 1) {
        const rows = counts[left[at]!]!;
        classesBySize.set(rows, (classesBySize.get(rows) ?? 0) + 1);
      }
      return this.#tables.every((check) => check.holds(classesBySize));
    };
    // Each class that goes was the worst off: what holds without some of them holds without more.
    let allowed = this.#maxSuppressed - this.suppressed;
    let least = 0;
    let most = 0;
    while (most < left.length && counts[left[most]!]! <= allowed) {
      allowed -= counts[left[most]!]!;
      most += 1;
    }
    if (!holdsFrom(most)) return false;
    while (least < most) {
      const middle = (least + most) >> 1;
      if (holdsFrom(middle)) most = middle;
      else least = middle + 1;
    }
    for (const index of left.slice(0, least)) this.#suppress(index, counts[index]!);
    return true;
  }

  /** What a transformation that holds loses; where it is more than `enough`, any figure from that on. */
  lossOf(loss: CompiledLoss, levels: ArrayLike<number>, table: ClassTable, enough: number): number {
    const transformed = {
      levels,
      table,
      outliers: this.outliers,
      outlying: this.#outlying,
      outlyingSize: this.#outlyingSize,
      suppressed: this.suppressed,
    };
    return loss.lossOf(transformed, enough);
  }
}
