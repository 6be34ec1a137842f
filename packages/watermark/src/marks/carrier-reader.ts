/** What a carrier reads in a cell, and how it writes a mark. */
export interface CellMark {
  /** What no mark changes: equal for both values of the pair. */
  readonly coarse: string | number;
  /** Which of the pair stands in the cell. */
  readonly bit: 0 | 1;
}

/** Reads and writes the marks of one column's cells. */
export interface CarrierReader {
  /** The mark, or nothing where the cell cannot carry one. */
  read(cell: string): CellMark | undefined;
  /** The other cell of the pair. Only for cells that `read` reads. */
  flip(cell: string): string;
}
