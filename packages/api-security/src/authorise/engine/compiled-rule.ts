import type { AccessDecision } from '../access-decision.ts';
import type { AccessRule } from '../rules/authorisation-rules.ts';
import { type ConditionTest, compileConditions } from './compile-condition.ts';
import { PathAutomaton } from './path-automaton.ts';
import { type PathPattern, readPathPattern } from './path-pattern.ts';
import { PrincipalClasses } from './principal-classes.ts';
import { TextClasses } from './text-classes.ts';

/** A rule by numbers. What it does not ask is absent. */
export interface CompiledRule {
  readonly index: number;
  readonly denies: boolean;
  readonly decision: AccessDecision;
  readonly roles: readonly number[] | undefined;
  readonly principals: readonly number[] | undefined;
  readonly paths: readonly number[] | undefined;
  readonly actions: readonly number[] | undefined;
  readonly operations: readonly number[] | undefined;
  readonly types: readonly number[] | undefined;
  /** Absent where it has no conditions. */
  readonly test: ConditionTest | undefined;
  /** Equal for equal conditions. */
  readonly condition: number;
}

/** All rules by numbers, and the tables that give the numbers. */
export class CompiledRules<Kept> {
  readonly rules: readonly CompiledRule[];
  readonly principals: PrincipalClasses;
  readonly actions = new TextClasses();
  readonly operations = new TextClasses();
  readonly types = new TextClasses();
  readonly paths: PathAutomaton<Kept>;

  constructor(rules: readonly AccessRule[], roles: ReadonlyMap<string, readonly string[]>) {
    this.principals = new PrincipalClasses(roles);
    const patterns: PathPattern[] = [];
    const pathNumbers = new Map<string, number>();
    const pathNumber = (text: string): number => {
      let number = pathNumbers.get(text);
      if (number === undefined) {
        number = patterns.length;
        patterns.push(readPathPattern(text));
        pathNumbers.set(text, number);
      }
      return number;
    };
    // Conditions that are written alike are one, so that many rules with the same ask it once.
    const conditions = new Map<string, { readonly number: number; readonly test: ConditionTest }>();
    const numbers = (
      texts: string | readonly string[] | undefined,
      add: (text: string) => number,
    ): readonly number[] | undefined => (texts === undefined ? undefined : [texts].flat().map(add));
    this.rules = rules.map(({ id, effect, match, when }, index) => {
      const key = JSON.stringify(when);
      let condition = conditions.get(key);
      if (condition === undefined) {
        condition = { number: conditions.size, test: compileConditions(when) };
        conditions.set(key, condition);
      }
      return {
        index,
        denies: effect === 'deny',
        decision: Object.freeze({ allowed: effect === 'permit', rule: id, reason: effect }),
        roles: numbers(match.role, (text) => this.principals.addRole(text)),
        principals: numbers(match.principal, (text) => this.principals.addPrincipal(text)),
        paths: numbers(match.path, pathNumber),
        actions: numbers(match.action, (text) => this.actions.add(text)),
        operations: numbers(match.operation, (text) => this.operations.add(text)),
        types: numbers(match.type, (text) => this.types.add(text)),
        test: when.length === 0 ? undefined : condition.test,
        condition: condition.number,
      };
    });
    this.paths = new PathAutomaton(patterns);
  }
}
