import type { Activity, Stage } from './benign-actors.ts';
import type { TrafficRandom } from './traffic-random.ts';
import { makeExchange, makeUnknown, parametersOf } from './traffic-world.ts';

const words =
  'admin api backup config console debug dev dump env export graphql health internal jenkins login logs manage metrics old private status swagger test tmp uploads users v1 v2 wp-admin actuator phpinfo server-status .git .env api-docs trace heapdump'.split(
    ' ',
  );

/** Whether the server forgets to check whose an object is, and how it refuses if it does not. */
export interface Flaw {
  readonly open: boolean;
  readonly refusal: 403 | 404;
}

/** Asks for one object by a guessed id. */
function guess(stage: Stage, kind: number, id: string, time: number, { open, refusal }: Flaw) {
  const { world, principal } = stage;
  const { item, sensitive } = world.api.owned[kind]!;
  const object = world.find(kind, id);
  const isOpen = open || object?.owner === principal.id;
  const status = object === undefined ? 404 : isOpen ? 200 : refusal;
  const parameters = parametersOf(item, object?.owner ?? principal.id, id);
  return makeExchange(item, { principal, time, status, parameters, sensitive });
}

/** Ids in a row, up or down, by one or by a step. */
export function* sequential(stage: Stage, count: number, pauseMs: number, flaw: Flaw): Activity {
  const { random, world } = stage;
  const kind = serialKind(stage);
  const step = random.pick([1, 1, 1, -1, 2, 10]);
  const first = 1000 + random.int(0, Math.max(0, world.all(kind).length - count));
  let time = stage.start;
  for (let at = 0; at < count; at += 1) {
    time += random.logNormal(pauseMs, 0.3);
    if (time > stage.end) return;
    yield guess(stage, kind, String(first + at * step), time, flaw);
  }
}

/** Ids at random out of a space that is more or less full. */
export function* randomIds(
  stage: Stage,
  kind: number,
  count: number,
  pauseMs: number,
  flaw: Flaw,
): Activity {
  const { random, world } = stage;
  const serial = world.api.owned[kind]!.ids === 'serial';
  const space = world.all(kind).length * random.pick([1, 2, 20]);
  let time = stage.start;
  for (let at = 0; at < count; at += 1) {
    time += random.logNormal(pauseMs, 0.6);
    if (time > stage.end) return;
    const id = serial
      ? String(1000 + random.int(0, space))
      : random.chance(0.5)
        ? random.pick(world.all(kind)).id
        : `guess-${random.int(0, 1e9)}`;
    yield guess(stage, kind, id, time, flaw);
  }
}

function serialKind({ world, random }: Stage): number {
  const serial = [...world.api.owned.entries()].filter(([, { ids }]) => ids === 'serial');
  return random.pick(serial)[0];
}

/** Takes pages of sensitive records until it has many. */
export function* bulkExport(stage: Stage, pages: number, perPage: number): Activity {
  const { random, world, principal } = stage;
  let time = stage.start;
  for (let page = 1; page <= pages; page += 1) {
    time += random.logNormal(3_000, 0.5);
    yield makeExchange(world.api.bulk, {
      principal,
      time,
      query: [['offset', String(page * perPage)]],
      records: perPage,
      sensitive: perPage * 3,
    });
  }
}

/** Goes through a public list page by page, with so much jitter. */
export function* scraper(stage: Stage, pauseMs: number, jitter: number): Activity {
  const { random, world, principal } = stage;
  const { list, pages } = random.pick(world.api.shared);
  let time = stage.start;
  for (let page = 1; page <= pages; page += 1) {
    time += pauseMs * (1 + jitter * (2 * random.next() - 1));
    if (time > stage.end) return;
    yield makeExchange(list, { principal, time, query: [['page', String(page)]], records: 20 });
  }
}

/** Tries paths from a list of words; what it finds answers. */
export function* prober(stage: Stage, count: number): Activity {
  const { random, principal } = stage;
  let time = stage.start;
  for (const word of shuffle(words, random).slice(0, count)) {
    time += random.logNormal(1_000, 0.7);
    const path = `${random.pick(['', '/api', '/internal'])}/${word}`;
    yield makeUnknown(
      path,
      random.chance(0.04) ? 200 : random.pick([404, 404, 403]),
      principal,
      time,
    );
  }
}

function shuffle<Item>(items: readonly Item[], random: TrafficRandom): Item[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = random.int(0, at);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}
