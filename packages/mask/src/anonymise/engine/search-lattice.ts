/**
 * The search for the transformation that loses least of those that hold, over all levels of all columns.
 *
 * Transformations are walked from the most general down, so that each comes after all that are more general. What fails as a matter of
 * size fails for all that is less general: these are tagged and not looked at (Kohlmayer et al. 2012, Flash; El Emam et al. 2009, OLA).
 * What cannot lose less than the best known is left out too. The classes of a transformation come from those of one that is less general
 * in its last column, and these in turn, column by column: rows are looked at once.
 *
 * @module
 */
import type { CompiledLoss } from '../loss/compiled-loss.ts';
import {
  ClassMerger,
  type ClassTable,
  createClassTable,
  type PackedColumn,
} from './class-table.ts';
import type { TableEvaluation } from './evaluate-table.ts';
import type { LatticeColumn } from './lattice-column.ts';

/** What is searched. */
export interface LatticeProblem {
  readonly columns: readonly LatticeColumn[];
  readonly packed: readonly PackedColumn[];
  readonly base: ClassTable;
  readonly evaluation: TableEvaluation;
  readonly loss: CompiledLoss;
  /** By column: the lowest and the highest level that are tried. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Most transformations that are worked out. */
  readonly maxChecks: number;
}

/** What was found. */
export interface LatticeSolution {
  /** By column; undefined if no transformation was found that holds. */
  readonly levels: readonly number[] | undefined;
  readonly loss: number;
  /** Transformations there are. */
  readonly transformations: number;
  /** Transformations that were worked out. */
  readonly checked: number;
  /** Whether nothing was left out that could lose less. */
  readonly isOptimal: boolean;
}

/** Most transformations of one search: a byte is held for each. */
export const maxTransformations = 2 ** 26;

/** Walks a lattice; one for each search. */
export class LatticeSearch {
  readonly #problem: LatticeProblem;
  /** Columns in the order of the walk: those with most values first, so that what comes later is small. */
  readonly #order: readonly number[];
  readonly #lowest: readonly number[];
  readonly #highest: readonly number[];
  readonly #strides: readonly number[];
  readonly #total: number;
  readonly #fails: Uint8Array;
  readonly #merger = new ClassMerger();
  /** By depth: the classes with the columns up to it generalised to `#atLevels`. */
  readonly #tables: (ClassTable | undefined)[];
  readonly #current: ClassTable[];
  readonly #atLevels: Int32Array;
  readonly #hasValues: Uint8Array;
  #validDepth = -1;
  readonly #levels: Int32Array;
  #best: number[] | undefined;
  #bestLoss = Number.POSITIVE_INFINITY;
  #bestTotal = Number.POSITIVE_INFINITY;
  #checked = 0;
  #isExhausted = false;

  constructor(problem: LatticeProblem) {
    this.#problem = problem;
    const { columns } = problem;
    this.#order = columns
      .map((_, column) => column)
      .sort((a, b) => columns[b]!.sizes[0]! - columns[a]!.sizes[0]!);
    this.#lowest = this.#order.map((column) => problem.ranges[column]![0]);
    this.#highest = this.#order.map((column) => problem.ranges[column]![1]);
    const strides = new Array<number>(columns.length);
    let total = 1;
    for (let depth = columns.length - 1; depth >= 0; depth -= 1) {
      strides[depth] = total;
      total *= this.#highest[depth]! - this.#lowest[depth]! + 1;
    }
    this.#strides = strides;
    this.#total = total;
    this.#fails = new Uint8Array(total);
    this.#tables = new Array<ClassTable | undefined>(columns.length);
    this.#current = new Array<ClassTable>(columns.length);
    this.#atLevels = new Int32Array(columns.length).fill(-1);
    this.#hasValues = new Uint8Array(columns.length);
    this.#levels = new Int32Array(columns.length);
  }

  run(): LatticeSolution {
    this.#dive();
    this.#walk(0, 0);
    return {
      levels: this.#best,
      loss: this.#bestLoss,
      transformations: this.#total,
      checked: this.#checked,
      isOptimal: !this.#isExhausted,
    };
  }

  /** Classes of the columns up to a depth, generalised; those before are made first. */
  #tableAt(depth: number, needsValues: boolean): ClassTable {
    if (depth < 0) return this.#problem.base;
    const level = this.#levels[this.#order[depth]!]!;
    if (depth <= this.#validDepth && this.#atLevels[depth] === level) {
      if (!needsValues || this.#hasValues[depth] === 1) return this.#current[depth]!;
    }
    const from = this.#tableAt(depth - 1, needsValues);
    this.#atLevels[depth] = level;
    this.#validDepth = depth;
    this.#hasValues[depth] = needsValues ? 1 : 0;
    if (level === 0) {
      this.#current[depth] = from;
      return from;
    }
    const column = this.#order[depth]!;
    const into = this.#tables[depth] ?? createClassTable(this.#problem.base);
    this.#tables[depth] = into;
    const codes = this.#problem.columns[column]!.codes[level]!;
    this.#merger.merge(from, into, this.#problem.packed[column]!, codes);
    if (needsValues) this.#merger.mergeValues(from, into);
    this.#current[depth] = into;
    return into;
  }

  /** Says that the columns from a depth on changed their level. */
  #invalidate(depth: number): void {
    this.#validDepth = Math.min(this.#validDepth, depth - 1);
  }

  /** Whether a transformation is known to fail, by what is one level more general in one column. */
  #isKnownToFail(node: number): boolean {
    if (this.#fails[node] === 1) return true;
    for (let depth = 0; depth < this.#order.length; depth += 1) {
      const level = this.#levels[this.#order[depth]!]!;
      if (level < this.#highest[depth]! && this.#fails[node + this.#strides[depth]!] === 1) {
        this.#fails[node] = 1;
        return true;
      }
    }
    return false;
  }

  /** Works out the transformation to `#levels`. */
  #check(node: number): boolean {
    if (this.#checked >= this.#problem.maxChecks) {
      this.#isExhausted = true;
      return false;
    }
    this.#checked += 1;
    const { evaluation } = this.#problem;
    const last = this.#order.length - 1;
    let table = this.#tableAt(last, false);
    if (evaluation.judgeSizes(table) !== undefined) {
      this.#fails[node] = 1;
      return false;
    }
    if (evaluation.needsValues) {
      // A hair above, for sums in another order may differ by as much.
      const enough = this.#bestLoss * (1 + 1e-12);
      if (evaluation.boundBySizes(this.#levels, table, enough) > enough) return false;
      table = this.#tableAt(last, true);
    }
    const verdict = evaluation.judge(table, this.#levels);
    if (verdict !== 'holds') {
      if (verdict === 'fails-below') this.#fails[node] = 1;
      return false;
    }
    const found = evaluation.lossOf(this.#levels, table, this.#bestLoss);
    const total = this.#levels.reduce((sum, level) => sum + level, 0);
    // Of two that lose alike, the one that generalises less.
    if (found < this.#bestLoss || (found === this.#bestLoss && total < this.#bestTotal)) {
      this.#bestLoss = found;
      this.#bestTotal = total;
      this.#best = [...this.#levels];
    }
    return true;
  }

  #walk(depth: number, prefix: number): void {
    const column = this.#order[depth]!;
    const isLast = depth === this.#order.length - 1;
    const lowest = this.#lowest[depth]!;
    for (let level = this.#highest[depth]!; level >= lowest && !this.#isExhausted; level -= 1) {
      this.#levels[column] = level;
      this.#invalidate(depth);
      const node = prefix + (level - lowest) * this.#strides[depth]!;
      if (isLast) {
        if (this.#isKnownToFail(node)) continue;
        if (this.#problem.loss.boundOf(this.#levels) > this.#bestLoss) continue;
        this.#check(node);
      } else if (!this.#canSkip(depth, node)) {
        this.#walk(depth + 1, node);
      }
    }
    this.#levels[column] = lowest;
    this.#invalidate(depth);
  }

  /** Whether nothing with the levels up to a depth can hold, or none can lose less than the best. */
  #canSkip(depth: number, node: number): boolean {
    const { loss } = this.#problem;
    for (let after = depth + 1; after < this.#order.length; after += 1) {
      this.#levels[this.#order[after]!] = this.#highest[after]!;
    }
    const end = node + this.#strides[depth]!;
    const fails = this.#isKnownToFail(end - 1);
    for (let after = depth + 1; after < this.#order.length; after += 1) {
      this.#levels[this.#order[after]!] = this.#lowest[after]!;
    }
    if (fails) {
      this.#fails.fill(1, node, end);
      return true;
    }
    if (loss.boundOf(this.#levels) > this.#bestLoss) return true;
    if (loss.boundOfTable === undefined || this.#best === undefined) return false;
    return loss.boundOfTable(this.#tableAt(depth, false)) > this.#bestLoss;
  }

  /** A first good solution: along some paths from the top to the bottom, the least general that holds. */
  #dive(): void {
    const { columns, loss, ranges } = this.#problem;
    for (let first = -1; first < columns.length; first += 1) {
      const levels = ranges.map(([, highest]) => highest);
      const canFall = (column: number) => levels[column]! > ranges[column]![0];
      const path = [[...levels]];
      const lower = (column: number) => {
        levels[column]! -= 1;
        path.push([...levels]);
      };
      if (first >= 0) while (canFall(first)) lower(first);
      while (columns.some((_, column) => canFall(column))) {
        let next = -1;
        let least = Number.POSITIVE_INFINITY;
        for (let column = 0; column < columns.length; column += 1) {
          if (!canFall(column)) continue;
          levels[column]! -= 1;
          const bound = loss.boundOf(levels);
          levels[column]! += 1;
          if (bound < least) {
            least = bound;
            next = column;
          }
        }
        lower(next);
      }
      let holds = 0;
      let fails = path.length;
      while (fails - holds > 1) {
        const middle = (holds + fails) >> 1;
        if (this.#checkAt(path[middle]!)) holds = middle;
        else fails = middle;
      }
      if (holds === 0) this.#checkAt(path[0]!);
    }
    this.#levels.set(ranges.map(([lowest]) => lowest));
    this.#invalidate(0);
  }

  #checkAt(levels: readonly number[]): boolean {
    this.#levels.set(levels);
    this.#invalidate(0);
    let node = 0;
    this.#order.forEach((column, depth) => {
      node += (levels[column]! - this.#lowest[depth]!) * this.#strides[depth]!;
    });
    return !this.#isKnownToFail(node) && this.#check(node);
  }
}
