import { type AccessRequest, createAuthoriser } from '@yushu/api-security/authorise';
import { readCasbinPolicy } from '@yushu/api-security/casbin';
import { newEnforcer, newModelFromString, StringAdapter } from 'casbin';
import type { Bench } from '../../src/bench.ts';
import { median, medianAbsoluteDeviation } from '../../src/statistics.ts';

const policyCount = 10_000;
const roleCount = 100;
const userCount = 1_000;
const actions = ['GET', 'POST', 'PUT', 'DELETE'];

const model = `
[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = g(r.sub, p.sub) && keyMatch2(r.obj, p.obj) && r.act == p.act
`;

/** Casbin's own benchmark at size "large": roles over resources, users over roles; with path templates, as an API has them. */
function makePolicy(): string {
  const lines: string[] = [];
  for (let policy = 0; policy < policyCount; policy += 1) {
    const role = `role${policy % roleCount}`;
    const resource = Math.floor(policy / actions.length);
    const path = policy % 3 === 0 ? `/res${resource}/:id` : `/res${resource}/:id/items/:item`;
    lines.push(`p, ${role}, ${path}, ${actions[policy % actions.length]}`);
  }
  for (let user = 0; user < userCount; user += 1) {
    lines.push(`g, user${user}, role${user % roleCount}`);
  }
  return lines.join('\n');
}

/** Every other request is permitted; ids never come twice, as in life. */
function makeRequests(count: number): AccessRequest[] {
  return Array.from({ length: count }, (_, index) => {
    const policy = (index * 7919) % policyCount;
    const resource = Math.floor(policy / actions.length);
    const user = (policy % roleCount) + roleCount * (index % (userCount / roleCount));
    const path =
      policy % 3 === 0 ? `/res${resource}/${index}` : `/res${resource}/${index}/items/${index + 1}`;
    const other = index % 2 === 0 ? user : (user + 1) % userCount;
    return {
      principal: { id: `user${other}`, role: `user${other}` },
      method: actions[policy % actions.length]!,
      path,
    };
  });
}

const rounds = 7;
const decisionsPerRound = 200_000;

const decisions: Bench = {
  name: 'api-security.decide',
  about:
    'Decisions at 10,000 rules by role, path template and method, beside Casbin with keyMatch2',
  async measure() {
    const policy = makePolicy();
    const { rules, problems } = readCasbinPolicy(policy);
    if (problems.length > 0) throw new Error('lines were left out');
    const { decide } = createAuthoriser(rules);
    const enforcer = await newEnforcer(newModelFromString(model), new StringAdapter(policy));
    const enforce = ({ principal, path, method }: AccessRequest) =>
      enforcer.enforce(principal.id, path, method);
    const requests = makeRequests(20_000);

    let permitted = 0;
    for (const request of requests.slice(0, 40)) {
      const expected = await enforce(request);
      if (decide(request).allowed !== expected) throw new Error('Casbin decides otherwise');
      if (expected) permitted += 1;
    }
    if (permitted !== 20) throw new Error('requests are not half and half');
    for (const request of requests) decide(request);

    // One decision of Casbin takes as long as many thousands of ours: each is timed over what it can do, within the same second.
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      let allowed = 0;
      const start = performance.now();
      for (let count = 0; count < decisionsPerRound; count += 1) {
        if (decide(requests[count % requests.length]!).allowed) allowed += 1;
      }
      ours.push((performance.now() - start) / decisionsPerRound);
      if (allowed !== decisionsPerRound / 2) throw new Error('not half of the requests is allowed');
      const request = requests[round]!;
      const begun = performance.now();
      await enforce(request);
      theirs.push(performance.now() - begun);
    }
    const ratios = theirs.map((time, round) => time / ours[round]!);
    return [
      {
        metric: 'throughput',
        value: 1000 / median(ours),
        unit: 'op/s',
        against: 'Casbin enforce',
        ratio: median(ratios),
        mad: medianAbsoluteDeviation(ratios),
        better: 'more',
      },
    ];
  },
};

/** Cases of `@yushu/api-security/authorise`. */
export const benches: readonly Bench[] = [decisions];
