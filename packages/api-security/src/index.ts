export type { AcceptOptions } from './audit/accept-findings.ts';
export type { ApiAudit, ApiCause } from './audit/api-audit.ts';
export { type ApiAuditOptions, auditDescription, auditSource } from './audit/audit-description.ts';
export { readBaseline, writeBaseline } from './audit/baseline.ts';
export type { ApiFinding } from './audit/finding.ts';
export type { ApiIgnore } from './audit/ignore.ts';
export { type BundleOptions, bundleDescription } from './document/bundle-description.ts';
export type { Diagnostic, DiagnosticCode } from './document/diagnostic.ts';
export { type DescriptionSource, readDescription } from './document/read-description.ts';
export type { ReadLimits } from './document/read-limits.ts';
export type { TextPlace } from './document/text-place.ts';
export { compareDescriptions } from './drift/compare-descriptions.ts';
export { compareTraffic, type TrafficOptions } from './drift/compare-traffic.ts';
export { type Drift, type DriftKind, renderDriftTable } from './drift/drift.ts';
export { type Exchange, readTraffic } from './drift/read-traffic.ts';
export type { ClassifiedField, FieldClass, FieldClasses } from './fields/field-classes.ts';
export { type FixedDescription, type FixOptions, fixDescription } from './fix/fix-description.ts';
export { applyJsonPatch, type PatchOperation } from './fix/json-patch.ts';
export type { Overlay, OverlayAction } from './fix/overlay.ts';
export { type ApiFix, proposeFixes } from './fix/propose-fixes.ts';
export {
  type ApiDataMap,
  createDataMap,
  type MappedField,
  type MappedOperation,
} from './map/data-map.ts';
export type { ApiFormat, ApiModel } from './model/api-model.ts';
export type { ApiNode, NodeKind } from './model/api-node.ts';
export { type ApiOperation, type Audience, nameOperation } from './model/api-operation.ts';
export type { SecurityAlternative, SecurityDemand } from './model/security.ts';
export type { Unit } from './model/unit.ts';
export {
  type AuditReport,
  type CauseReport,
  describeAudit,
  type FindingReport,
  type ReportOptions,
} from './report/describe-audit.ts';
export { renderAuditHtml, renderMapHtml } from './report/render-html.ts';
export { renderMapTable } from './report/render-map-table.ts';
export { renderAuditSarif, type SarifOptions } from './report/render-sarif.ts';
export { renderAuditTable, type TableOptions } from './report/render-table.ts';
export {
  type ApiSeverity,
  apiSeverities,
  type OwaspRisk,
  type ReportDetail,
  type Rule,
  type RuleContext,
  type RuleInfo,
} from './rules/rule.ts';
export { ownRules } from './rules/rule-table.ts';
export { createCustomRules } from './rulesets/custom-rules.ts';
export { kicsRules } from './rulesets/kics-rules.ts';
export { readSpectralConfig } from './rulesets/spectral-config.ts';
export { spectralRules, spectralSeverities } from './rulesets/spectral-rules.ts';
export { createVacuumRules, type VacuumOptions } from './rulesets/vacuum-rules.ts';
