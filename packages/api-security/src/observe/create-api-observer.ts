import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { DataSecurityError, type SecurityEvent, systemClock, systemRandom } from '@yushu/core';
import type { ApiObserver } from '../guard/ports/api-observer.ts';
import type { DetectionReason } from './api-detection.ts';
import type { ApiObserverOptions, RoleProfile } from './api-observer-options.ts';
import { BudgetDetector } from './detectors/budget-detector.ts';
import { DriftDetector } from './detectors/drift-detector.ts';
import { EnumerationDetector } from './detectors/enumeration-detector.ts';
import type { DetectionDetail, Detector, ExchangeContext } from './detectors/exchange-context.ts';
import { ExportDetector } from './detectors/export-detector.ts';
import { hashPage } from './detectors/hash-page.ts';
import { RouteDetector } from './detectors/route-detector.ts';
import { ScrapingDetector } from './detectors/scraping-detector.ts';
import { EventLog } from './event-log.ts';
import type { ObservedExchange } from './observed-exchange.ts';
import { OperationRegistry } from './operations/operation-registry.ts';
import { KeyedHash } from './sketches/keyed-hash.ts';
import type { Frequent } from './sketches/space-saving.ts';

const defaultPrincipals = 16_384;
const maxPrincipalsLimit = 1 << 20;
const hourMs = 3_600_000;
const maxBudgets = 32;
const noEvents: readonly SecurityEvent[] = Object.freeze([]);
const noProfile: RoleProfile = Object.freeze({});

/** Watches exchanges in fixed memory. It is the guard's `ApiObserver`. */
export interface ApiWatcher extends ApiObserver {
  /** Looks at one exchange; what is noticed, mostly nothing. Never throws. */
  readonly observe: (exchange: ObservedExchange) => readonly SecurityEvent[];
  /** What events call a principal. */
  readonly pseudonymOf: (id: string) => string;
  /** Forms of paths that answered though no description has them, the most frequent first; at most 256. */
  readonly listShadowRoutes: () => readonly Frequent[];
  /** Bytes of all tables: what it takes however many principals come. */
  readonly byteLength: number;
}

/**
 * Watches the exchanges of an API, in fixed memory and a few microseconds each: going through objects (OWASP API1), mass export, scraping,
 * budgets, shadow and zombie routes (API9), and drift. What it notices are events with a `reason` and figures; within the cool-down the
 * same is said once. Events hold no value of a request: principals go by pseudonyms, paths by their form.
 *
 * @throws {DataSecurityError} `ERR_API_SECURITY_OBSERVER` where `maxPrincipals`, `coolDownMs` or `budgets` are out of range.
 *
 * @example
 * ```ts
 * import { createApiObserver } from '@yushu/api-security/observe';
 *
 * const observer = createApiObserver({ roles: { support: { anyObject: true }, nightly: { automated: true } } });
 * for (let id = 1; id <= 40; id += 1) {
 *   const events = observer.observe({
 *     request: {
 *       method: 'GET',
 *       path: `/orders/${id}`,
 *       operation: 'GET /orders/{id}',
 *       parameters: { id: String(id) },
 *       query: [],
 *       principal: { id: 'mallory', role: 'customer' },
 *       time: 1_700_000_000_000 + id * 60_000,
 *     },
 *     status: id % 3 === 0 ? 200 : 404,
 *     outcome: 'handled',
 *     responseBytes: 300,
 *     records: 1,
 *     sensitive: [],
 *     undocumented: [],
 *   });
 *   for (const { reason, principal } of events) {
 *     if (principal === observer.pseudonymOf('mallory')) console.log(reason); // object-enumeration
 *   }
 * }
 * ```
 */
export function createApiObserver(options: ApiObserverOptions = {}): ApiWatcher {
  const {
    maxPrincipals = defaultPrincipals,
    coolDownMs = hourMs,
    clock = systemClock,
    random = systemRandom,
    budgets = [],
  } = options;
  check(
    Number.isSafeInteger(Math.log2(maxPrincipals)) &&
      maxPrincipals >= 64 &&
      maxPrincipals <= maxPrincipalsLimit,
    'maxPrincipals must be a power of two from 64 to 1,048,576',
  );
  check(coolDownMs >= 0, 'coolDownMs must be 0 or more');
  check(budgets.length <= maxBudgets, `there may be at most ${maxBudgets} budgets`);
  for (const { requestsPerMinute = 1, sensitiveValuesPerDay = 1 } of budgets) {
    check(requestsPerMinute >= 1, 'requestsPerMinute must be 1 or more');
    check(sensitiveValuesPerDay >= 1, 'sensitiveValuesPerDay must be 1 or more');
  }
  const key = random(32);
  const hash = new KeyedHash(random);
  const pseudonymOf =
    options.namePrincipal ??
    ((id: string) => bytesToHex(hmac(sha256, key, utf8ToBytes(id)).subarray(0, 8)));
  const registry = new OperationRegistry(options.deprecatedOperations ?? []);
  const routes = new RouteDetector(maxPrincipals);
  const detectors: readonly Detector[] = [
    new EnumerationDetector(registry, maxPrincipals),
    new ExportDetector(maxPrincipals),
    new ScrapingDetector(maxPrincipals),
    new BudgetDetector(budgets, maxPrincipals),
    routes,
    new DriftDetector(),
  ];
  const log = new EventLog(coolDownMs);
  const profiles = new Map(Object.entries(options.roles ?? {}));
  const watch = new Watch(hash, log, pseudonymOf);

  return {
    observe(exchange) {
      const { principal, operation, time } = exchange.request;
      const id = principal.id ?? '';
      watch.begin(
        exchange,
        Number.isFinite(time) ? time : clock(),
        id,
        operation === undefined ? undefined : registry.get(operation),
        profiles.get(principal.role ?? '') ?? noProfile,
      );
      for (const detector of detectors) detector.observe(watch);
      return watch.take();
    },
    pseudonymOf,
    listShadowRoutes: () => routes.list(),
    byteLength: detectors.reduce((sum, { byteLength }) => sum + byteLength, log.byteLength),
  };
}

function check(holds: boolean, message: string): void {
  if (holds) return;
  throw new DataSecurityError('ERR_API_SECURITY_OBSERVER', message, {
    hint: 'See ApiObserverOptions for the ranges.',
  });
}

/** The one context that all exchanges share, one after the other. */
class Watch implements ExchangeContext {
  exchange!: ObservedExchange;
  time = 0;
  known = false;
  high = 0;
  low = 0;
  operation: ExchangeContext['operation'];
  profile: RoleProfile = noProfile;
  readonly hash: KeyedHash;
  private readonly log: EventLog;
  private readonly pseudonymOf: (id: string) => string;
  private hasPage = false;
  private pageHigh = 0;
  private pageLow = 0;
  private events: SecurityEvent[] | undefined;

  constructor(hash: KeyedHash, log: EventLog, pseudonymOf: (id: string) => string) {
    this.hash = hash;
    this.log = log;
    this.pseudonymOf = pseudonymOf;
  }

  begin(
    exchange: ObservedExchange,
    time: number,
    id: string,
    operation: ExchangeContext['operation'],
    profile: RoleProfile,
  ): void {
    this.exchange = exchange;
    this.time = time;
    this.known = id !== '';
    this.operation = operation;
    this.profile = profile;
    this.hasPage = false;
    this.hash.hash(id, 1);
    this.high = this.hash.high;
    this.low = this.hash.low;
  }

  hashPage(): void {
    const { hash } = this;
    if (!this.hasPage) {
      hashPage(hash, 2, this.exchange.request);
      this.pageHigh = hash.high;
      this.pageLow = hash.low;
      this.hasPage = true;
    }
    hash.high = this.pageHigh;
    hash.low = this.pageLow;
  }

  take(): readonly SecurityEvent[] {
    const { events } = this;
    if (events === undefined) return noEvents;
    this.events = undefined;
    return events;
  }

  /** A property, so that detectors may take it apart from its object. */
  readonly report = (reason: DetectionReason, detail: DetectionDetail): void => {
    const { exchange, operation, hash, time } = this;
    const source = detail.source ?? operation?.name ?? '';
    hash.hash(`${reason} ${source} ${detail.path ?? ''}`, 3, detail.personal ? this.high : 0);
    if (!this.log.take(reason, hash.high, hash.low, time)) return;
    const { id, role, purpose } = exchange.request.principal;
    const { personal, path, level, figures } = detail;
    this.events ??= [];
    this.events.push({
      time,
      operation: 'guard',
      outcome: 'success',
      action: 'allow',
      rule: 'default',
      reason,
      ...(level === undefined ? {} : { level }),
      place: { source, ...(path === undefined ? {} : { path }) },
      ...(personal && id !== undefined ? { principal: this.pseudonymOf(id) } : {}),
      ...(personal && (role !== undefined || purpose !== undefined)
        ? {
            requester: {
              ...(role === undefined ? {} : { role }),
              ...(purpose === undefined ? {} : { purpose }),
            },
          }
        : {}),
      ...(figures === undefined ? {} : { figures }),
    });
  };
}
