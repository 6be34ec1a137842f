import { createAuthoriser } from '@yushu/api-security/authorise';
import { createCasbinAuthorise, readCasbinPolicy } from '@yushu/api-security/casbin';
import { newEnforcer, newModelFromString, StringAdapter } from 'casbin';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const model = `
[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act, eft
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = g(r.sub, p.sub) && keyMatch2(r.obj, p.obj) && (r.act == p.act || p.act == "*")
`;

/** More for a long run: `YUSHU_AUTHORISE_RUNS=2000 npx vitest run packages/api-security/test/differential`. */
const numRuns = Number(process.env['YUSHU_AUTHORISE_RUNS'] ?? 30);

const names = fc.constantFrom('li', 'wu', 'clerk', 'boss', 'all');
const segment = fc.constantFrom('orders', '7');
const object = fc
  .tuple(
    fc.array(fc.oneof(segment, fc.constantFrom(':id', ':x')), { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([parts, open]) => `/${[...parts, ...(open ? ['*'] : [])].join('/')}`);
const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        names,
        object,
        fc.constantFrom('GET', 'POST', '*'),
        fc.constantFrom('allow', 'allow', 'allow', 'deny'),
      )
      .map((fields) => `p, ${fields.join(', ')}`),
  },
  {
    weight: 1,
    // Upwards only: Casbin refuses to follow long circles.
    arbitrary: fc
      .constantFrom(['li', 'clerk'], ['wu', 'clerk'], ['clerk', 'all'], ['boss', 'clerk'])
      .map((fields) => `g, ${fields.join(', ')}`),
  },
);
const request = fc.record({
  id: names,
  path: fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join('/')}`),
  method: fc.constantFrom('GET', 'POST', 'PUT'),
});

describe('beside Casbin', () => {
  it('decides alike on policies read from its CSV, and lets it decide behind the same port', async () => {
    let allowed = 0;
    let denied = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 15 }),
        fc.array(request, { minLength: 5, maxLength: 15 }),
        async (lines, requests) => {
          const csv = lines.join('\n');
          const { rules, problems } = readCasbinPolicy(csv);
          expect(problems).toEqual([]);
          const { decide } = createAuthoriser(rules);
          const casbin = createCasbinAuthorise(
            await newEnforcer(newModelFromString(model), new StringAdapter(csv)),
          );
          for (const { id, path, method } of requests) {
            const theirs = await casbin({ principal: { id }, path, method });
            const ours = decide({ principal: { role: id }, path, method });
            expect({ csv, id, path, method, allowed: ours.allowed }).toEqual({
              csv,
              id,
              path,
              method,
              allowed: theirs.allowed,
            });
            if (ours.allowed) allowed += 1;
            else denied += 1;
          }
        },
      ),
      { numRuns },
    );
    expect(Math.min(allowed, denied)).toBeGreaterThan(10);
  });

  it('names lines that it cannot read as they are meant', () => {
    const { rules, problems } = readCasbinPolicy(
      [
        '# a comment',
        'p, li, "/orders/:id", GET',
        'p, li, /a/*/b, GET',
        'p, li, /a/(x|y), GET',
        'p, li, /a, ^G.*$',
        'p, li, /a:b, GET',
        'p2, li, /a, GET',
        'g, li, boss, tenant1',
        'p, "li, /a, GET',
        'p, li, /a, GET, maybe',
        'p, li, /b, (GET)|(POST)',
      ].join('\n'),
    );
    expect(problems.map((one) => one.line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rules.rules.map(({ match }) => match)).toEqual([
      { role: 'li', path: '/orders/{id}', action: 'GET' },
      { role: 'li', path: '/b', action: ['GET', 'POST'] },
    ]);
  });

  it('keeps names such as __proto__ as what they are', () => {
    const { rules } = readCasbinPolicy('p, __proto__, /a, GET\ng, li, __proto__\ng, __proto__, li');
    const { decide } = createAuthoriser(rules);
    const ask = (role: string) =>
      decide({ principal: { role }, path: '/a', method: 'GET' }).allowed;
    expect([ask('li'), ask('__proto__'), ask('toString')]).toEqual([true, true, false]);
  });

  it('takes only true for a permit', async () => {
    const authorise = createCasbinAuthorise({ enforce: async () => 'yes' as unknown as boolean });
    expect((await authorise({ principal: { id: 'li' }, path: '/', method: 'GET' })).allowed).toBe(
      false,
    );
    const failing = createCasbinAuthorise({ enforce: () => Promise.reject(new Error('down')) });
    await expect(failing({ principal: { id: 'li' }, path: '/', method: 'GET' })).rejects.toThrow();
  });
});
