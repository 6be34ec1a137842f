import type { ClassTable, PackedColumn } from '../engine/class-table.ts';
import type { LatticeColumn } from '../engine/lattice-column.ts';

/** What a metric needs to know of the data. */
export interface LossContext {
  readonly columns: readonly LatticeColumn[];
  readonly packed: readonly PackedColumn[];
  /** By column, by value: rows to be released. */
  readonly marginals: readonly Float64Array[];
  /** Rows to be released. */
  readonly rows: number;
}

/** A transformation that was worked out. */
export interface Transformed {
  readonly levels: ArrayLike<number>;
  readonly table: ClassTable;
  /** By class: 1 if its rows are suppressed. */
  readonly outliers: Uint8Array;
  /** The classes whose rows are suppressed, as many as `outlyingSize` says. */
  readonly outlying: Int32Array;
  readonly outlyingSize: number;
  /** Rows that are suppressed. */
  readonly suppressed: number;
}

/** A loss metric, ready to be asked. */
export interface CompiledLoss {
  /** No transformation to these levels or above them loses less; known without looking at rows. */
  boundOf(levels: ArrayLike<number>): number;
  /** No transformation of these classes, however general, loses less. */
  boundOfTable?(table: ClassTable): number;
  /** Whether what is lost can but grow with each further row that is suppressed. */
  readonly growsWithSuppression?: boolean;
  /** What a class loses, as far as classes differ in that: of two as large, that which lost least is suppressed first. */
  lossOfClass?(table: ClassTable, index: number, levels: ArrayLike<number>): number;
  /** What is lost; where it is more than `enough`, any figure from that on. */
  lossOf(transformed: Transformed, enough: number): number;
}
