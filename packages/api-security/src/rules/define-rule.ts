import type { Rule, RuleInfo } from './rule.ts';

/** The parts of a rule that have a usual value. */
type Given = Omit<RuleInfo, 'aliases' | 'grouping'> & Partial<RuleInfo> & Pick<Rule, 'check'>;

/** Completes a rule: no aliases, one cause a site. */
export const defineRule = (rule: Given): Rule => ({ aliases: [], grouping: 'site', ...rule });
