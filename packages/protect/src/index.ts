export type { ActionCount, DocumentSummary, WithheldRecord } from './audit/summary.ts';
export type { ProtectErrorCode } from './errors.ts';
export {
  createFieldTreatments,
  type FieldPlace,
  type FieldTreatment,
  type FieldTreatments,
  type FieldTreatmentsOptions,
} from './pipeline/create-field-treatments.ts';
export {
  createPipeline,
  type Pipeline,
  type PipelineOptions,
  type Protected,
  type ProtectedText,
  type ProtectStreamOptions,
} from './pipeline/create-pipeline.ts';
export {
  createRevealer,
  type Revealer,
  type RevealerOptions,
  type RevealStreamOptions,
} from './pipeline/create-revealer.ts';
export type { DocumentType } from './pipeline/document-type.ts';
export type {
  AppliedDecision,
  EngineOptions,
  RecordPlace,
  ValuePlace,
} from './pipeline/pipeline-options.ts';
export type { RewriteStream } from './pipeline/rewrite-stream.ts';
export {
  type PolicyTextProblem,
  type PolicyTextResult,
  readPolicy,
  safeReadPolicy,
} from './policy/read-policy.ts';
export type { RecordLeaf, RecordValue } from './record/map-record.ts';
