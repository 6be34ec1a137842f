export type { LeakHypothesis } from './code/decoder.ts';
export {
  type BiasDistribution,
  gaussLegendreBiases,
  maxColluders,
} from './code/gauss-legendre-biases.ts';
export {
  type CommitOptions,
  commitRelease,
  discloseRelease,
  type ReleaseCommitment,
  type ReleaseDisclosure,
  type ReleaseSigner,
  type ReleaseVerifiers,
  type VerifiedRelease,
  verifyDisclosure,
} from './evidence/commit-release.ts';
export { renderTraceReport, type TraceReportOptions } from './evidence/render-trace-report.ts';
export { deriveReleaseKey } from './keys/release-keys.ts';
export type {
  CarrierSpec,
  CheckDigitCarrierSpec,
  ChoiceCarrierSpec,
  JsonCarrierSpec,
  NumberCarrierSpec,
  PairsCarrierSpec,
  SwapsCarrierSpec,
  TimeCarrierSpec,
} from './marks/carrier-spec.ts';
export type { Cell } from './marks/column-reader.ts';
export { appendPseudoColumn, type PseudoColumnOptions } from './tables/append-pseudo-column.ts';
export {
  type Capacity,
  type CapacityCase,
  type CapacityOptions,
  describeCapacity,
} from './tables/capacity.ts';
export {
  createPseudoRows,
  type FindPseudoRowOptions,
  findPseudoRows,
  type PseudoRowOptions,
  type PseudoRowReading,
} from './tables/create-pseudo-rows.ts';
export {
  createSurrogateMarker,
  type SurrogateMarker,
  type SurrogateMarkerOptions,
} from './tables/create-surrogate-marker.ts';
export {
  createTableMarker,
  type MarkingSummary,
  type TableMarker,
  type TableMarkerOptions,
} from './tables/create-table-marker.ts';
export {
  createTableTracer,
  type TableTracer,
  type TableTracerOptions,
  type TraceOptions,
  type TraceResult,
} from './tables/create-table-tracer.ts';
export type { ColumnOption } from './tables/judge-column.ts';
export { markObjects } from './tables/mark-objects.ts';
export type { ColumnMatch } from './tables/match-columns.ts';
export type { RecipientEvidence } from './tables/name-recipients.ts';
export { type PlanOptions, planRelease } from './tables/plan-release.ts';
export type {
  ColumnFrequencies,
  ColumnSketch,
  MarkSlot,
  RecordColumn,
  ReleaseRecord,
  RowConstraint,
} from './tables/release-record.ts';
export { openRecord, sealRecord } from './tables/seal-record.ts';
export type { WatermarkErrorCode } from './watermark-error.ts';
