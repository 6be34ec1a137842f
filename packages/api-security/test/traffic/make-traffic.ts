import type { ObservedExchange } from '@yushu/api-security/observe';
import * as attack from './attack-actors.ts';
import * as benign from './benign-actors.ts';
import type { TrafficApi } from './traffic-api.ts';
import { TrafficRandom } from './traffic-random.ts';
import { TrafficWorld } from './traffic-world.ts';

/** Who is behind principals: one person or program, or one attacker behind several. */
export interface Actor {
  readonly name: string;
  readonly kind: string;
  readonly isAttack: boolean;
  readonly principals: readonly string[];
}

/** Labelled traffic. */
export interface Traffic {
  readonly actors: readonly Actor[];
  /** In order of time. */
  readonly exchanges: Iterable<ObservedExchange>;
}

/** How much traffic. */
export interface TrafficSize {
  readonly people: number;
  readonly attackers: number;
  readonly days: number;
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const epoch = Date.UTC(2026, 2, 2);

/** Shares of kinds among people; the rest are casual. */
const mixes = { power: 0.04, mobile: 0.2, stale: 0.1, maker: 0.06, polling: 0.04, pager: 0.06 };

/** Makes labelled traffic on an API: the same for the same seed. */
export function makeTraffic(api: TrafficApi, seed: number, size: TrafficSize): Traffic {
  const random = new TrafficRandom(seed);
  const world = new TrafficWorld(api, random.fork());
  const actors: Actor[] = [];
  const activities: benign.Activity[] = [];
  const start = epoch;
  const end = epoch + size.days * dayMs;
  let count = 0;
  const stageFor = (role: string, from = start): benign.Stage => {
    count += 1;
    const principal = { id: `${role}-${count}`, role };
    return { world, random: random.fork(), principal, start: from, end };
  };
  const act = (
    kind: string,
    isAttack: boolean,
    stages: readonly benign.Stage[],
    activity: (stage: benign.Stage) => benign.Activity,
  ) => {
    actors.push({
      name: stages[0]!.principal.id,
      kind,
      isAttack,
      principals: stages.map(({ principal }) => principal.id),
    });
    for (const stage of stages) activities.push(activity(stage));
  };

  const people = Array.from({ length: size.people }, () => {
    const draw = random.next();
    let sum = 0;
    const kind =
      Object.entries(mixes).find(([, share]) => {
        sum += share;
        return sum > draw;
      })?.[0] ?? 'casual';
    return {
      kind,
      stage: stageFor('user', start + random.int(0, Math.max(0, size.days - 1)) * dayMs),
    };
  });
  world.populate(
    people.map(({ kind, stage }) => ({
      id: stage.principal.id,
      count: Math.ceil(random.logNormal(kind === 'power' ? 50 : 4, 0.8)),
    })),
  );
  for (const { kind, stage } of people) {
    act(kind, false, [stage], (own) => {
      switch (kind) {
        case 'power':
          return benign.person(own, 5, 0.6, 6);
        case 'mobile':
          return benign.retrying(benign.person(own, 1, 0.4, 2), own.random);
        case 'stale':
          return benign.stale(own, benign.person(own, 1, 0.4, 2));
        case 'maker':
          return benign.maker(own);
        case 'polling':
          return benign.polling(own);
        case 'pager':
          return benign.person(own, 1, 0.2, 25);
        default:
          return benign.person(own, 1, 0.4, 2);
      }
    });
  }
  for (let index = 0; index < Math.max(4, size.people / 400); index += 1) {
    act('support', false, [stageFor('support')], (stage) => benign.staff(stage, 60));
  }
  for (let index = 0; index < 3; index += 1) {
    act('admin', false, [stageFor('admin')], (stage) => benign.staff(stage, 120));
  }
  for (let index = 0; index < 2; index += 1) {
    act('nightly', false, [stageFor('batch')], (stage) => benign.nightly(stage, 3000));
  }

  // Attackers come once people are there, but not only then.
  const attacker = () =>
    stageFor('user', start + Math.floor((0.1 + 0.6 * random.next()) * (end - start)));
  const flaw = (): attack.Flaw => ({
    open: random.chance(0.5),
    refusal: random.pick([403, 404] as const),
  });
  const kinds = ['sequential', 'random', 'slow', 'distributed', 'export', 'scraping', 'probing'];
  for (let index = 0; index < size.attackers; index += 1) {
    const kind = kinds[index % kinds.length]!;
    const one = attacker();
    const how = flaw();
    const target = random.int(0, api.owned.length - 1);
    const serial = api.owned.some(({ ids }) => ids === 'serial');
    if (kind === 'sequential' && serial) {
      act(kind, true, [one], (stage) =>
        attack.sequential(stage, random.int(40, 400), random.int(100, 3000), how),
      );
    } else if (kind === 'random' || kind === 'sequential') {
      act(kind, true, [one], (stage) =>
        attack.randomIds(stage, target, random.int(60, 400), random.int(200, 5000), how),
      );
    } else if (kind === 'slow') {
      // What is slow begins early.
      const early = { ...one, start: start + random.int(1, 12) * hourMs };
      act(kind, true, [early], (stage) =>
        random.chance(0.5) && serial
          ? attack.sequential(stage, 80, random.int(5, 15) * 60_000, how)
          : attack.randomIds(stage, target, 80, random.int(5, 15) * 60_000, how),
      );
    } else if (kind === 'distributed') {
      const principals = Array.from({ length: random.int(20, 50) }, () => ({
        ...stageFor('user'),
        start: one.start,
      }));
      act(kind, true, principals, (stage) =>
        attack.randomIds(stage, target, random.int(10, 20), 120_000, how),
      );
    } else if (kind === 'export') {
      act(kind, true, [one], (stage) =>
        attack.bulkExport(stage, random.int(20, 100), random.pick([100, 500])),
      );
    } else if (kind === 'scraping') {
      act(kind, true, [one], (stage) =>
        attack.scraper(stage, random.int(500, 8000), random.pick([0.05, 0.2, 0.3])),
      );
    } else act(kind, true, [one], (stage) => attack.prober(stage, random.int(15, 36)));
  }
  return { actors, exchanges: merge(activities) };
}

/** All activities in order of time, by a heap. */
function* merge(activities: readonly benign.Activity[]): Generator<ObservedExchange> {
  const heap: { exchange: ObservedExchange; activity: benign.Activity }[] = [];
  const time = (at: number) => heap[at]!.exchange.request.time;
  const sink = (from: number) => {
    for (let at = from; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && time(child) < time(least)) least = child;
      }
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least]!, heap[at]!];
      at = least;
    }
  };
  for (const activity of activities) {
    const { value } = activity.next();
    if (value) heap.push({ exchange: value, activity });
  }
  for (let at = heap.length >> 1; at >= 0; at -= 1) if (heap.length > 0) sink(at);
  while (heap.length > 0) {
    const top = heap[0]!;
    yield top.exchange;
    const { value } = top.activity.next();
    if (value) top.exchange = value;
    else {
      const last = heap.pop()!;
      if (heap.length === 0) return;
      heap[0] = last;
    }
    sink(0);
  }
}
