import type { AuthorisationDecision } from '../guard/ports/authorise.ts';

/** What an authoriser answers. The guard takes it as its `AuthorisationDecision`. */
export interface AccessDecision extends AuthorisationDecision {
  /**
   * Why: a rule permits; a rule denies; no rule permits; or servers could read the path in different ways, so that the guard
   * refuses it too.
   */
  readonly reason: 'permit' | 'deny' | 'no-permit' | 'path';
}
