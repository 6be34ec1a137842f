import type { CompiledRule } from './compiled-rule.ts';
import type { PathState } from './path-automaton.ts';
import type { PrincipalClass } from './principal-classes.ts';
import type { TextClass } from './text-classes.ts';

/** What of a request is not its path or its principal. */
export interface RequestKind {
  readonly id: number;
  readonly action: TextClass;
  readonly operation: TextClass;
  readonly type: TextClass;
}

/** Rules that fit but for their conditions, in the order in which they are asked; equal conditions once. */
export interface Candidates {
  /** The first to be asked, where it has no condition: it decides. */
  readonly certain: CompiledRule | undefined;
  readonly denies: readonly CompiledRule[];
  readonly permits: readonly CompiledRule[];
}

const noRules: readonly CompiledRule[] = [];

/** Finds the rules that fit classes of requests. */
export class RuleIndex {
  private readonly rules: readonly CompiledRule[];
  private readonly byPath = new Map<number, CompiledRule[]>();
  private readonly byRole = new Map<number, CompiledRule[]>();
  private readonly byPrincipal = new Map<number, CompiledRule[]>();
  private readonly anyPath: CompiledRule[] = [];
  private readonly anyone: CompiledRule[] = [];

  constructor(rules: readonly CompiledRule[]) {
    this.rules = rules;
    for (const rule of rules) {
      if (rule.paths === undefined) this.anyPath.push(rule);
      else for (const number of new Set(rule.paths)) push(this.byPath, number, rule);
      if (rule.principals !== undefined) {
        for (const number of new Set(rule.principals)) push(this.byPrincipal, number, rule);
      } else if (rule.roles !== undefined) {
        for (const number of new Set(rule.roles)) push(this.byRole, number, rule);
      } else this.anyone.push(rule);
    }
  }

  find(path: PathState<unknown>, principal: PrincipalClass, kind: RequestKind): Candidates {
    const denies: CompiledRule[] = [];
    const permits: CompiledRule[] = [];
    const seen = { denies: new Set<number>(), permits: new Set<number>() };
    const ends = { denies: false, permits: false };
    for (const rule of this.narrow(path, principal)) {
      const effect = rule.denies ? 'denies' : 'permits';
      if (ends[effect] || seen[effect].has(rule.condition)) continue;
      if (!fits(rule, path, principal, kind)) continue;
      seen[effect].add(rule.condition);
      (rule.denies ? denies : permits).push(rule);
      // Behind a rule without conditions none of its effect is ever asked.
      if (rule.test === undefined) ends[effect] = true;
    }
    // Where the first denial is without condition no permit matters.
    const first = denies[0] ?? permits[0];
    const certain = first?.test === undefined ? first : undefined;
    return { certain, denies, permits: certain?.denies ? noRules : permits };
  }

  /** Rules that may fit, in order: by the path or by the principal, whichever leaves fewer. */
  private narrow(path: PathState<unknown>, principal: PrincipalClass): Iterable<CompiledRule> {
    const byPath = [this.anyPath];
    for (const number of path.patterns) byPath.push(this.byPath.get(number) ?? []);
    const byPrincipal = [this.anyone, this.byPrincipal.get(principal.principal) ?? []];
    for (const number of principal.roles.list()) byPrincipal.push(this.byRole.get(number) ?? []);
    const count = (lists: readonly CompiledRule[][]) =>
      lists.reduce((sum, { length }) => sum + length, 0);
    const lists = count(byPath) < count(byPrincipal) ? byPath : byPrincipal;
    if (count(lists) >= this.rules.length) return this.rules;
    // A rule with several paths or roles may stand in several lists.
    return [...new Set(lists.flat())].sort((a, b) => a.index - b.index);
  }
}

function push(lists: Map<number, CompiledRule[]>, number: number, rule: CompiledRule): void {
  const list = lists.get(number);
  if (list === undefined) lists.set(number, [rule]);
  else list.push(rule);
}

function fits(
  rule: CompiledRule,
  path: PathState<unknown>,
  principal: PrincipalClass,
  kind: RequestKind,
): boolean {
  return (
    (rule.roles === undefined || principal.roles.hasAny(rule.roles)) &&
    (rule.principals === undefined || rule.principals.includes(principal.principal)) &&
    (rule.paths === undefined || rule.paths.some((number) => path.patterns.has(number))) &&
    (rule.actions === undefined || kind.action.patterns.hasAny(rule.actions)) &&
    (rule.operations === undefined || kind.operation.patterns.hasAny(rule.operations)) &&
    (rule.types === undefined || kind.type.patterns.hasAny(rule.types))
  );
}
