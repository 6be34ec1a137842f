import type { Clock } from '@yushu/core';
import type { AccessDecision } from '../access-decision.ts';
import type { AccessRequest } from '../access-request.ts';
import type { AuthorisationRules } from '../rules/authorisation-rules.ts';
import { CompiledRules } from './compiled-rule.ts';
import type { PathState } from './path-automaton.ts';
import type { PrincipalClass } from './principal-classes.ts';
import { type Candidates, type RequestKind, RuleIndex } from './rule-index.ts';
import type { TextClass } from './text-classes.ts';
import { walkPath } from './walk-path.ts';

/** More classes and candidates are not kept: everything is forgotten then, and found again as requests come. */
const maxKinds = 4096;
const maxPrincipalClasses = 1 << 18;
const maxPrincipalWords = 1 << 23;
const maxPathStates = 1 << 16;
const defaultMaxKept = 1 << 17;
const maxKeptRules = 1 << 22;

const noPermit: AccessDecision = Object.freeze({ allowed: false, reason: 'no-permit' });
const strangePath: AccessDecision = Object.freeze({ allowed: false, reason: 'path' });

/**
 * Decides by classes of requests: path, principal and kind are each brought to a class by looking up what rules name, and which rules fit
 * the three is found once. Then only conditions are asked. Memory is bounded whatever is asked.
 */
export class Decider {
  private readonly compiled: CompiledRules<Candidates>;
  private readonly index: RuleIndex;
  private readonly clock: Clock;
  private readonly maxKept: number;
  private kinds = new Map<number, RequestKind>();
  private kindsByAction: RequestKind[] = [];
  private readonly onlyActions: boolean;
  private keptCount = 0;
  private keptRules = 0;

  constructor({ rules, roles }: AuthorisationRules, clock: Clock, maxKept = defaultMaxKept) {
    this.maxKept = maxKept;
    this.compiled = new CompiledRules(rules, roles);
    this.index = new RuleIndex(this.compiled.rules);
    this.clock = clock;
    this.onlyActions = this.compiled.operations.unused && this.compiled.types.unused;
  }

  /** Candidates that are kept at the moment. */
  get size(): number {
    return this.keptCount;
  }

  decide(request: AccessRequest): AccessDecision {
    const { path } = request;
    const { paths } = this.compiled;
    const state = path === undefined ? paths.nowhere : walkPath(paths, path);
    if (state === undefined) return strangePath;
    const principal = this.compiled.principals.classOf(request.principal);
    const kind = this.kindOf(request);
    const key = principal.id * maxKinds + kind.id;
    return state.certain.get(key) ?? this.decideBy(state, key, principal, kind, request);
  }

  private decideBy(
    state: PathState<Candidates>,
    key: number,
    principal: PrincipalClass,
    kind: RequestKind,
    request: AccessRequest,
  ): AccessDecision {
    let candidates = state.kept.get(key);
    if (candidates === undefined) {
      candidates = this.index.find(state, principal, kind);
      this.keep(state, key, candidates);
    }
    return this.ask(candidates, request);
  }

  private ask({ denies, permits }: Candidates, request: AccessRequest): AccessDecision {
    const { clock } = this;
    // A denial whose condition cannot be told holds; a permit does not (XACML 3.0, 7.14: Indeterminate{D}).
    for (const { test, decision } of denies) {
      if (test === undefined || test(request, clock) !== false) return decision;
    }
    for (const { test, decision } of permits) {
      if (test === undefined || test(request, clock) === true) return decision;
    }
    return noPermit;
  }

  private kindOf({ action, method, operation, resource }: AccessRequest): RequestKind {
    const { actions, operations, types } = this.compiled;
    const actionClass = actions.classOf(action ?? method);
    if (this.onlyActions) {
      return this.kindsByAction[actionClass.id] ?? this.addKind(actionClass.id, actionClass);
    }
    const operationClass = operations.classOf(operation);
    const typeClass = types.classOf(resource?.type);
    const key = (actionClass.id * maxKinds + operationClass.id) * maxKinds + typeClass.id;
    return this.kinds.get(key) ?? this.addKind(key, actionClass, operationClass, typeClass);
  }

  private addKind(
    key: number,
    action: TextClass,
    operation = this.compiled.operations.classOf(undefined),
    type = this.compiled.types.classOf(undefined),
  ): RequestKind {
    const kind = { id: this.kinds.size, action, operation, type };
    this.kinds.set(key, kind);
    if (this.onlyActions) this.kindsByAction[action.id] = kind;
    return kind;
  }

  private keep(state: PathState<Candidates>, key: number, candidates: Candidates): void {
    const { certain, permits, denies } = candidates;
    const decision = permits.length + denies.length === 0 ? noPermit : certain?.decision;
    // Where no condition has to be asked the decision itself is kept: one look less, and less memory.
    if (decision !== undefined) state.certain.set(key, decision);
    else state.kept.set(key, candidates);
    this.keptCount += 1;
    this.keptRules += denies.length + permits.length;
    const { principals, paths, actions, operations, types } = this.compiled;
    if (
      this.keptCount >= this.maxKept ||
      this.keptRules >= maxKeptRules ||
      // One class less than the numbers have room for.
      Math.max(this.kinds.size, actions.size, operations.size, types.size) >= maxKinds - 1 ||
      principals.size >= maxPrincipalClasses ||
      principals.words >= maxPrincipalWords ||
      paths.size >= maxPathStates
    ) {
      for (const table of [principals, paths, actions, operations, types]) table.reset();
      this.kinds = new Map();
      this.kindsByAction = [];
      this.keptCount = 0;
      this.keptRules = 0;
    }
  }
}
