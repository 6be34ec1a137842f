import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import {
  type AccessRequest,
  type AccessRuleDocument,
  createAuthoriser,
} from '@yushu/api-security/authorise';
import { createCedarAuthorise } from '@yushu/api-security/cedar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const roles = { boss: ['clerk'], clerk: ['staff'] } as const;
const roleNames = ['boss', 'clerk', 'staff', 'guest'] as const;

/** Conditions in both languages. Where an attribute may be missing Cedar asks for it first, as ours does by itself for permits. */
const conditions = [
  ['resource.owner == principal', { owner: true }],
  [
    'principal has ward && resource has ward && principal.ward == resource.ward',
    { attribute: 'principal.ward', equals: { attribute: 'resource.ward' } },
  ],
  ['principal has level && principal.level >= 2', { attribute: 'principal.level', atLeast: 2 }],
  ['principal has level && principal.level < 1', { attribute: 'principal.level', lessThan: 1 }],
  [
    'principal has ward && principal.ward != "w1"',
    { attribute: 'principal.ward', notEquals: 'w1' },
  ],
  ['!(resource has ward)', { attribute: 'resource.ward', present: false }],
  [
    'principal has wards && resource has ward && principal.wards.contains(resource.ward)',
    { attribute: 'principal.wards', contains: { attribute: 'resource.ward' } },
  ],
  [
    'context has purpose && ["care", "billing"].contains(context.purpose)',
    { purpose: ['care', 'billing'] },
  ],
] as const;

/** For a denial a missing attribute counts as a hit with us, and not with Cedar: there only conditions that are always known. */
const certain = [0, 5];

interface Rule {
  readonly effect: 'permit' | 'deny';
  readonly role: string | undefined;
  readonly principal: string | undefined;
  readonly action: string | undefined;
  readonly path: string | undefined;
  /** Indexes of conditions. */
  readonly when: readonly number[];
}

const rule: fc.Arbitrary<Rule> = fc.record({
  effect: fc.constantFrom('permit' as const, 'permit' as const, 'deny' as const),
  role: fc.option(fc.constantFrom(...roleNames), { nil: undefined }),
  principal: fc.option(fc.constantFrom('u1', 'u2'), { nil: undefined, freq: 1 }),
  action: fc.option(fc.constantFrom('GET', 'POST'), { nil: undefined }),
  path: fc.option(fc.constantFrom('/a', '/b', '/c'), { nil: undefined }),
  when: fc.oneof(
    fc.constant([]),
    fc.array(fc.integer({ min: 0, max: conditions.length - 1 }), { maxLength: 2 }),
  ),
});

/** More for a long run: `YUSHU_AUTHORISE_RUNS=2000 npx vitest run packages/api-security/test/differential`. */
const numRuns = Number(process.env['YUSHU_AUTHORISE_RUNS'] ?? 25);

const usable = ({ effect, when }: Rule): readonly number[] =>
  effect === 'permit' ? when : when.filter((index) => certain.includes(index));

function toCedar(one: Rule): string {
  const scope =
    one.principal === undefined
      ? one.role === undefined
        ? 'principal'
        : `principal in Role::"${one.role}"`
      : `principal == User::"${one.principal}"`;
  const action = one.action === undefined ? 'action' : `action == Action::"${one.action}"`;
  const resource = one.path === undefined ? 'resource' : `resource == Path::"${one.path}"`;
  const when = usable(one).map((index) => ` when { ${conditions[index]![0]} }`);
  return `${one.effect === 'permit' ? 'permit' : 'forbid'} (${scope}, ${action}, ${resource})${when.join('')};`;
}

function toRule(one: Rule, index: number): AccessRuleDocument {
  return {
    id: `r${index}`,
    effect: one.effect,
    match: {
      ...(one.principal === undefined
        ? one.role === undefined
          ? {}
          : { role: one.role }
        : { principal: one.principal }),
      ...(one.action === undefined ? {} : { action: one.action }),
      ...(one.path === undefined ? {} : { path: one.path }),
    },
    when: usable(one).map((index) => conditions[index]![1]),
  };
}

const attributes = fc.record(
  {
    ward: fc.constantFrom('w1', 'w2'),
    wards: fc.subarray(['w1', 'w2'], { minLength: 1 }),
    level: fc.integer({ min: 0, max: 3 }),
  },
  { requiredKeys: [] },
);
const request: fc.Arbitrary<AccessRequest> = fc
  .record({
    id: fc.constantFrom('u1', 'u2', 'u3'),
    role: fc.constantFrom(...roleNames),
    purpose: fc.option(fc.constantFrom('care', 'play'), { nil: undefined }),
    attributes,
    method: fc.constantFrom('GET', 'POST', 'PUT'),
    path: fc.constantFrom('/a', '/b', '/d'),
    owner: fc.constantFrom('u1', 'u2'),
    of: attributes,
  })
  .map(({ id, role, purpose, attributes: own, method, path, owner, of }) => ({
    principal: { id, role, ...(purpose === undefined ? {} : { purpose }), attributes: own },
    method,
    path,
    resource: { owner, attributes: of },
  }));

/** Roles and their parents, which the default call leaves to the policies' author. */
const roleEntities = Object.entries(roles).map(([role, parents]) => ({
  uid: { type: 'Role', id: role },
  attrs: {},
  parents: parents.map((id) => ({ type: 'Role', id })),
}));

describe('beside Cedar', () => {
  it('decides alike, and names a rule that Cedar names', () => {
    let allowed = 0;
    let denied = 0;
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 12 }),
        fc.array(request, { minLength: 5, maxLength: 12 }),
        (rules, requests) => {
          const { decide } = createAuthoriser({ version: 1, roles, rules: rules.map(toRule) });
          const policies = Object.fromEntries(
            rules.map((one, index) => [`r${index}`, toCedar(one)]),
          );
          expect(cedar.preparsePolicySet('all', { staticPolicies: policies })).toEqual({
            type: 'success',
          });
          for (const one of requests) {
            const ours = decide(one);
            const { principal, method, path, resource } = one;
            const answer = cedar.statefulIsAuthorized({
              principal: { type: 'User', id: principal.id! },
              action: { type: 'Action', id: method! },
              resource: { type: 'Path', id: path! },
              context: principal.purpose === undefined ? {} : { purpose: principal.purpose },
              entities: [
                ...roleEntities,
                {
                  uid: { type: 'User', id: principal.id! },
                  attrs: { ...principal.attributes } as Record<string, string>,
                  parents: [{ type: 'Role', id: principal.role as string }],
                },
                {
                  uid: { type: 'Path', id: path! },
                  attrs: {
                    ...(resource!.attributes as Record<string, string>),
                    owner: { __entity: { type: 'User', id: resource!.owner! } },
                  },
                  parents: [],
                },
              ],
              preparsedPolicySetId: 'all',
            });
            if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors));
            const { decision, diagnostics } = answer.response;
            expect(diagnostics.errors).toEqual([]);
            expect({ policies, one, allowed: ours.allowed }).toEqual({
              policies,
              one,
              allowed: decision === 'allow',
            });
            if (ours.rule === undefined) expect(diagnostics.reason).toEqual([]);
            else expect(diagnostics.reason).toContain(ours.rule);
            if (ours.allowed) allowed += 1;
            else denied += 1;
          }
        },
      ),
      { numRuns },
    );
    expect(Math.min(allowed, denied)).toBeGreaterThan(10);
  });

  it('lets Cedar decide behind the same port', () => {
    const authorise = createCedarAuthorise({
      cedar,
      policies: {
        clerks: 'permit (principal in Role::"clerk", action == Action::"GET", resource);',
        never: 'forbid (principal, action, resource == Path::"/secret");',
      },
    });
    const ask = (role: string, path: string) =>
      authorise({ principal: { id: 'u1', role }, method: 'GET', path });
    expect(ask('clerk', '/a')).toEqual({ allowed: true, reason: 'permit', rule: 'clerks' });
    expect(ask('guest', '/a')).toEqual({ allowed: false, reason: 'no-permit' });
    expect(ask('clerk', '/secret')).toEqual({ allowed: false, reason: 'deny', rule: 'never' });
    expect(authorise({ principal: {}, method: 'GET', path: '/a' }).allowed).toBe(false);
  });

  it('refuses policies that Cedar cannot read, and does not answer where Cedar cannot', () => {
    const code = expect.objectContaining({ code: 'ERR_API_SECURITY_AUTHORISATION' });
    expect(() => createCedarAuthorise({ cedar, policies: 'permit (' })).toThrow(code);
    const authorise = createCedarAuthorise({
      cedar,
      policies: 'permit (principal, action, resource);',
      toCall: () => ({
        principal: { type: 'not a type', id: '' },
        action: { type: 'Action', id: '' },
        resource: { type: 'Path', id: '' },
        context: {},
        entities: [],
      }),
    });
    expect(() => authorise({ principal: { id: 'u1' }, path: '/' })).toThrow(code);
  });
});
