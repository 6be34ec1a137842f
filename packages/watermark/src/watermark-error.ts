import { DataSecurityError, type ErrorDetails } from '@yushu/core';

/** The codes of this package's errors. */
export type WatermarkErrorCode =
  /** An option is out of its range, or two contradict each other. */
  | 'ERR_WATERMARK_OPTIONS'
  /** A key has the wrong length. */
  | 'ERR_WATERMARK_KEY'
  /** The table cannot carry what is asked for: too few rows, or no column that may be touched. */
  | 'ERR_WATERMARK_CAPACITY'
  /** A release record is damaged, of another version, or was not made with this key. */
  | 'ERR_WATERMARK_RECORD'
  /** The rows are not of the table that the release record describes. */
  | 'ERR_WATERMARK_SCHEMA'
  /** The input is broken: a row with too many cells, a file that ends within a record. */
  | 'ERR_WATERMARK_INPUT'
  /** A bundle of evidence is not what was signed. */
  | 'ERR_WATERMARK_EVIDENCE';

/** Makes an error of this package: what is wrong, and what to do next. Details hold counts and names, never cells or keys. */
export function watermarkError(
  code: WatermarkErrorCode,
  message: string,
  hint: string,
  details: ErrorDetails = {},
): DataSecurityError<WatermarkErrorCode> {
  return new DataSecurityError(code, message, { hint, details });
}
