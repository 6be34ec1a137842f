export {
  type CategoryId,
  type CategoryInfo,
  compileCategoryPattern,
  describeCategory,
  type KnownCategoryId,
  listCategories,
} from './category.ts';
export {
  DataSecurityError,
  type DataSecurityErrorOptions,
  type ErrorDetails,
  isDataSecurityError,
} from './errors.ts';
export type { Evidence, EvidenceKind, Finding, Span } from './finding.ts';
export { appendPointer, parsePointer } from './json-pointer.ts';
export {
  compareLevels,
  compileLevelCondition,
  type Level,
  type LevelCondition,
  levels,
} from './level.ts';
export { compareLikelihoods, type Likelihood, likelihoodOf, likelihoods } from './likelihood.ts';
export {
  type Action,
  type ActionKind,
  type ContextPart,
  contextParts,
  type FpeFormat,
  fpeFormats,
} from './policy/action.ts';
export {
  compilePolicy,
  type Decide,
  type Decision,
  type PolicySubject,
} from './policy/compile-policy.ts';
export { type PolicyResult, parsePolicy, safeParsePolicy } from './policy/parse-policy.ts';
export type {
  ActionDocument,
  OneOrMore,
  Policy,
  PolicyDocument,
  PolicyRule,
  RuleDocument,
  RuleExemption,
  RuleMatch,
} from './policy/policy.ts';
export type { PolicyProblem } from './policy/policy-problem.ts';
export type { AuditSink } from './ports/audit-sink.ts';
export { type Clock, systemClock } from './ports/clock.ts';
export type {
  Aead,
  BlockCipherKey,
  KeyProvider,
  KeyRequestOptions,
  Prf,
} from './ports/key-provider.ts';
export { type RandomBytes, systemRandom } from './ports/random.ts';
export type { EventPlace, Requester, SecurityEvent } from './security-event.ts';
export type { FieldContext, Transform } from './transform.ts';
