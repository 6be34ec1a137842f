import { createAuthoriser } from '@yushu/api-security/authorise';
import { describe, expect, it } from 'vitest';
import { Decider } from '../../../src/authorise/engine/decider.ts';
import { parseAuthorisationRules } from '../../../src/authorise/rules/parse-authorisation-rules.ts';

describe('hostile rules and requests', () => {
  it('decides among a hundred thousand rules for principals, all on every path', () => {
    const { decide } = createAuthoriser({
      version: 1,
      rules: Array.from({ length: 100_000 }, (_, index) => ({
        id: `r${index}`,
        effect: index % 2 === 0 ? ('permit' as const) : ('deny' as const),
        match: { principal: `u${index}`, path: '/**' },
      })),
    });
    for (let index = 0; index < 300; index += 1) {
      const decision = decide({ principal: { id: `u${index}` }, path: `/a/${index}` });
      expect(decision).toMatchObject({ allowed: index % 2 === 0, rule: `r${index}` });
    }
  });

  it('stays within bounds where wildcards make all combinations of states', () => {
    // Every template of twelve segments out of a name or any: 4096, and paths that reach all subsets.
    const rules = Array.from({ length: 4096 }, (_, bits) => ({
      id: `r${bits}`,
      effect: 'permit' as const,
      match: {
        path: `/${Array.from({ length: 12 }, (__, at) => ((bits >> at) & 1 ? 'x' : '*')).join('/')}`,
      },
    }));
    const { decide } = createAuthoriser({ version: 1, rules });
    for (let bits = 0; bits < 4096; bits += 7) {
      const path = `/${Array.from({ length: 12 }, (_, at) => ((bits >> at) & 1 ? 'x' : `y${bits}`)).join('/')}`;
      expect(decide({ principal: {}, path }).rule).toBe('r0');
    }
  });

  it('forgets what it kept before it has too much, and decides on', () => {
    const document = parseAuthorisationRules({
      version: 1,
      rules: [
        { id: 'wild', effect: 'permit', match: { action: ['a*', '*b', 'c'], type: 'x' } },
        ...Array.from({ length: 600 }, (_, index) => ({
          id: `r${index}`,
          effect: 'permit' as const,
          match: { principal: `u${index}`, path: `/p${index}/{id}` },
        })),
      ],
    });
    const decider = new Decider(document, () => 0, 500);
    let most = 0;
    for (let round = 0; round < 5000; round += 1) {
      const user = round % 600;
      const path = (round * 7) % 601;
      const { allowed } = decider.decide({
        principal: { id: `u${user}` },
        path: `/p${path}/${round}`,
      });
      if (allowed !== (user === path)) throw new Error('decided otherwise');
      most = Math.max(most, decider.size);
    }
    expect(most).toBeGreaterThan(490);
    expect(most).toBeLessThanOrEqual(500);
  });

  it('takes long texts, deep roles and circles', () => {
    const roles = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`r${index}`, [`r${(index + 1) % 20_000}`]]),
    );
    const { decide, explain } = createAuthoriser({
      version: 1,
      roles,
      rules: [
        { id: 'deep', effect: 'permit', match: { role: 'r19999', action: 'a*b*c*d' } },
        {
          id: 'long',
          effect: 'deny',
          match: { path: '/**' },
          when: { attribute: 'parameters.id', equals: 'x' },
        },
      ],
    });
    const action = `a${'b'.repeat(500_000)}${'c'.repeat(500_000)}`;
    expect(decide({ principal: { role: 'r5' }, action }).allowed).toBe(false);
    expect(decide({ principal: { role: 'r5' }, action: `${action}d` }).allowed).toBe(true);
    const path = `/${'a/'.repeat(4_000)}a`;
    const parameters = { id: 'y'.repeat(1_000_000) };
    const request = { principal: { role: 'r5' }, action: 'abcd', path, parameters };
    expect(decide(request).allowed).toBe(true);
    expect(explain(request).allowed).toBe(true);
  });

  it('takes roles that are no texts for none', () => {
    const { decide } = createAuthoriser({
      version: 1,
      rules: [{ id: 'r', effect: 'permit', match: { role: 'admin' } }],
    });
    const strange = [null, 7, {}, ['admin']] as unknown as string[];
    expect(decide({ principal: { role: strange } }).allowed).toBe(false);
  });
});
