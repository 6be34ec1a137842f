/**
 * What is taken out of an office document: its text, by which offsets count, and the values in it with their names.
 *
 * @module
 */

/** A value of a workbook. */
export interface ExtractedCell {
  readonly text: string;
  /** Name of its column. */
  readonly name: string | undefined;
  /** JSON Pointer: sheet and cell, such as `/Customers/B7`. */
  readonly path: string;
}

/** A piece of the extracted text: cells, or text that runs on. Offsets count through all pieces. */
export type ExtractedPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'cell'; readonly cell: ExtractedCell };
