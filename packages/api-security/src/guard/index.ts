export { type FetchGuardOptions, guardFetch } from './adapters/guard-fetch.ts';
export { guardHono, type HonoContext } from './adapters/guard-hono.ts';
export { type Decoder, guardResponse } from './adapters/guard-response.ts';
export type { Violation, ViolationPlace } from './check/violation.ts';
export {
  type ApiGuard,
  type BegunExchange,
  createApiGuard,
  type GuardRequest,
} from './create-api-guard.ts';
export type { GuardErrorCode } from './guard-error.ts';
export type { ApiGuardOptions, GuardLimits } from './guard-options.ts';
export type { GuardedExchange, ResponseHead, ResponseTreatment } from './guarded-exchange.ts';
export type { FieldReason, JsonScalar } from './plan/field-action.ts';
export type { UndocumentedFields } from './plan/response-plan.ts';
export type { ApiObserver, ExchangeFacts, SensitiveCount } from './ports/api-observer.ts';
export type { ApiPrincipal, AttributeValue } from './ports/api-principal.ts';
export type { AuthorisationDecision, Authorise } from './ports/authorise.ts';
export type { RequestFacts } from './ports/request-facts.ts';
export type { Refusal, RefusalReason } from './problem.ts';
export type { BodyRedactor } from './redact/body-redactor.ts';
export type { JsonValue } from './redact/redact-value.ts';
export type { Redaction } from './redact/redaction.ts';
