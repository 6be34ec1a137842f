import { createAuthoriser, parseAuthorisationRules } from '@yushu/api-security/authorise';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessRequests, authorisationRules } from './access-arbitraries.ts';

describe('the compiled way of deciding', () => {
  it('decides as asking every rule in turn does, and names the same rule', () => {
    let permits = 0;
    let denials = 0;
    fc.assert(
      fc.property(
        authorisationRules,
        fc.array(accessRequests, { minLength: 1, maxLength: 40 }),
        (document, requests) => {
          const { decide, explain } = createAuthoriser(parseAuthorisationRules(document), {
            clock: () => 1_700_000_000_000,
          });
          // Twice: first found, then kept.
          for (const request of [...requests, ...requests]) {
            const { allowed, rule, reason } = explain(request);
            expect(decide(request)).toEqual(
              rule === undefined ? { allowed, reason } : { allowed, rule, reason },
            );
            if (reason === 'permit') permits += 1;
            if (reason === 'deny') denials += 1;
          }
        },
      ),
      { numRuns: 100 },
    );
    // The comparison means something only if all ways are taken.
    expect(permits).toBeGreaterThan(100);
    expect(denials).toBeGreaterThan(100);
  });

  it('names no value of a request in its reasons', () => {
    fc.assert(
      fc.property(authorisationRules, accessRequests, (document, request) => {
        const secret = 'S3CRET-VALUE';
        const marked = {
          ...request,
          principal: { id: secret, purpose: secret, attributes: { ward: secret, level: secret } },
          resource: { owner: secret, attributes: { ward: secret } },
          parameters: { id: secret },
        };
        const { explain } = createAuthoriser(document);
        expect(JSON.stringify(explain(marked))).not.toContain(secret);
      }),
    );
  });
});
