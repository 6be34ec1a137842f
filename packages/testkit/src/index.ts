export type { LedgerCount, LedgerSuite } from './ledger-suite.ts';
export {
  makeSamples,
  type SampleFile,
  type SampleOptions,
  type Samples,
} from './samples/make-samples.ts';
