export type { ApiObserver, ExchangeFacts, SensitiveCount } from './ports/api-observer.ts';
export type { ApiPrincipal, AttributeValue } from './ports/api-principal.ts';
export type { AuthorisationDecision, Authorise } from './ports/authorise.ts';
export type { RequestFacts } from './ports/request-facts.ts';
