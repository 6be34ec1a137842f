export {
  type EvaluatedScores,
  type EvaluatedSpan,
  type Evaluation,
  type EvaluationOptions,
  type EvaluationReport,
  evaluate,
  readSpans,
} from './evaluate.ts';
export type { LedgerCount, LedgerSuite } from './ledger-suite.ts';
export {
  makeSamples,
  type SampleFile,
  type SampleOptions,
  type Samples,
} from './samples/make-samples.ts';
