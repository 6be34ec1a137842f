export { type Encoding, encodings } from './decoded.ts';
export type {
  DecodeBudget,
  DecodedCoverage,
  DecodedFinding,
  DecodedReport,
  EncodingStep,
  Undecoded,
  UndecodedReason,
} from './decoded-finding.ts';
export { inspectDecoded } from './inspect-decoded.ts';
