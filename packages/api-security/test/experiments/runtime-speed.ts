/**
 * How long decisions and detectors take where nobody disturbs: of many short slices the fastest, the fastest tenth and the middle.
 *
 *     npx tsx --conditions=@yushu/source packages/api-security/test/experiments/runtime-speed.ts
 *
 * On a machine with other work the middle says more of that work than of the code.
 */
import { type AccessRuleDocument, createAuthoriser } from '@yushu/api-security/authorise';
import { createApiObserver } from '@yushu/api-security/observe';
import { makeTraffic } from '../traffic/make-traffic.ts';
import { shopApi } from '../traffic/traffic-api.ts';

/** Prints nanoseconds for one call, of slices of as many calls. */
function report(name: string, calls: number, slices: number, slice: () => void): void {
  const times: number[] = [];
  for (let count = 0; count < slices; count += 1) {
    const start = process.hrtime.bigint();
    slice();
    times.push(Number(process.hrtime.bigint() - start) / calls);
  }
  times.sort((a, b) => a - b);
  const [fastest = 0] = times;
  const at = (share: number) => Math.round(times[Math.floor(share * times.length)] ?? 0);
  process.stdout.write(
    `${JSON.stringify({ name, unit: 'ns', fastest: Math.round(fastest), tenth: at(0.1), middle: at(0.5) })}\n`,
  );
}

const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;
const pathOf = (rule: number, id: string, item: string) =>
  `/res${Math.floor(rule / 4)}/${id}${rule % 3 === 0 ? '' : `/items/${item}`}`;
const rules: AccessRuleDocument[] = Array.from({ length: 10_000 }, (_, rule) => ({
  id: `r${rule}`,
  effect: 'permit',
  match: {
    role: `role${rule % 100}`,
    action: methods[rule % 4]!,
    path: pathOf(rule, '{id}', '{item}'),
  },
}));
const { decide } = createAuthoriser({ version: 1, rules });
for (const different of [1_000, 20_000]) {
  const requests = Array.from({ length: different }, (_, index) => {
    const rule = (index * 7919) % rules.length;
    const role = `role${(rule + (index % 2)) % 100}`;
    return {
      principal: { id: `u${index}`, role },
      method: methods[rule % 4]!,
      path: pathOf(rule, `${index}`, `${index + 1}`),
    };
  });
  const permitted = requests.filter((request) => decide(request).allowed).length;
  if (permitted !== different / 2) throw new Error('Not half of the requests is permitted');
  let next = 0;
  report(`decide among 10,000 rules, ${different} different requests`, 1000, 500, () => {
    for (let count = 0; count < 1000; count += 1) {
      decide(requests[next]!);
      next = next + 1 === different ? 0 : next + 1;
    }
  });
}

const exchanges = [...makeTraffic(shopApi, 1, { people: 600, attackers: 7, days: 1 }).exchanges];
const { observe } = createApiObserver({ budgets: [{ name: 'pace', requestsPerMinute: 6000 }] });
let next = 0;
report('observe, traffic of a shop', 200, Math.floor(exchanges.length / 200), () => {
  for (let count = 0; count < 200; count += 1) {
    observe(exchanges[next]!);
    next += 1;
  }
});
