import { type DocumentFormat, documentFormats } from '@yushu/detect/formats';
import { protectError } from '../errors.ts';

/** What a stream can be: running text, or a format that is cut into records. */
export type DocumentType = 'text' | DocumentFormat;

/** @throws {DataSecurityError} `ERR_PROTECT_OPTIONS`. */
export function checkDocumentType(type: DocumentType): DocumentType {
  if (type === 'text' || documentFormats.includes(type)) return type;
  throw protectError('ERR_PROTECT_OPTIONS', 'No such type of document', {
    hint: `Give one of text, ${documentFormats.join(', ')}.`,
  });
}
