export {
  createMarkingStream,
  type MarkingStream,
  type MarkingStreamOptions,
} from './create-marking-stream.ts';
export type { DocumentOptions, TableFormat } from './document-table.ts';
export { type ReadTableOptions, readTable, type TableBatch } from './read-table.ts';
