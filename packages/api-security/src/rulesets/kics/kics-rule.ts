import type { ApiModel } from '../../model/api-model.ts';
import type { ApiSeverity, Rule, RuleContext } from '../../rules/rule.ts';
import { foreignRule } from '../foreign-rule.ts';

/** A rule of KICS: its key, such as `general/pattern_undefined`, its severity, its weakness, and how it looks. */
export function kicsRule(
  key: string,
  severity: ApiSeverity,
  cwe: number,
  title: string,
  check: (context: RuleContext) => void,
): Rule {
  const [version] = key.split('/');
  return foreignRule(
    key,
    severity,
    (context) => {
      if (fits(version!, context.model)) check(context);
    },
    { title, cwe },
  );
}

function fits(version: string, { format }: ApiModel): boolean {
  if (version === '2.0') return format === 'swagger-2.0';
  if (version === '3.0') return format.startsWith('openapi');
  return format.startsWith('openapi') || format === 'swagger-2.0';
}
