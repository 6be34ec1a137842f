import type { CategoryId, Level } from '@yushu/core';
import type { ApiSeverity } from '../rules/rule.ts';

/** Kinds of drift. */
export type DriftKind =
  /** An operation that is new, or was taken away. */
  | 'operation-added'
  | 'operation-removed'
  /** It asks for less or more than before. */
  | 'security-weakened'
  | 'security-strengthened'
  /** A graded field that now comes in or goes out, or no longer does. */
  | 'graded-field-added'
  | 'graded-field-removed'
  /** A problem that the older version has not. */
  | 'finding-added'
  /** Traffic to an operation that nothing describes. */
  | 'shadow-operation'
  /** Traffic to an operation that is marked as deprecated. */
  | 'zombie-operation'
  /** An operation that the traffic never uses. */
  | 'unused-operation'
  /** A field in traffic that the description does not have. */
  | 'undocumented-field'
  /** A status in traffic that the description does not have. */
  | 'undocumented-status';

/** One difference between two descriptions, or between a description and traffic. */
export interface Drift {
  readonly kind: DriftKind;
  readonly severity: ApiSeverity;
  /** Such as `GET /users/{id}`. */
  readonly operation: string;
  /** In one sentence, without values. */
  readonly message: string;
  /** Name of the field, where it is one. */
  readonly field?: string;
  readonly category?: CategoryId;
  readonly level?: Level;
  /** How often, in traffic. */
  readonly count?: number;
}

const ranks: readonly ApiSeverity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** The worst first. */
export const sortDrift = (drift: readonly Drift[]): readonly Drift[] =>
  [...drift].sort((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity));

/**
 * Renders drift for a terminal.
 *
 * @example
 * ```ts
 * import { renderDriftTable } from '@yushu/api-security';
 *
 * console.log(renderDriftTable([])); // Nothing drifted.
 * ```
 */
export function renderDriftTable(drift: readonly Drift[]): string {
  if (drift.length === 0) return 'Nothing drifted.\n';
  const lines = sortDrift(drift).map(({ severity, kind, operation, message, category, level }) => {
    const grade = category === undefined ? '' : `  [${category}, level ${level}]`;
    return `${severity.padEnd(8)}  ${kind}  ${operation}${grade}\n          ${message}`.replace(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g,
      '\ufffd',
    );
  });
  return `${lines.join('\n\n')}\n\n${drift.length} differences\n`;
}
