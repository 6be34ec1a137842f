import type { ApiSeverity, Rule, RuleContext } from '../rules/rule.ts';
import { ownRules } from '../rules/rule-table.ts';

/**
 * Makes a rule under the id that another tool gives it, with that tool's behaviour. What it is about is taken from the rule of our own
 * that names the id as an alias.
 */
export function foreignRule(
  id: string,
  severity: ApiSeverity,
  check: (context: RuleContext) => void,
  about: Partial<Rule> = {},
): Rule {
  const own = ownRules.find(({ aliases }) => aliases.includes(id));
  return {
    id,
    title: own?.title ?? id,
    advice: own?.advice ?? 'See the documentation of the rule.',
    owasp: own?.owasp ?? 'API8:2023',
    cwe: own?.cwe ?? 710,
    aliases: own === undefined ? [] : [own.id],
    grouping: 'site',
    ...about,
    severity,
    check,
  };
}
