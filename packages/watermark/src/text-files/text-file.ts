import { watermarkError } from '../watermark-error.ts';
import type { TextPiece } from './text-piece.ts';

/** Formats of documents that are marked. */
export type TextFileFormat = 'text' | 'markdown' | 'html' | 'mail' | 'docx';

/** A document, opened. */
export interface TextFile {
  /** Parts of the document that hold text, such as the body and the footnotes. */
  readonly sections: readonly (readonly TextPiece[])[];
  /** The document with these sections; all else is byte for byte as it was. */
  write(sections: readonly string[]): Uint8Array;
}

/** An error for a document that is not what it should be. */
export function brokenFile(message: string, hint: string): Error {
  return watermarkError('ERR_WATERMARK_INPUT', message, hint);
}
