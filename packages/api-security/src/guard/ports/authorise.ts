import type { RequestFacts } from './request-facts.ts';

/** What an {@link Authorise} answers. */
export interface AuthorisationDecision {
  readonly allowed: boolean;
  /** Id of the rule that decided, for events; never shown to who asks, and never a value. */
  readonly rule?: string;
}

/**
 * The port through which the guard asks whether a request may be handled. It is asked once for each request, after its route is known and
 * before its body is read. Where it throws or rejects, the request is refused.
 */
export type Authorise = (
  request: RequestFacts,
) => AuthorisationDecision | Promise<AuthorisationDecision>;
