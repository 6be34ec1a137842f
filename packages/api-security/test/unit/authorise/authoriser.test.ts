import {
  type AccessRequest,
  createAuthoriser,
  safeParseAuthorisationRules,
} from '@yushu/api-security/authorise';
import { describe, expect, it } from 'vitest';

const permit = (match: object, when: object[] = []) => ({
  version: 1 as const,
  rules: [{ id: 'r', effect: 'permit' as const, match, when: when as never[] }],
});
const allows = (rules: Parameters<typeof createAuthoriser>[0], request: AccessRequest) =>
  createAuthoriser(rules).decide(request).allowed;

describe('decisions', () => {
  it('are refusals where no rule fits, and where rules are none', () => {
    const { decide } = createAuthoriser({ version: 1, rules: [] });
    expect(decide({ principal: { role: 'admin' } })).toEqual({
      allowed: false,
      reason: 'no-permit',
    });
  });

  it('let a denial override every permit, wherever it stands', () => {
    const { decide } = createAuthoriser({
      version: 1,
      rules: [
        { id: 'all', effect: 'permit' },
        { id: 'not-deletes', effect: 'deny', match: { action: 'DELETE' } },
      ],
    });
    expect(decide({ principal: {}, method: 'GET' })).toEqual({
      allowed: true,
      rule: 'all',
      reason: 'permit',
    });
    expect(decide({ principal: {}, method: 'DELETE' }).rule).toBe('not-deletes');
  });

  it('take a missing attribute for a reason to deny, and for none to permit', () => {
    const when = { attribute: 'principal.suspended', equals: true } as const;
    const { decide } = createAuthoriser({
      version: 1,
      rules: [
        { id: 'p', effect: 'permit' },
        { id: 'd', effect: 'deny', when },
      ],
    });
    const ask = (attributes: Record<string, boolean>) =>
      decide({ principal: { attributes } }).allowed;
    expect([ask({}), ask({ suspended: true }), ask({ suspended: false })]).toEqual([
      false,
      false,
      true,
    ]);
    expect(allows(permit({}, [when]), { principal: {} })).toBe(false);
  });

  it('compare owners and tenants, of which empty ones are nobody', () => {
    const own = permit({}, [{ owner: true }, { tenant: true }]);
    const ask = (id: string, owner: string, tenant: string) =>
      allows(own, {
        principal: { id, attributes: { tenant: 't1' } },
        resource: { owner, attributes: { tenant } },
      });
    expect([
      ask('a', 'a', 't1'),
      ask('a', 'b', 't1'),
      ask('a', 'a', 't2'),
      ask('', '', 't1'),
    ]).toEqual([true, false, false, false]);
  });

  it.each([
    ['a window by day', { from: '09:00', until: '17:00' }, '2026-03-02T09:00:00Z', true],
    ['its end', { from: '09:00', until: '17:00' }, '2026-03-02T17:00:00Z', false],
    ['over midnight', { from: '22:00', until: '06:00' }, '2026-03-02T05:59:59Z', true],
    [
      'an offset',
      { from: '09:00', until: '17:00', offset: '+08:00' },
      '2026-03-02T01:30:00Z',
      true,
    ],
    ['a day of the week', { days: 'mon' }, '2026-03-02T12:00:00Z', true],
    ['another day', { days: ['sat', 'sun'] }, '2026-03-02T12:00:00Z', false],
    [
      'the night after a day',
      { days: 'sun', from: '22:00', until: '06:00' },
      '2026-03-02T03:00:00Z',
      true,
    ],
    ['an instant', { notBefore: '2026-03-02T00:00:00+08:00' }, '2026-03-01T15:59:59Z', false],
    ['an instant after', { notAfter: '2026-03-02T00:00:00Z' }, '2026-03-02T00:00:00.001Z', false],
    ['before 1970', { days: 'wed' }, '1969-12-31T12:00:00Z', true],
  ])('know times: %s', (_, time, now, expected) => {
    const rules = permit({}, [{ time }]);
    const { decide } = createAuthoriser(rules, { clock: () => Date.parse(now) });
    expect(decide({ principal: {} }).allowed).toBe(expected);
    expect(createAuthoriser(rules).decide({ principal: {}, time: Number.NaN }).allowed).toBe(false);
  });

  it('never fold letters: a look-alike is another name', () => {
    const rules = permit({ role: 'admin', path: '/café' });
    expect(allows(rules, { principal: { role: 'admin' }, path: '/café' })).toBe(true);
    expect(allows(rules, { principal: { role: 'аdmin' }, path: '/café' })).toBe(false);
    expect(allows(rules, { principal: { role: 'Admin' }, path: '/café' })).toBe(false);
    expect(allows(rules, { principal: { role: 'ａdmin' }, path: '/café' })).toBe(false);
    expect(allows(rules, { principal: { role: 'admin' }, path: '/cafe\u0301' })).toBe(false);
  });

  it('do not take what all objects have for roles, attributes or parameters', () => {
    const when = [{ attribute: 'principal.constructor', present: true }];
    expect(allows(permit({}, when), { principal: { attributes: {} } })).toBe(false);
    for (const role of ['__proto__', 'constructor', 'hasOwnProperty']) {
      expect(allows(permit({ role: 'x' }), { principal: { role } })).toBe(false);
      expect(allows(permit({ role }), { principal: { role } })).toBe(true);
    }
  });

  it('refuse paths that a server may take for others', () => {
    const { decide } = createAuthoriser({ version: 1, rules: [{ id: 'all', effect: 'permit' }] });
    const strange = ['', 'a', '//a', '/a//b', '/./a', '/a/..', '/a\\b', '/a\u0000', '/a%', '/%ff'];
    const hidden = [
      '/%2e%2E/a',
      '/%252e/a',
      '/..;/a',
      '/a%5Cb',
      '/a%00',
      '/\ud800',
      `/${'a'.repeat(9000)}`,
    ];
    for (const path of [...strange, ...hidden]) {
      expect(decide({ principal: {}, path })).toEqual({ allowed: false, reason: 'path' });
    }
    for (const path of ['/', '/a', '/...', '/.a', '/a%2Fb', '/a/', '/a?b', '/a;b', '/é']) {
      expect(decide({ principal: {}, path }).allowed).toBe(true);
    }
  });

  it('read paths as the guard does', () => {
    const { decide } = createAuthoriser(permit({ path: ['/admin', '/a/{id}/é'] }));
    const ask = (path: string) => decide({ principal: {}, path }).allowed;
    expect(['/admin', '/%61dmin', '/admin/', '/admin?x', '/a/x%2Fy/%C3%A9'].map(ask)).toEqual(
      Array.from({ length: 5 }, () => true),
    );
    expect(['/ADMIN', '/admin/x', '/a/x/y/é', '/a//é'].map(ask)).toEqual(
      Array.from({ length: 4 }, () => false),
    );
  });

  it('explain a refusal by the nearest permits', () => {
    const { explain } = createAuthoriser({
      version: 1,
      roles: { chief: 'nurse' },
      rules: [
        {
          id: 'ward',
          effect: 'permit',
          match: { role: 'nurse', action: 'GET', path: '/patients/{id}' },
          when: { attribute: 'principal.ward', equals: { attribute: 'resource.ward' } },
        },
        { id: 'far', effect: 'permit', match: { role: 'boss', action: 'PUT', path: '/x' } },
      ],
    });
    const request = {
      principal: { role: 'chief', attributes: { ward: 'w1' } },
      method: 'GET',
      path: '/patients/7',
    };
    expect(explain(request)).toEqual({
      allowed: false,
      reason: 'no-permit',
      nearest: [
        {
          rule: 'ward',
          effect: 'permit',
          unmet: [
            {
              part: 'when',
              pointer: '/when/0',
              attributes: ['principal.ward', 'resource.ward'],
              state: 'missing',
            },
          ],
        },
        {
          rule: 'far',
          effect: 'permit',
          unmet: [{ part: 'role' }, { part: 'action' }, { part: 'path' }],
        },
      ],
      lines: [
        'No rule permits it',
        'permit ward does not fit: principal.ward and resource.ward not known (/when/0)',
        'permit far does not fit: another role, another action, another path',
      ],
    });
    const same = { ...request, resource: { attributes: { ward: 'w1' } } };
    expect(explain(same).lines).toEqual(['permit ward fits, and no denial does']);
  });
});

describe('rules', () => {
  it('name every problem with its place', () => {
    const result = safeParseAuthorisationRules({
      version: 2,
      colour: 'red',
      roles: { a: 7 },
      rules: [
        { id: '', effect: 'permit' },
        { id: 'x', effect: 'allow' },
        {
          id: 'y',
          effect: 'permit',
          match: { path: ['users', '/a/**/b', '/a/{b', '/a//b'], role: 'ad*' },
        },
        { id: 'y', effect: 'permit', when: [{ attribute: 'user.id', equals: 1 }, { owner: 1 }] },
        { id: 'z', effect: 'deny', when: { attribute: 'principal.a', atLeast: 'x' } },
        { id: 'w', effect: 'deny', when: { time: { from: '25:00', offset: '8' } } },
        { id: 'v', effect: 'deny', when: { time: { offset: 'Z' } } },
        { id: 'u', effect: 'deny', when: { attribute: 'principal.a', equals: 1, in: ['x'] } },
        null,
      ],
    });
    expect(result.ok ? [] : result.problems.map(({ pointer }) => pointer)).toEqual([
      '/colour',
      '/version',
      '/roles/a',
      '/rules/0/id',
      '/rules/1/effect',
      '/rules/2/match/role',
      '/rules/2/match/path',
      '/rules/2/match/path',
      '/rules/2/match/path',
      '/rules/2/match/path',
      '/rules/3/when/0/attribute',
      '/rules/3/when/1/owner',
      '/rules/3/id',
      '/rules/4/when/atLeast',
      '/rules/5/when/time/from',
      '/rules/5/when/time/offset',
      '/rules/6/when/time',
      '/rules/7/when',
      '/rules/8',
    ]);
  });

  it('stop at a hundred problems, and never show a value', () => {
    const rules = Array.from({ length: 100_000 }, () => ({ id: 'S3CRET', effect: 'S3CRET' }));
    const result = safeParseAuthorisationRules({ version: 1, rules });
    expect(result.ok ? 0 : result.problems.length).toBe(100);
    expect(JSON.stringify(result)).not.toContain('S3CRET');
  });

  it('are read without their prototype', () => {
    const document = JSON.parse(
      '{"version":1,"__proto__":{"rules":[]},"roles":{"__proto__":["x"]},"rules":[]}',
    );
    const result = safeParseAuthorisationRules(document);
    expect(result.ok ? [] : result.problems.map(({ pointer }) => pointer)).toEqual(['/__proto__']);
    const { decide } = createAuthoriser({
      version: 1,
      roles: JSON.parse('{"__proto__":["boss"]}'),
      rules: [{ id: 'r', effect: 'permit', match: { role: 'boss' } }],
    });
    expect(decide({ principal: { role: '__proto__' } }).allowed).toBe(true);
    expect(decide({ principal: { role: 'x' } }).allowed).toBe(false);
  });
});
