import { createApiObserver, type ObservedExchange } from '@yushu/api-security/observe';
import type { Bench } from '../../src/bench.ts';

const principals = 2_000;
const exchangeCount = 20_000;
const batch = 500;

/** Exchanges of many principals on four operations, as fast as they come; ids never twice. */
function makeExchanges(): ObservedExchange[] {
  return Array.from({ length: exchangeCount }, (_, index) => {
    const who = (index * 7919) % principals;
    const isList = index % 4 === 0;
    const operation = isList ? 'GET /orders' : `GET /kinds${index % 3}/{id}`;
    return {
      request: {
        method: 'GET',
        path: isList ? '/orders' : `/kinds${index % 3}/${index}`,
        operation,
        parameters: isList ? {} : { id: String(index) },
        query: isList ? ([['page', String(index)]] as const) : [],
        principal: { id: `customer-${who}`, role: 'customer' },
        time: 1_772_400_000_000 + index * 40,
      },
      status: index % 50 === 0 ? 404 : 200,
      outcome: 'handled' as const,
      responseBytes: 900,
      records: isList ? 20 : 1,
      sensitive: [
        { category: 'contact.phone' as const, level: 3 as const, count: 1, disclosed: 1 },
      ],
      undocumented: [],
    };
  });
}

const observe: Bench = {
  name: 'api-security.observe',
  about: 'Watching exchanges with all detectors, beside writing each exchange as a line of a log',
  prepare() {
    const exchanges = makeExchanges();
    const { observe: watch } = createApiObserver({
      budgets: [
        { name: 'pace', requestsPerMinute: 6000 },
        { name: 'day', sensitiveValuesPerDay: 1e6 },
      ],
    });
    let at = 0;
    let next = 0;
    return {
      work: { unit: 'op', amount: batch },
      check() {
        const fresh = createApiObserver({ namePrincipal: (id) => id });
        const attack = exchanges.slice(0, 100).map((exchange, index) => ({
          ...exchange,
          status: 404,
          request: {
            ...exchange.request,
            operation: 'GET /kinds0/{id}',
            parameters: { id: `x${index}` },
            principal: { id: 'mallory' },
          },
        }));
        const named = [...exchanges, ...attack].flatMap((one) =>
          fresh.observe(one).flatMap(({ principal = [] }) => principal),
        );
        if (named.join() !== 'mallory') throw new Error('not only the attacker is named');
      },
      subjects: {
        'createApiObserver().observe': () => {
          let events = 0;
          for (let count = 0; count < batch; count += 1) {
            events += watch(exchanges[at]!).length;
            at = (at + 1) % exchangeCount;
          }
          return events;
        },
        'JSON.stringify of each exchange': () => {
          let length = 0;
          for (let count = 0; count < batch; count += 1) {
            length += JSON.stringify(exchanges[next]).length;
            next = (next + 1) % exchangeCount;
          }
          return length;
        },
      },
    };
  },
};

/** Cases of `@yushu/api-security/observe`. */
export const benches: readonly Bench[] = [observe];
