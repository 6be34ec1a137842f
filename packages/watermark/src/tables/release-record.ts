import type { CarrierSpec } from '../marks/carrier-spec.ts';

/** What is known of a column's values, so that it is found again under another name. */
export interface ColumnSketch {
  /** Share of cells that are plain numbers. */
  readonly numeric: number;
  /** Share of cells that are empty. */
  readonly empty: number;
  /** Different values, as far as they were counted. */
  readonly distinct: number;
  /** The number at each sixteenth of the order, for numbers. */
  readonly quantiles?: readonly number[];
  /** Digits behind the point, for numbers. */
  readonly decimals?: number;
  /** Keyed tags of the commonest values with their share. Tags tell nothing without the key. */
  readonly common: readonly (readonly [tag: number, share: number])[];
  /** Mean length of cells. */
  readonly length: number;
}

/** How rare the values of a column are, in bits: the binary logarithm of one by their share. */
export interface ColumnFrequencies {
  /** Keyed tags of the commonest values, as no mark changes them. Tags tell nothing without the key. */
  readonly common: readonly (readonly [tag: number, bits: number])[];
  /** The same for a value that is not among them. */
  readonly rest: number;
}

/** A column as it was when the release was planned. */
export interface RecordColumn {
  /** Its name then. */
  readonly name: string;
  /** How its cells carry marks; columns without it are never touched. */
  readonly carrier?: CarrierSpec;
  /** Why it carries marks or not, in words. */
  readonly reason: string;
  readonly sketch: ColumnSketch;
  /** Mean absolute value, of numbers that carry marks. */
  readonly magnitude?: number;
  /** Of columns that a slot weighs by rarity. */
  readonly frequencies?: ColumnFrequencies;
}

/** One way to find a mark: the target's cell carries it, the anchor's cells and the target's own coarse value tell where. */
export interface MarkSlot {
  /** Index of the column that is marked. */
  readonly target: number;
  /** Indexes of columns that are only read. */
  readonly anchor: readonly number[];
  /** Share of anchors that carry a mark, above 0 to 1. */
  readonly density: number;
  /**
   * Only anchors that are at least so rare carry a mark, in bits, were columns independent; all if left out. A rare anchor is that of few
   * rows, so a mark costs few cells.
   */
  readonly rarity?: number;
}

/** A rule that rows keep; a mark that would break it is not made. */
export type RowConstraint =
  /** The columns sum up to another one, within a tolerance. */
  | {
      readonly kind: 'sum';
      readonly columns: readonly string[];
      readonly total: string;
      readonly tolerance: number;
    }
  /** The cells of a row do not descend, as numbers or as text, in the order of the columns. */
  | { readonly kind: 'order'; readonly columns: readonly string[] };

/**
 * What is made when a table is released, and kept: with the key, marks are found by it in a copy. It holds nothing of the
 * recipients and none of the rows; the sketches say how values are distributed, so it stays with the owner.
 */
export interface ReleaseRecord {
  readonly format: 'yushu-watermark-release';
  readonly version: 1;
  /** Id of the release; its keys are derived by it. */
  readonly release: string;
  /** Rows that the plan was made for. */
  readonly rows: number;
  /** Positions of a recipient's code, a power of two. */
  readonly codeLength: number;
  /** How many colluding recipients the code is made for. */
  readonly colluders: number;
  /** The highest share of cells that may change. */
  readonly budget: number;
  /** The highest drift of a numeric column's mean, as a share of its mean absolute value. */
  readonly meanTolerance: number;
  readonly columns: readonly RecordColumn[];
  readonly slots: readonly MarkSlot[];
  readonly constraints: readonly RowConstraint[];
  /** Different marks that are to be expected in the whole table. */
  readonly expectedMarks: number;
}
