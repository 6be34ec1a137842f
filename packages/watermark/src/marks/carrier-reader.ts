/** What a carrier reads in a cell. */
export interface CellMark {
  /** What no mark changes: equal for all values that the symbol can make of the cell. */
  readonly coarse: string | number;
  /** Which of these stands in the cell: from 0 to below 2 to the carrier's depth. */
  readonly symbol: number;
}

/** Reads and writes the marks of one column's cells. */
export interface CarrierReader {
  /** Bits of a symbol, from 1 to 5. */
  readonly depth: number;
  /** The mark, or nothing where the cell cannot carry one. */
  read(cell: string): CellMark | undefined;
  /** The cell with another symbol, or as it is. Only for cells that `read` reads. */
  write(cell: string, symbol: number): string;
}
