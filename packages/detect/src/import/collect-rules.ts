import { lintRules } from '../custom/lint-rules.ts';
import type { DetectorRule } from '../custom/rule.ts';
import type { ImportedRules, ImportProblem } from './imported-rules.ts';

/** Keeps the rules that compile; of the others says why not. */
export function collectRules(
  rules: readonly DetectorRule[],
  problems: readonly ImportProblem[],
): ImportedRules {
  const reports = lintRules(rules);
  const refused = reports
    .filter(({ ok }) => !ok)
    .map(({ id, problems: [reason = ''] }) => ({ rule: id, reason, isSkipped: true }));
  return {
    rules: rules.filter((_, index) => reports[index]!.ok),
    problems: [...problems, ...refused],
  };
}

/** The texts of a list that may be one text, or missing. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** A table of a file, or an empty one. */
export function tableOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** The tables of a list of tables. */
export function tablesOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(tableOf) : [];
}
