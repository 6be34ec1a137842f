export { makeColumns, type OwnColumn } from './documents/make-columns.ts';
export {
  type DocumentOptions,
  type DocumentSet,
  makeDocuments,
  type OwnDocument,
  unmarkedCategories,
} from './documents/make-documents.ts';
export type { LedgerCount, LedgerSuite } from './ledger-suite.ts';
export {
  makeSamples,
  type SampleFile,
  type SampleOptions,
  type Samples,
} from './samples/make-samples.ts';
