export { createRecordReader } from './create-record-reader.ts';
export {
  type DocumentFormat,
  type DocumentProblem,
  type DocumentProblemCode,
  type DocumentRecord,
  documentFormats,
} from './document-record.ts';
export { HttpField } from './http/http-field.ts';
export { type HttpMessage, readHttpMessage } from './http/read-http-message.ts';
export { scanHttpMessage } from './http/scan-http-message.ts';
export { type FieldKind, RecordField } from './record-field.ts';
export type { RecordReader, RecordReaderOptions } from './record-reader.ts';
export { TextPosition } from './text-position.ts';
