export type { LeakHypothesis } from './code/decoder.ts';
export {
  type BiasDistribution,
  gaussLegendreBiases,
  maxColluders,
} from './code/gauss-legendre-biases.ts';
export { deriveReleaseKey } from './keys/release-keys.ts';
export type {
  CarrierSpec,
  CheckDigitCarrierSpec,
  JsonCarrierSpec,
  NumberCarrierSpec,
  PairsCarrierSpec,
  SwapsCarrierSpec,
  TimeCarrierSpec,
} from './marks/carrier-spec.ts';
export type { Cell } from './marks/column-reader.ts';
export {
  type Capacity,
  type CapacityCase,
  type CapacityOptions,
  describeCapacity,
} from './tables/capacity.ts';
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
export type { ColumnMatch } from './tables/match-columns.ts';
export type { RecipientEvidence } from './tables/name-recipients.ts';
export { type PlanOptions, planRelease } from './tables/plan-release.ts';
export type {
  ColumnSketch,
  MarkSlot,
  RecordColumn,
  ReleaseRecord,
  RowConstraint,
} from './tables/release-record.ts';
export type { WatermarkErrorCode } from './watermark-error.ts';
