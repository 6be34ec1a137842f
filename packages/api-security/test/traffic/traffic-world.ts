import type { ObservedExchange } from '@yushu/api-security/observe';
import type { OwnedKind, TrafficApi } from './traffic-api.ts';
import type { TrafficRandom } from './traffic-random.ts';

/** An object of the world. */
export interface WorldObject {
  readonly id: string;
  readonly owner: string;
}

/** What there is behind an API: who owns what. */
export class TrafficWorld {
  readonly api: TrafficApi;
  private readonly random: TrafficRandom;
  /** Objects of each owned kind, and where an id leads. */
  private readonly objects: WorldObject[][];
  private readonly byId: Map<string, WorldObject>[];
  private readonly byOwner: Map<string, WorldObject[]>[];

  constructor(api: TrafficApi, random: TrafficRandom) {
    this.api = api;
    this.random = random;
    this.objects = api.owned.map(() => []);
    this.byId = api.owned.map(() => new Map());
    this.byOwner = api.owned.map(() => new Map());
  }

  /** Gives objects to owners in the order in which they would have come: shuffled among each other. */
  populate(owners: readonly { readonly id: string; readonly count: number }[]): void {
    for (const kind of this.api.owned.keys()) {
      const deals = owners.flatMap(({ id, count }) => Array.from({ length: count }, () => id));
      for (let at = deals.length - 1; at > 0; at -= 1) {
        const other = this.random.int(0, at);
        [deals[at], deals[other]] = [deals[other]!, deals[at]!];
      }
      for (const owner of deals) this.create(kind, owner);
    }
  }

  create(kind: number, owner: string): WorldObject {
    const objects = this.objects[kind]!;
    const object = { id: this.makeId(this.api.owned[kind]!, objects.length + 1000), owner };
    objects.push(object);
    this.byId[kind]!.set(object.id, object);
    const own = this.byOwner[kind]!.get(owner);
    if (own === undefined) this.byOwner[kind]!.set(owner, [object]);
    else own.push(object);
    return object;
  }

  own(kind: number, owner: string): readonly WorldObject[] {
    return this.byOwner[kind]!.get(owner) ?? [];
  }

  all(kind: number): readonly WorldObject[] {
    return this.objects[kind]!;
  }

  find(kind: number, id: string): WorldObject | undefined {
    return this.byId[kind]!.get(id);
  }

  private makeId({ ids }: OwnedKind, number: number): string {
    if (ids === 'serial') return String(number);
    const part = () => this.random.int(0, 0xffffffff).toString(16).padStart(8, '0');
    if (ids === 'uuid')
      return `${part()}-${part().slice(4)}-4${part().slice(5)}-a${part().slice(5)}-${part()}${part().slice(4)}`;
    return `${this.random.pick(['red', 'old', 'my', 'big'])}-${part()}`;
  }
}

/** What an exchange says beside its operation. */
export interface ExchangeDetail {
  readonly principal: { readonly id: string; readonly role: string };
  readonly time: number;
  readonly status?: number;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly query?: readonly (readonly [string, string])[];
  readonly records?: number;
  readonly sensitive?: number;
  readonly undocumented?: readonly string[];
}

/** An exchange on an operation. */
export function makeExchange(operation: string, detail: ExchangeDetail): ObservedExchange {
  const { principal, time, status = 200, parameters = {}, query = [], records = 1 } = detail;
  const [method = 'GET', template = '/'] = operation.split(' ');
  const path = template.replace(/\{([^{}]+)\}/g, (_, name: string) => parameters[name] ?? 'x');
  const count = status < 300 ? (detail.sensitive ?? 0) : 0;
  return {
    request: { method, path, operation, parameters, query, principal, time },
    status,
    outcome: 'handled',
    responseBytes: 200 + 150 * records,
    records: status < 300 ? records : 0,
    sensitive:
      count === 0 ? [] : [{ category: 'contact.phone', level: 3, count, disclosed: count }],
    undocumented: detail.undocumented ?? [],
  };
}

/** The parameters of an operation on one object: those before the last name its owner. */
export function parametersOf(operation: string, owner: string, id: string): Record<string, string> {
  const names = [...operation.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name!);
  return Object.fromEntries(
    names.map((name, index) => [name, index === names.length - 1 ? id : owner]),
  );
}

/** An exchange on a path that no description has. */
export function makeUnknown(
  path: string,
  status: number,
  principal: { readonly id: string; readonly role: string },
  time: number,
): ObservedExchange {
  const known = makeExchange('GET /', { principal, time, status });
  return { ...known, request: { ...known.request, path, operation: undefined } };
}
