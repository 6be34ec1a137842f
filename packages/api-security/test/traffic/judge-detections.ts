import { type ApiObserverOptions, createApiObserver } from '@yushu/api-security/observe';
import type { Traffic } from './make-traffic.ts';

/** How well attackers were told from others. */
export interface Judgement {
  readonly exchanges: number;
  /** Principals with and without an attacker behind them. */
  readonly benign: number;
  readonly attacking: number;
  readonly found: number;
  readonly falseAlarms: number;
  /** Attackers, one behind fifty principals counted once, and those of whom half of the principals were named. */
  readonly attackers: number;
  readonly attackersFound: number;
  /** By kind of actor: found or wrongly named, of how many principals. */
  readonly byKind: Readonly<Record<string, { readonly named: number; readonly of: number }>>;
  readonly wrong: readonly string[];
  readonly reasons: Readonly<Record<string, number>>;
  readonly microsecondsEach: number;
}

/** Watches traffic and counts, by principals: an attacker behind fifty counts fifty times. */
export function judgeDetections(
  { actors, exchanges }: Traffic,
  options: ApiObserverOptions,
): Judgement {
  const observer = createApiObserver({ ...options, namePrincipal: (id) => id });
  const named = new Map<string, string>();
  const reasons: Record<string, number> = {};
  let count = 0;
  let spent = 0;
  for (const exchange of exchanges) {
    count += 1;
    const begun = performance.now();
    const events = observer.observe(exchange);
    spent += performance.now() - begun;
    for (const { reason = '', principal, place } of events) {
      reasons[reason] = (reasons[reason] ?? 0) + 1;
      if (principal !== undefined && !named.has(principal))
        named.set(principal, `${reason} ${place.source}`);
    }
  }
  const byKind: Record<string, { named: number; of: number }> = {};
  const wrong: string[] = [];
  let found = 0;
  let falseAlarms = 0;
  let benign = 0;
  let attacking = 0;
  let attackers = 0;
  let attackersFound = 0;
  for (const { kind, isAttack, principals } of actors) {
    const label = `${isAttack ? 'attack' : 'benign'} ${kind}`;
    byKind[label] ??= { named: 0, of: 0 };
    const entry = byKind[label];
    const namedHere = principals.filter((principal) => named.has(principal)).length;
    if (isAttack) {
      attackers += 1;
      if (2 * namedHere >= principals.length) attackersFound += 1;
    }
    for (const principal of principals) {
      const reason = named.get(principal);
      entry.of += 1;
      if (isAttack) attacking += 1;
      else benign += 1;
      if (reason === undefined) continue;
      entry.named += 1;
      if (isAttack) found += 1;
      else {
        falseAlarms += 1;
        wrong.push(`${kind}: ${reason}`);
      }
    }
  }
  return {
    exchanges: count,
    benign,
    attacking,
    found,
    falseAlarms,
    attackers,
    attackersFound,
    byKind,
    wrong,
    reasons,
    microsecondsEach: (spent * 1000) / count,
  };
}
