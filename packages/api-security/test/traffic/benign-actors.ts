import type { ObservedExchange } from '@yushu/api-security/observe';
import type { TrafficRandom } from './traffic-random.ts';
import { makeExchange, makeUnknown, parametersOf, type TrafficWorld } from './traffic-world.ts';

/** What an actor does, in order of time. */
export type Activity = Generator<ObservedExchange, void>;

/** Who acts, where, and when it may begin and must end. */
export interface Stage {
  readonly world: TrafficWorld;
  readonly random: TrafficRandom;
  readonly principal: { readonly id: string; readonly role: string };
  readonly start: number;
  readonly end: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Beginnings of sessions: some a day, in waking hours. */
function* sessions({ random, start, end }: Stage, aDay: number): Generator<number> {
  const phase = random.next();
  for (let day = start; day < end; day += dayMs) {
    const times = Array.from({ length: Math.round(random.logNormal(aDay, 0.4)) }, () => {
      const hour = 7 + ((phase * 6 + random.next() * 11) % 16);
      return day + hour * hourMs;
    }).sort((a, b) => a - b);
    for (const time of times) if (time < end) yield time;
  }
}

const pause = (random: TrafficRandom) => random.logNormal(6_000, 0.9);

/** Views of objects of one's own, after looking at the list. */
function* viewOwn(stage: Stage, from: number, share: number): Activity {
  const { world, random, principal } = stage;
  let time = from;
  for (const [kind, { item, list, sensitive }] of world.api.owned.entries()) {
    const own = world.own(kind, principal.id);
    if (own.length === 0) continue;
    const pages = Math.max(1, Math.min(4, Math.ceil(own.length / 20)));
    for (let page = 1; page <= pages; page += 1) {
      const records = Math.min(20, own.length - 20 * (page - 1));
      time += pause(random);
      yield makeExchange(list, {
        principal,
        time,
        parameters: parametersOf(`${list}/{x}`, principal.id, ''),
        query: [['page', String(page)]],
        records,
        sensitive: records,
      });
      if (!random.chance(0.3)) break;
    }
    const views = Math.max(1, Math.round(own.length * share * random.next()));
    for (let view = 0; view < Math.min(views, 40); view += 1) {
      // The newest most often.
      const back = Math.min(own.length - 1, Math.floor(random.logNormal(2, 1)));
      const { id } = own[own.length - 1 - back]!;
      time += pause(random);
      yield makeExchange(item, {
        principal,
        time,
        parameters: parametersOf(item, principal.id, id),
        sensitive,
      });
    }
  }
}

/** Looks around in what everybody may see. */
function* browse(stage: Stage, from: number, pages: number, views: number): Activity {
  const { world, random, principal } = stage;
  const shared = random.pick(world.api.shared);
  let time = from;
  for (let page = 1; page <= Math.min(pages, shared.pages); page += 1) {
    time += pause(random);
    yield makeExchange(shared.list, {
      principal,
      time,
      query: [['page', String(page)]],
      records: 20,
    });
    for (let view = 0; view < views && random.chance(0.5); view += 1) {
      time += pause(random);
      // Few things are looked at by many.
      const rank = Math.min(shared.pages * 20, Math.ceil(random.logNormal(40, 1.5)));
      const id = shared.ids === 'serial' ? String(rank) : `thing-${rank}`;
      yield makeExchange(shared.item, {
        principal,
        time,
        parameters: parametersOf(shared.item, principal.id, id),
      });
    }
  }
}

/** A customer or patient, with as many sessions and as much interest as asked. */
export function* person(stage: Stage, aDay: number, share: number, pages: number): Activity {
  const { random, world, principal } = stage;
  let last = stage.start;
  for (const begun of sessions(stage, aDay)) {
    let time = Math.max(begun, last);
    yield makeExchange(world.api.home, { principal, time });
    const wanted = Math.round(random.logNormal(pages, 0.8));
    for (const part of [browse(stage, time, wanted, 3), undefined]) {
      for (const exchange of part ?? viewOwn(stage, time, share)) {
        ({ time } = exchange.request);
        yield exchange;
      }
    }
    last = time + minuteMs;
  }
}

/** On a bad network: every exchange may come several times, fast, and some end in errors of the server. */
export function* retrying(activity: Activity, random: TrafficRandom): Activity {
  let last = 0;
  for (const exchange of activity) {
    let time = Math.max(last, exchange.request.time);
    for (let attempt = random.int(0, 3); attempt > 0; attempt -= 1) {
      yield {
        ...exchange,
        request: { ...exchange.request, time },
        status: random.chance(0.5) ? 503 : exchange.status,
      };
      time += 400 * 2 ** attempt;
    }
    yield { ...exchange, request: { ...exchange.request, time } };
    last = time;
  }
}

/** An app that still knows objects which are gone, and paths of its old version. */
export function* stale(stage: Stage, activity: Activity): Activity {
  const { random, world, principal } = stage;
  const [kind] = world.api.owned;
  const gone = Array.from({ length: random.int(1, 4) }, () => `9${random.int(100_000, 999_999)}`);
  for (const exchange of activity) {
    yield exchange;
    const { time } = exchange.request;
    if (random.chance(0.1)) {
      yield makeExchange(kind!.item, {
        principal,
        time,
        status: 404,
        parameters: parametersOf(kind!.item, principal.id, random.pick(gone)),
      });
    }
    if (random.chance(0.05)) {
      const path = random.pick([`/v0/sync/${random.int(1, 1e6)}`, '/favicon.ico', '/robots.txt']);
      yield makeUnknown(path, 404, principal, time);
    }
  }
}

/** Makes things and looks at them, some in a row. */
export function* maker(stage: Stage): Activity {
  const { world, random, principal } = stage;
  const [{ item, list, sensitive }] = world.api.owned as [(typeof world.api.owned)[number]];
  let last = stage.start;
  for (const begun of sessions(stage, 2)) {
    let time = Math.max(begun, last);
    for (let count = random.int(1, 15); count > 0; count -= 1) {
      time += pause(random);
      const { id } = world.create(0, principal.id);
      const parameters = parametersOf(item, principal.id, id);
      const place = parametersOf(`${list}/{x}`, principal.id, '');
      const post = list.replace('GET', 'POST');
      yield makeExchange(post, { principal, time, status: 201, parameters: place });
      time += 500;
      yield makeExchange(item, { principal, time, parameters, sensitive });
    }
    last = time;
  }
}

/** A screen that asks for the same list again and again. */
export function* polling(stage: Stage): Activity {
  const { world, random, principal } = stage;
  const { list } = random.pick(world.api.owned);
  for (const begun of sessions(stage, 1)) {
    const parameters = parametersOf(`${list}/{x}`, principal.id, '');
    for (let time = begun; time < begun + 2 * hourMs; time += 30_000 + random.int(0, 200)) {
      yield makeExchange(list, {
        principal,
        time,
        parameters,
        query: [['page', '1']],
        records: 5,
        sensitive: 5,
      });
    }
  }
}

/** Support and administration: objects of others all day, found by searching. */
export function* staff(stage: Stage, aDay: number): Activity {
  const { world, random, principal } = stage;
  let last = stage.start;
  for (const begun of sessions(stage, 2)) {
    let time = Math.max(begun, last);
    for (let count = Math.round(random.logNormal(aDay / 2, 0.5)); count > 0; count -= 1) {
      const kind = random.int(0, world.api.owned.length - 1);
      const { item, sensitive } = world.api.owned[kind]!;
      const { id, owner } = random.pick(world.all(kind));
      time += random.logNormal(40_000, 0.8);
      const status = random.chance(0.03) ? 404 : 200;
      yield makeExchange(item, {
        principal,
        time,
        status,
        parameters: parametersOf(item, owner, id),
        sensitive,
      });
    }
    last = time;
  }
}

/** A program that goes through everything each night: lists, then each object. */
export function* nightly(stage: Stage, most: number): Activity {
  const { world, principal, random } = stage;
  const [{ item, list, sensitive }] = world.api.owned as [(typeof world.api.owned)[number]];
  for (let day = stage.start; day < stage.end; day += dayMs) {
    let time = day + 2 * hourMs + random.int(0, 60_000);
    const all = world.all(0).slice(0, most);
    for (let at = 0; at < all.length; at += 100) {
      time += 120;
      const page = all.slice(at, at + 100);
      const parameters = parametersOf(`${list}/{x}`, page[0]!.owner, '');
      yield makeExchange(list, {
        principal,
        time,
        parameters,
        query: [['page', String(at / 100)]],
        records: page.length,
      });
      for (const { id, owner } of page) {
        time += 60;
        yield makeExchange(item, {
          principal,
          time,
          parameters: parametersOf(item, owner, id),
          sensitive,
        });
      }
    }
  }
}
