import {
  type CategoryId,
  compilePolicy,
  type Decide,
  type Decision,
  type Policy,
  type PolicySubject,
  type Requester,
} from '@yushu/core';

/** Names with answers of their own, at most: a hostile document can hold any number of names. */
const maxNames = 4096;

/** Who asks, and through which API operation. */
export interface Asker extends Requester {
  readonly operation?: string;
}

/** What a policy answers, made ready once for each category and name instead of once for each value. */
export class AnswerTable<Answer extends object> {
  private readonly decide: Decide;
  private readonly asker: Asker;
  private readonly make: (decision: Decision, category: CategoryId | undefined) => Answer;
  private readonly usesColumn: boolean;
  private readonly usesPath: boolean;
  private readonly byName = new Map<string, Map<string, Answer>>();

  constructor(
    policy: Policy,
    asker: Asker,
    make: (decision: Decision, category: CategoryId | undefined) => Answer,
  ) {
    this.decide = compilePolicy(policy);
    this.asker = asker;
    this.make = make;
    this.usesColumn = policy.rules.some((rule) => rule.match.column !== undefined);
    this.usesPath = policy.rules.some((rule) => rule.match.path !== undefined);
  }

  /** The answer for a category, or for a field without one. */
  find(
    category: CategoryId | undefined,
    column: string | undefined,
    path: string | undefined,
  ): Answer {
    // Only what some rule looks at tells answers apart; a missing column is not one with an empty name.
    let name = this.usesColumn && column !== undefined ? `c${column}` : '';
    if (this.usesPath && path !== undefined) name += `\0${path}`;
    let answers = this.byName.get(name);
    if (answers === undefined) {
      if (this.byName.size >= maxNames) this.byName.clear();
      answers = new Map();
      this.byName.set(name, answers);
    }
    const key = category ?? '';
    let answer = answers.get(key);
    if (answer === undefined) {
      const subject: PolicySubject = {
        ...this.asker,
        ...(category === undefined ? {} : { category }),
        ...(column === undefined ? {} : { column }),
        ...(path === undefined ? {} : { path }),
      };
      answer = this.make(this.decide(subject), category);
      answers.set(key, answer);
    }
    return answer;
  }
}
