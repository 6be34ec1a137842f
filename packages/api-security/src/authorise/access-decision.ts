import type { AuthorisationDecision } from '../guard/ports/authorise.ts';

/** What an authoriser answers. The guard takes it as its `AuthorisationDecision`. */
export interface AccessDecision extends AuthorisationDecision {
  /**
   * Why: a rule permits; a rule denies; no rule permits; or the path is not in normal form, so that server and rules could take it for
   * different ones.
   */
  readonly reason: 'permit' | 'deny' | 'no-permit' | 'path';
}
