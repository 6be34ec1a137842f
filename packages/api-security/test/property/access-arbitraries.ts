import type { AccessRequest, AccessRuleDocument } from '@yushu/api-security/authorise';
import fc from 'fast-check';

/** Few names, so that rules and requests meet; some are those of properties that all objects have. */
const roleNames = ['admin', 'nurse', 'staff', '__proto__', 'constructor', 'аdmin'] as const;
const principalNames = ['u1', 'u2', 'toString', '__proto__'] as const;
const segments = ['users', 'me', 'a', 'b', '__proto__', '7'] as const;
const actions = ['GET', 'POST', 'records.read', 'records.export'] as const;
const operations = ['GET /users/{id}', 'POST /users', 'listUsers'] as const;
const types = ['patient', 'order', 'hasOwnProperty'] as const;
const levels = [0, 1, 2, 3] as const;
const wards = ['w1', 'w2'] as const;

const some = <Item>(items: readonly Item[]) =>
  fc.array(fc.constantFrom(...items), { minLength: 1, maxLength: 2 });

const pathPattern = fc
  .tuple(fc.array(fc.constantFrom(...segments, '{id}', '*'), { maxLength: 4 }), fc.boolean())
  .map(([parts, open]) => `/${[...parts, ...(open ? ['**'] : [])].join('/')}`);

const condition = fc.oneof(
  fc.constant({ owner: true } as const),
  fc.constant({ tenant: true } as const),
  fc.record({ purpose: some(['care', 'billing']) }),
  fc.constant({ attribute: 'principal.ward', equals: { attribute: 'resource.ward' } }),
  fc.constant({ attribute: 'principal.ward', notEquals: 'w1' }),
  fc.constant({ attribute: 'principal.level', atLeast: 2 }),
  fc.constant({ attribute: 'principal.level', lessThan: { attribute: 'resource.level' } }),
  fc.constant({ attribute: 'principal.wards', contains: { attribute: 'resource.ward' } }),
  fc.constant({ attribute: 'principal.ward', in: ['w1', 'w3'] }),
  fc.constant({ attribute: 'parameters.id', equals: { attribute: 'principal.id' } }),
  fc.constant({ attribute: 'principal.constructor', present: true }),
  fc.constant({ attribute: 'resource.ward', present: false }),
  fc.record({
    time: fc.record({
      from: fc.constantFrom('00:00', '09:00', '22:00'),
      until: fc.constantFrom('06:00', '17:30', '24:00'),
      offset: fc.constantFrom('Z', '+08:00', '-03:30'),
    }),
  }),
);

const rule = fc.record(
  {
    effect: fc.constantFrom('permit', 'permit', 'permit', 'deny'),
    // Few keys at a time, or hardly a rule would ever fit.
    match: fc
      .tuple(
        fc.record({
          role: some(roleNames),
          principal: some(principalNames),
          action: some([...actions, 'records.*', '*', 'G*T']),
          path: fc.array(pathPattern, { minLength: 1, maxLength: 2 }),
          operation: some([...operations, 'GET *', '*Users']),
          type: some(types),
        }),
        fc.subarray(['role', 'principal', 'action', 'path', 'operation', 'type'] as const, {
          maxLength: 2,
        }),
      )
      .map(([match, keys]) => Object.fromEntries(keys.map((key) => [key, match[key]]))),
    when: fc.oneof(fc.constant([]), fc.array(condition, { maxLength: 2 })),
  },
  { requiredKeys: ['effect', 'match'] },
);

/** Documents of rules. */
export const authorisationRules = fc
  .tuple(
    fc.array(rule, { maxLength: 14 }),
    fc.dictionary(fc.constantFrom(...roleNames), some(roleNames), { maxKeys: 4 }),
  )
  .map(([rules, roles]) => ({
    version: 1 as const,
    roles,
    rules: rules.map((one, index) => ({ id: `r${index}`, ...one }) as AccessRuleDocument),
  }));

const attributes = fc.record(
  {
    ward: fc.constantFrom(...wards),
    wards: some(wards),
    level: fc.oneof(fc.constantFrom(...levels), fc.constant(Number.NaN), fc.constant('2')),
    tenant: fc.constantFrom('t1', 't2'),
  },
  { requiredKeys: [] },
);

/** Requests. */
export const accessRequests: fc.Arbitrary<AccessRequest> = fc.record(
  {
    principal: fc.record(
      {
        id: fc.constantFrom(...principalNames, '', 'u9'),
        role: fc.oneof(fc.constantFrom(...roleNames, 'none'), some(roleNames)),
        purpose: fc.constantFrom('care', 'billing', 'play'),
        attributes,
      },
      { requiredKeys: [] },
    ),
    method: fc.constantFrom('GET', 'POST', 'PUT'),
    action: fc.constantFrom(...actions, 'records.', '*', 'GET '),
    path: fc.oneof(
      fc.array(fc.constantFrom(...segments, 'zz'), { maxLength: 5 }).map((s) => `/${s.join('/')}`),
      fc.constantFrom(
        '',
        'users',
        '//a',
        '/a/',
        '/a/../b',
        '/a/./b',
        '/a\\b',
        '/a?x',
        '/a b',
        '/%61',
        '/a%2Fb',
        '/users/%37',
        '/%2e%2e/a',
        '/é',
        '/a;b',
        '/..;/a',
        '/.a',
        '/..a',
      ),
    ),
    operation: fc.constantFrom(...operations, 'GET '),
    resource: fc.record(
      {
        type: fc.constantFrom(...types),
        owner: fc.constantFrom(...principalNames, ''),
        attributes,
      },
      { requiredKeys: [] },
    ),
    parameters: fc.dictionary(
      fc.constantFrom('id', '__proto__'),
      fc.constantFrom(...principalNames),
    ),
    time: fc.oneof(
      fc.integer({ min: -1e12, max: 2e12 }),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY),
    ),
  },
  { requiredKeys: ['principal'] },
);
