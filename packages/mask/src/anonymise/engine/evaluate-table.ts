import type { ClassInformation } from '../loss/class-information.ts';
import type { CompiledLoss } from '../loss/compiled-loss.ts';
import { ValuesByClass } from '../models/class-values.ts';
import type {
  ClassCheck,
  CompiledModel,
  SizeCheck,
  TableCheck,
  ValueCheck,
} from '../models/compiled-model.ts';
import type { ClassTable } from './class-table.ts';

/** Whether a transformation is as it must be. */
export type Verdict =
  /** It is. */
  | 'holds'
  /** It is not, and no transformation that is less general can be. */
  | 'fails-below'
  /** It is not. */
  | 'fails';

/** What models are asked about. */
export interface EvaluationContext {
  readonly sensitiveColumns: number;
  /** Most rows that may be left out. */
  readonly maxSuppressed: number;
  /** Whether classes only grow where levels rise. */
  readonly isNested: boolean;
  readonly loss: CompiledLoss;
  readonly informationOf: ClassInformation;
}

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
  readonly #classes: readonly ClassCheck[];
  readonly #informationOf: ClassInformation;
  readonly #loss: CompiledLoss;
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
    { sensitiveColumns, maxSuppressed, isNested, loss, informationOf }: EvaluationContext,
  ) {
    const sizes = models.filter((model) => model.kind === 'size');
    this.#values = models.filter((model) => model.kind === 'values');
    this.#tables = models.filter((model) => model.kind === 'table');
    this.#classes = models.filter((model) => model.kind === 'class');
    this.#loss = loss;
    this.#informationOf = informationOf;
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
      models.every((model) => {
        if (model.kind === 'class') return false;
        return model.kind === 'table'
          ? model.isMonotone && maxSuppressed === 0
          : model.staysByRow || maxSuppressed === 0;
      });
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

  /**
   * What a transformation loses at least, by the rows whose class is too small: known before the sensitive values are looked at. Where it is
   * more than `enough`, any figure from that on.
   */
  boundBySizes(levels: ArrayLike<number>, table: ClassTable, enough: number): number {
    if (this.#loss.growsWithSuppression !== true || this.#leastRows === 1) return 0;
    this.#clear(table);
    for (let index = 0; index < table.size; index += 1) {
      const rows = table.counts[index]!;
      this.outliers[index] = 0;
      if (rows > 0 && rows < this.#leastRows) this.#suppress(index, rows);
    }
    return this.lossOf(levels, table, enough);
  }

  /** Nothing is suppressed yet, and there is room for what will be. */
  #clear(table: ClassTable): void {
    if (this.outliers.length < table.size) {
      this.outliers = new Uint8Array(table.size);
      this.#outlying = new Int32Array(table.size);
    }
    this.#outlyingSize = 0;
    this.suppressed = 0;
  }

  /** Judges what {@link judgeSizes} had nothing against. */
  judge(table: ClassTable, levels: ArrayLike<number>): Verdict {
    const failure: Verdict = this.#isMonotone ? 'fails-below' : 'fails';
    this.#clear(table);
    for (const column of this.#valueColumns) {
      this.#byClass[column]!.load(table, table.sensitive[column]!);
    }
    const { counts, population, size } = table;
    const maxSuppressed = this.#maxSuppressed;
    for (let index = 0; index < size; index += 1) {
      const rows = counts[index]!;
      const others = population === undefined ? rows : population[index]!;
      this.outliers[index] = 0;
      if (rows === 0) {
        // Nobody can be suppressed of whom nothing is released.
        if (!this.#isPresent(0, others)) return failure;
      } else if (!this.#holds(table, index, levels, others)) {
        this.#suppress(index, rows);
        if (this.suppressed > maxSuppressed) return failure;
      }
    }
    return this.#tables.length === 0 || this.#suppressSmallest(table, levels) ? 'holds' : failure;
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

  #holds(table: ClassTable, index: number, levels: ArrayLike<number>, population: number): boolean {
    const rows = table.counts[index]!;
    if (rows < this.#leastRows || population < this.#leastPopulation) return false;
    if (!this.#isPresent(rows, population)) return false;
    for (const check of this.#values) {
      if (!check.holds(this.#byClass[check.column]!.of(index))) return false;
    }
    for (const check of this.#classes) {
      if (!check.holds(rows, population, this.#informationOf(table, index, levels))) return false;
    }
    return true;
  }

  /** Suppresses the smallest classes, as few as will do, until the models of the whole table hold. */
  #suppressSmallest(table: ClassTable, levels: ArrayLike<number>): boolean {
    const { size, counts } = table;
    // Classes by size; those of one size follow each other from `start` on, and `rows` are in those before.
    const runs = new Map<number, { start: number; rows: number; count: number }>();
    let classes = 0;
    for (let index = 0; index < size; index += 1) {
      if (counts[index]! === 0 || this.outliers[index] === 1) continue;
      const run = runs.get(counts[index]!);
      if (run === undefined) runs.set(counts[index]!, { start: 0, rows: 0, count: 1 });
      else run.count += 1;
      classes += 1;
    }
    const sizes = [...runs.keys()].sort((one, other) => one - other);
    let start = 0;
    let rows = 0;
    for (const each of sizes) {
      const run = runs.get(each)!;
      run.start = start;
      run.rows = rows;
      start += run.count;
      rows += each * run.count;
    }
    const rowsBefore = (first: number) => {
      const each = sizes.findLast((candidate) => runs.get(candidate)!.start <= first);
      const run = each === undefined ? undefined : runs.get(each)!;
      return run === undefined ? 0 : run.rows + each! * Math.min(run.count, first - run.start);
    };
    const holdsFrom = (first: number) => {
      const classesBySize = new Map<number, number>();
      for (const each of sizes) {
        const run = runs.get(each)!;
        const left = run.start + run.count - Math.max(first, run.start);
        if (left > 0) classesBySize.set(each, left);
      }
      return this.#tables.every((check) => check.holds(classesBySize));
    };
    const allowed = this.#maxSuppressed - this.suppressed;
    // What holds without some of them mostly holds without more: the first such place is looked for by halves.
    let holds = classes + 1;
    let fails = -1;
    for (let first = 0; holds - fails > 1; first = (fails + holds) >> 1) {
      if (first <= classes && holdsFrom(first)) holds = first;
      else if (rowsBefore(Math.min(first, classes)) > allowed) return false;
      else fails = first;
    }
    if (holds > classes || rowsBefore(holds) > allowed) return false;
    this.#suppressFirst(table, levels, holds, (each) => runs.get(each)!.start);
    return true;
  }

  /** Suppresses so many of the smallest classes; of those of one size the ones that lost least, as ARX does. */
  #suppressFirst(
    table: ClassTable,
    levels: ArrayLike<number>,
    classes: number,
    startOf: (size: number) => number,
  ): void {
    const { size, counts } = table;
    const last: number[] = [];
    let suppressed = 0;
    for (let index = 0; index < size; index += 1) {
      const rows = counts[index]!;
      if (rows === 0 || this.outliers[index] === 1 || startOf(rows) >= classes) continue;
      last.push(index);
    }
    const largest = last.reduce((most, index) => Math.max(most, counts[index]!), 0);
    const partly: number[] = [];
    for (const index of last) {
      if (counts[index] === largest) partly.push(index);
      else {
        this.#suppress(index, counts[index]!);
        suppressed += 1;
      }
    }
    const { lossOfClass } = this.#loss;
    if (lossOfClass !== undefined) {
      const losses = new Map(
        partly.map((index) => [index, lossOfClass(table, index, levels)] as const),
      );
      partly.sort((one, other) => losses.get(one)! - losses.get(other)! || one - other);
    }
    for (const index of partly.slice(0, classes - suppressed)) this.#suppress(index, largest);
  }

  /** What a transformation that holds loses; where it is more than `enough`, any figure from that on. */
  lossOf(levels: ArrayLike<number>, table: ClassTable, enough: number): number {
    const transformed = {
      levels,
      table,
      outliers: this.outliers,
      outlying: this.#outlying,
      outlyingSize: this.#outlyingSize,
      suppressed: this.suppressed,
    };
    return this.#loss.lossOf(transformed, enough);
  }
}
