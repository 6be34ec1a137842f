import { createApiObserver, type ObservedExchange } from '@yushu/api-security/observe';
import type { RandomBytes, SecurityEvent } from '@yushu/core';
import { describe, expect, it } from 'vitest';
import { makeExchange, makeUnknown } from '../../traffic/traffic-world.ts';

const begin = Date.UTC(2026, 2, 2);
const principal = { id: 'u1', role: 'user' };
const fixedRandom: RandomBytes = (length) =>
  Uint8Array.from({ length }, (_, at) => (at * 73 + 11) & 255);

const watch = (options: Parameters<typeof createApiObserver>[0] = {}) => {
  const observer = createApiObserver({
    maxPrincipals: 256,
    namePrincipal: (id) => id,
    // Estimates of sketches depend on the key.
    random: fixedRandom,
    ...options,
  });
  return {
    ...observer,
    all: (exchanges: Iterable<ObservedExchange>): readonly SecurityEvent[] =>
      [...exchanges].flatMap((exchange) => observer.observe(exchange)),
  };
};
const order = (id: number | string, at: number, more: object = {}) =>
  makeExchange('GET /orders/{id}', {
    principal,
    time: begin + at * 1000,
    parameters: { id: String(id) },
    ...more,
  });
const times = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index));
const reasons = (events: readonly SecurityEvent[]) => events.map(({ reason }) => reason);

describe('enumeration', () => {
  it('is noticed within eight refusals of different objects, and said once within the cool-down', () => {
    const events = watch().all(times(60, (index) => order(index * 37, index, { status: 404 })));
    expect(reasons(events)).toEqual(['object-enumeration']);
    expect(events[0]).toEqual({
      time: begin + 7000,
      operation: 'guard',
      outcome: 'success',
      action: 'allow',
      rule: 'default',
      reason: 'object-enumeration',
      place: { source: 'GET /orders/{id}' },
      principal: 'u1',
      requester: { role: 'user' },
      figures: { objects: expect.closeTo(8, -0.5), evidence: 17 },
    });
  });

  it('is noticed in steps though all is answered, also backwards', () => {
    for (const step of [1, -1, 2, 50]) {
      const events = watch().all(times(20, (index) => order(5000 + index * step, index * 100)));
      expect(reasons(events)).toEqual(['object-enumeration']);
    }
  });

  it('is not what retries, a list followed by its objects, or things just made are', () => {
    const { all } = watch();
    expect(all(times(500, (index) => order(7, index, { status: index % 2 ? 503 : 200 })))).toEqual(
      [],
    );
    expect(all(times(200, (index) => order(9, 600 + index, { status: 404 })))).toEqual([]);
    const list = makeExchange('GET /orders', {
      principal,
      time: begin + 1e6,
      query: [['page', '1']],
      records: 50,
    });
    expect(all([list, ...times(50, (index) => order(100 + index, 1100 + index))])).toEqual([]);
    const made = times(40, (index) => [
      makeExchange('POST /orders', { principal, time: begin + 2e6 + index * 1000, status: 201 }),
      order(900 + index, 2000 + index),
    ]);
    expect(all(made.flat())).toEqual([]);
  });

  it('is not asking for objects whose ids an answer held', () => {
    const { all } = watch();
    const list = {
      ...makeExchange('GET /orders', {
        principal,
        time: begin,
        query: [['page', '1']],
        records: 50,
      }),
      objectIds: times(40, (index) => String(100 + index)),
    };
    const known = times(40, (index) => ({
      ...order(100 + index, index + 1, { status: 404 }),
      objectIds: [],
    }));
    expect(all([list, ...known])).toEqual([]);
    const guessed = times(40, (index) => ({ ...order(500 + index, index + 100), objectIds: [] }));
    expect(reasons(all(guessed))).toEqual(['object-enumeration']);
  });

  it('is the duty of some roles', () => {
    const { all } = watch({ roles: { user: { anyObject: true } } });
    expect(all(times(100, (index) => order(index, index, { status: 404 })))).toEqual([]);
  });

  it('is noticed when many do it together', () => {
    const crowd = times(400, (index) =>
      makeExchange('GET /orders/{id}', {
        principal: { id: `bot${index % 80}`, role: 'user' },
        time: begin + index * 1000,
        status: 404,
        parameters: { id: `${index}x` },
      }),
    );
    const events = watch().all(crowd);
    expect(reasons(events)).toContain('distributed-enumeration');
    expect(
      events.find(({ reason }) => reason === 'distributed-enumeration')?.principal,
    ).toBeUndefined();
    expect(events.filter(({ reason }) => reason === 'object-enumeration').length).toBeGreaterThan(
      0,
    );
  });
});

describe('volume', () => {
  const page = (index: number, sensitive: number, id = 'u1') =>
    makeExchange('GET /reports', {
      principal: { id, role: 'user' },
      time: begin + index * 1000,
      query: [['offset', String(index)]],
      records: sensitive,
      sensitive,
    });

  it('is judged beside the population, and repeated answers count once', () => {
    const { all } = watch({ roles: { user: { automated: true } } });
    const population = times(60, (index) => page(index, 5 + (index % 20), `p${index}`));
    expect(all(population)).toEqual([]);
    expect(all(times(100, () => page(1, 300)))).toEqual([]);
    const events = all(times(100, (index) => page(100 + index, 300)));
    expect(reasons(events)).toEqual(['mass-export']);
    expect(events[0]?.figures?.['sensitiveValues']).toBeLessThan(3000);
  });

  it('may be what a role or a habit allows', () => {
    const { all } = watch({ roles: { user: { automated: true, sensitiveValuesPerDay: 50_000 } } });
    expect(all(times(100, (index) => page(index, 300)))).toEqual([]);
    expect(reasons(all(times(100, (index) => page(1000 + index, 300))))).toEqual(['mass-export']);
  });

  it('has budgets of its own, and so have requests', () => {
    const { all } = watch({
      roles: { user: { sensitiveValuesPerDay: 1e9, automated: true } },
      budgets: [
        { name: 'day', sensitiveValuesPerDay: 1000 },
        { name: 'pace', requestsPerMinute: 60, operation: 'GET /reports' },
        { name: 'other', requestsPerMinute: 1, role: 'guest' },
      ],
    });
    expect(all(times(60, (index) => page(index, 10)))).toEqual([]);
    const events = all(times(90, (index) => page(60 + index / 4, 10)));
    expect(events.map(({ reason, place }) => `${reason} ${place.source}`)).toEqual([
      'volume-budget day',
      'rate-budget pace',
    ]);
  });
});

describe('scraping', () => {
  const pages = (gaps: (index: number) => number, count: number) => {
    let time = begin;
    return times(count, (index) => {
      time += gaps(index);
      return makeExchange('GET /products', {
        principal,
        time,
        query: [['page', String(index)]],
        records: 20,
      });
    });
  };

  it('is noticed by its pace, and people are not', () => {
    expect(reasons(watch().all(pages((index) => 2000 + (index % 7) * 60, 60)))).toEqual([
      'scraping',
    ]);
    // Pauses as 2, 9, 4, 30 seconds: a spread of 1 in logarithm.
    const pauses = [2000, 9000, 4000, 30_000, 1500];
    expect(watch().all(pages((index) => pauses[index % 5]!, 100))).toEqual([]);
  });

  it('is not a screen that asks for one page again and again', () => {
    const same = times(500, (index) =>
      makeExchange('GET /products', {
        principal,
        time: begin + index * 30_000,
        query: [['page', '1']],
        records: 20,
      }),
    );
    expect(watch().all(same)).toEqual([]);
  });
});

describe('routes and drift', () => {
  it('names shadow routes by their form, and who looks for them', () => {
    const observer = watch();
    const found = times(5, (index) =>
      makeUnknown(`/internal/users/${index}00/export`, 200, principal, begin + index),
    );
    const events = observer.all(found);
    expect(events.map(({ reason, place, principal: who }) => [reason, place.source, who])).toEqual([
      ['shadow-route', 'GET /internal/users/{}/export', undefined],
    ]);
    expect(observer.listShadowRoutes()).toEqual([
      { name: 'GET /internal/users/{}/export', count: 5, error: 0 },
    ]);
    const words = 'admin backup config console debug dev dump env export graphql'.split(' ');
    const probes = words.map((word, index) =>
      makeUnknown(`/${word}`, 404, principal, begin + 1000 * index),
    );
    expect(reasons(observer.all(probes))).toEqual(['route-probing']);
    // One path with many ids is an old client, not a search.
    const old = times(50, (index) =>
      makeUnknown(`/v0/sync/${index}`, 404, { id: 'u2', role: 'user' }, begin + index),
    );
    expect(observer.all(old)).toEqual([]);
  });

  it('names operations that are to go, and fields that no description has', () => {
    const { all } = watch({ deprecatedOperations: ['GET /v1/me'] });
    const me = (undocumented: string[]) =>
      makeExchange('GET /v1/me', { principal, time: begin, undocumented });
    const events = all([me([]), me(['/password']), me(['/password', '/13800138000/x'])]);
    expect(events.map(({ reason, place }) => [reason, place.path])).toEqual([
      ['zombie-route', undefined],
      ['schema-drift', '/password'],
      ['schema-drift', '/*/x'],
    ]);
  });

  it('names sensitive values that an operation never gave before', () => {
    const { all } = watch();
    const answer = (sensitive: number) =>
      makeExchange('GET /news', { principal, time: begin, sensitive });
    expect(all(times(1500, () => answer(0)))).toEqual([]);
    expect(all([answer(1), answer(1)]).map(({ reason, level }) => [reason, level])).toEqual([
      ['sensitive-drift', 3],
    ]);
  });
});

describe('hostile input', () => {
  it('takes no more memory however many principals, paths and operations come', () => {
    const { byteLength, observe } = createApiObserver({ maxPrincipals: 256 });
    expect(byteLength).toBeLessThan(3_000_000);
    const before = process.memoryUsage().arrayBuffers;
    let events = 0;
    for (let index = 0; index < 100_000; index += 1) {
      const who = { id: `u${index}`, role: `r${index}` };
      const time = begin + index;
      events += observe(
        makeExchange(`GET /k${index % 10_000}/{id}`, {
          principal: who,
          time,
          parameters: { id: `${index}` },
        }),
      ).length;
      events += observe(makeUnknown(`/${(index * 7919).toString(36)}x`, 200, who, time)).length;
    }
    // The arrays of tables do not grow, and events are bounded though every path answers.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
    expect(events).toBeLessThan(2100);
  });

  it('keeps watching whom it suspects while strangers pour in', () => {
    const { all } = watch({ maxPrincipals: 64 });
    const events = all(
      times(12, (index) => [
        order(index * 91, index * 60, { status: 404 }),
        ...times(2000, (other) =>
          makeExchange('GET /orders/{id}', {
            principal: { id: `s${index}-${other}`, role: 'user' },
            time: begin + index * 60_000 + other,
            parameters: { id: `${index}-${other}` },
          }),
        ),
      ]).flat(),
    );
    expect(events.filter(({ principal: who }) => who === 'u1').length).toBe(1);
  });

  it('takes long ids, strange numbers and a clock that goes back', () => {
    const { all } = watch({ clock: () => begin });
    const long = times(20, (index) => order('x'.repeat(1_000_000) + index, index, { status: 404 }));
    expect(reasons(all(long))).toEqual(['object-enumeration']);
    const strange = [Number.NaN, Number.POSITIVE_INFINITY, -5, 1e300].flatMap((number, index) => [
      {
        ...order(index, 100),
        records: number,
        sensitive: [
          {
            category: 'contact.phone' as const,
            level: 3 as const,
            count: number,
            disclosed: number,
          },
        ],
        request: { ...order(index, 100).request, time: number },
      },
      makeExchange('GET /orders', {
        principal: { id: 'u3', role: 'user' },
        time: number,
        query: [['a', 'b']],
        records: number,
      }),
    ]);
    for (const { figures = {} } of all(strange)) {
      for (const figure of Object.values(figures)) expect(Number.isFinite(figure)).toBe(true);
    }
    const back = watch();
    back.all(times(4, (index) => order(index * 91, 1e9 + index, { status: 404 })));
    expect(
      reasons(back.all(times(4, (index) => order(9000 + index * 91, index, { status: 404 })))),
    ).toEqual(['object-enumeration']);
  });

  it('does the same for the same traffic and key, and nothing for strangers without id', () => {
    const run = () =>
      watch({ random: fixedRandom }).all(
        times(80, (index) => order(index, index, { status: 404 })),
      );
    expect(run()).toEqual(run());
    const anonymous = times(50, (index) => {
      const exchange = order(index, index, { status: 404 });
      return { ...exchange, request: { ...exchange.request, principal: {} } };
    });
    expect(
      watch()
        .all(anonymous)
        .filter(({ principal: who }) => who !== undefined),
    ).toEqual([]);
  });

  it('names nobody: principals are pseudonyms that differ from start to start', () => {
    const one = createApiObserver();
    const other = createApiObserver();
    expect(one.pseudonymOf('li@example.com')).toMatch(/^[0-9a-f]{16}$/);
    expect(one.pseudonymOf('li@example.com')).toBe(one.pseudonymOf('li@example.com'));
    expect(one.pseudonymOf('li@example.com')).not.toBe(other.pseudonymOf('li@example.com'));
    const events = times(20, (index) => order(`secret${index}`, index, { status: 404 })).flatMap(
      (exchange) => one.observe(exchange),
    );
    expect(events.length).toBe(1);
    expect(JSON.stringify(events)).not.toMatch(/secret|u1/);
  });

  it.each([
    [{ maxPrincipals: 100 }],
    [{ maxPrincipals: 32 }],
    [{ maxPrincipals: Number.NaN }],
    [{ coolDownMs: -1 }],
    [{ budgets: [{ name: 'x', requestsPerMinute: 0 }] }],
    [{ budgets: times(33, () => ({ name: 'x' })) }],
  ])('refuses options out of range: %j', (options) => {
    expect(() => createApiObserver(options)).toThrow(
      expect.objectContaining({ code: 'ERR_API_SECURITY_OBSERVER' }),
    );
  });
});
