import { createFieldTreatments } from '@yushu/protect';
import { variantOf } from '@yushu/protect/http';
import { EventQueue } from './event-queue.ts';
import { type ApiGuardOptions, type GuardSettings, readSettings } from './guard-options.ts';
import { GuardedExchange } from './guarded-exchange.ts';
import { ReaderPlans } from './plan/reader-plans.ts';
import type { ApiPrincipal } from './ports/api-principal.ts';
import type { RequestFacts } from './ports/request-facts.ts';
import type { Refusal, RefusalReason } from './problem.ts';
import { type OperationView, viewOperation } from './route/operation-view.ts';
import { type DescribedApi, readApi } from './route/read-api.ts';
import { RouteTable } from './route/route-table.ts';
import { splitPath } from './route/split-path.ts';

/** The head of a request, as a server has it. */
export interface GuardRequest {
  readonly method: string;
  /** Path with its query, as it came. */
  readonly target: string;
  /** A header by its name in lower case. */
  readonly headerOf: (name: string) => string | undefined;
  readonly principal: ApiPrincipal;
  /** Whether there is a body, where headers do not say so; `unknown` where {@link GuardedExchange.checkBodyKind} is asked later. */
  readonly hasBody?: boolean | 'unknown';
}

/** A request that was looked at: an exchange that goes on, or ends with its `refusal`. */
export interface BegunExchange {
  readonly exchange: GuardedExchange;
  readonly refusal: Refusal | undefined;
}

/** Guards an API. Made by {@link createApiGuard}; adapters for frameworks stand upon it. */
export interface ApiGuard {
  /** Names of the described operations. */
  readonly operations: readonly string[];
  /** Begins an exchange: route, parameters and authorisation. Never rejects. */
  begin(request: GuardRequest): Promise<BegunExchange>;
  /** Resolves once the audit sink has taken all events. */
  flush(): Promise<void>;
}

const queryOf = (target: string): readonly (readonly [string, string])[] => {
  const at = target.indexOf('?');
  if (at < 0) return [];
  const end = target.indexOf('#', at);
  return [...new URLSearchParams(target.slice(at + 1, end < 0 ? undefined : end))];
};

class DescriptionGuard implements ApiGuard {
  private readonly api: DescribedApi;
  private readonly settings: GuardSettings;
  private readonly plans: ReaderPlans;
  private readonly queue: EventQueue;
  private readonly policyText: string;
  private readonly views = new Map<string, OperationView>();
  private table: RouteTable | undefined;

  constructor(api: DescribedApi, settings: GuardSettings, plans: ReaderPlans) {
    this.api = api;
    this.settings = settings;
    this.plans = plans;
    this.queue = new EventQueue(settings.audit);
    this.policyText = JSON.stringify(settings.policy);
  }

  get operations(): readonly string[] {
    return this.api.operations.map(({ name }) => name);
  }

  async begin(request: GuardRequest): Promise<BegunExchange> {
    const { settings } = this;
    const method = request.method.toUpperCase();
    const split = splitPath(request.target);
    this.table ??= new RouteTable(this.api.operations, this.api.basePaths);
    const found = split === undefined ? undefined : this.table.find(method, split.segments);
    const match = found !== undefined && 'operation' in found ? found : undefined;
    const facts: RequestFacts = {
      method,
      path: split?.path ?? '',
      operation: match?.operation.name,
      parameters: match?.parameters ?? {},
      query: queryOf(request.target),
      principal: request.principal,
      time: settings.clock(),
    };
    const exchange = new GuardedExchange(facts, {
      settings,
      space: this.api.space,
      plans: this.plans,
      queue: this.queue,
      view: match === undefined ? undefined : this.viewOf(match.operation.name, match.operation),
      headerOf: request.headerOf,
      variant: this.variantOf(request.principal),
    });
    return { exchange, refusal: await this.judge(exchange, request, split !== undefined, found) };
  }

  flush(): Promise<void> {
    return this.queue.flush();
  }

  private async judge(
    exchange: GuardedExchange,
    request: GuardRequest,
    isPath: boolean,
    found: ReturnType<RouteTable['find']>,
  ): Promise<Refusal | undefined> {
    const { shadowRoutes, authorise } = this.settings;
    if (!this.queue.isReady) return exchange.refuse('audit');
    if (!isPath) return exchange.refuse('path');
    const methods = found === undefined || 'operation' in found ? undefined : found;
    const isPreflight = methods !== undefined && exchange.facts.method === 'OPTIONS';
    if (exchange.facts.operation === undefined && !isPreflight) {
      const reason: RefusalReason = methods === undefined ? 'shadow-route' : 'method';
      if (shadowRoutes === 'block') {
        return exchange.refuse(
          reason,
          [],
          methods === undefined ? {} : { allow: methods.join(', ') },
        );
      }
      exchange.report(reason);
    }
    if (authorise !== undefined && !isPreflight && !(await isAllowed(authorise, exchange.facts))) {
      return exchange.refuse('authorisation');
    }
    return exchange.checkHead(request.hasBody);
  }

  private viewOf(name: string, operation: Parameters<typeof viewOperation>[1]): OperationView {
    let view = this.views.get(name);
    if (view === undefined) {
      view = viewOperation(this.api, operation);
      this.views.set(name, view);
    }
    return view;
  }

  private variantOf({ role, purpose }: ApiPrincipal): string {
    return variantOf(JSON.stringify([role, purpose]) + this.policyText);
  }
}

async function isAllowed(
  authorise: NonNullable<ApiGuardOptions['authorise']>,
  facts: RequestFacts,
): Promise<boolean> {
  try {
    return (await authorise(facts)).allowed === true;
  } catch {
    return false;
  }
}

/**
 * Guards an API by its description and one policy: requests are held to the description, responses are shown to each reader as the policy
 * says, and what neither speaks of is kept back. Put it before a server with `guardFetch`, `guardHono`, or the adapters of
 * `@yushu/api-security/guard/node`.
 *
 * Reading the paths is all that happens at the start; an operation is read when its first request comes.
 *
 * @throws {DataSecurityError} `ERR_API_SECURITY_SPEC` where the description cannot be read, `ERR_API_SECURITY_OPTIONS` where an option is
 * out of its range, `ERR_PROTECT_OPTIONS` where the policy needs keys and none were given, and what the key provider throws.
 *
 * @example
 * ```ts
 * import { createApiGuard, guardFetch } from '@yushu/api-security/guard';
 * import { readPolicy } from '@yushu/protect';
 *
 * const spec = `
 * openapi: 3.1.0
 * paths:
 *   /users/{id}:
 *     get:
 *       parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
 *       responses:
 *         '200':
 *           content:
 *             application/json:
 *               schema: { type: object, properties: { name: { type: string }, phone: { type: string } } }`;
 * const policy = readPolicy(`
 * version: 1
 * rules: [{ match: { category: contact.phone }, unless: { role: support }, action: { mask: { keepFirst: 3, keepLast: 4 } } }]
 * default: allow`);
 *
 * const guard = await createApiGuard({ spec, policy });
 * const handler = guardFetch(guard, {
 *   principal: () => ({ id: '7', role: 'guest' }),
 *   handler: () => Response.json({ name: 'Ann', phone: '13800138000', salary: 9000 }),
 * });
 * console.log(await (await handler(new Request('https://example.com/users/7'))).text()); // {"name":"Ann","phone":"138****8000"}
 * console.log((await handler(new Request('https://example.com/users/seven'))).status); // 400
 * console.log((await handler(new Request('https://example.com/debug'))).status); // 404
 * ```
 */
export async function createApiGuard(options: ApiGuardOptions): Promise<ApiGuard> {
  const settings = readSettings(options);
  const api = readApi(options.spec, options.basePaths);
  const { policy, keys, table, tenant } = options;
  const treat = await createFieldTreatments({ policy, keys, table, tenant });
  return new DescriptionGuard(api, settings, new ReaderPlans(api.space, settings, treat));
}
