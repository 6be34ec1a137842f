export { createRecordReader } from './create-record-reader.ts';
export {
  type DocumentFormat,
  type DocumentProblem,
  type DocumentProblemCode,
  type DocumentRecord,
  documentFormats,
} from './document-record.ts';
export { type FieldKind, RecordField } from './record-field.ts';
export type { RecordReader, RecordReaderOptions } from './record-reader.ts';
export { TextPosition } from './text-position.ts';
