import type { Level } from '@yushu/core';
import type { ApiAudit } from '../audit/api-audit.ts';
import { createDataMap, type MappedOperation } from '../map/data-map.ts';
import type { ApiOperation } from '../model/api-operation.ts';
import { nameOperation } from '../model/api-operation.ts';
import type { ApiSeverity } from '../rules/rule.ts';
import { type Drift, sortDrift } from './drift.ts';

/** Names of parameters may change from version to version. */
const keyOf = ({ method, path }: { readonly method: string; readonly path: string }): string =>
  `${method} ${path.replace(/\{[^}]*\}/g, '{}')}`;

const gradeSeverity = (level: Level): ApiSeverity =>
  level === 1 ? 'info' : level === 2 ? 'low' : level === 3 ? 'medium' : 'high';

/** Scopes and schemes of all alternatives: fewer of them let more callers in. */
function strengthOf({ security }: ApiOperation): number {
  if (security.isPublic) return 0;
  const demands = security.alternatives.map(({ schemes }) =>
    schemes.reduce((sum, { scopes }) => sum + 1 + scopes.length, 0),
  );
  return Math.min(...demands);
}

function compareFields(before: MappedOperation, after: MappedOperation, name: string): Drift[] {
  const drift: Drift[] = [];
  for (const [direction, old, fresh] of [
    ['takes', before.input, after.input],
    ['gives', before.output, after.output],
  ] as const) {
    const keys = new Set(old.map(({ name: field }) => field));
    for (const { name: field, category, level } of fresh) {
      if (keys.has(field)) continue;
      const isOpen = direction === 'gives' && after.audience === 'public';
      drift.push({
        kind: 'graded-field-added',
        severity: isOpen ? 'high' : gradeSeverity(level),
        operation: name,
        message: `It now ${direction} ${JSON.stringify(field)}${isOpen ? ', to anyone' : ''}.`,
        field,
        category,
        level,
      });
    }
    const now = new Set(fresh.map(({ name: field }) => field));
    for (const { name: field, category, level } of old) {
      if (now.has(field)) continue;
      drift.push({
        kind: 'graded-field-removed',
        severity: 'info',
        operation: name,
        message: `It no longer ${direction} ${JSON.stringify(field)}.`,
        field,
        category,
        level,
      });
    }
  }
  return drift;
}

/**
 * Compares two versions of a description: operations, what they ask of callers, graded fields, and problems that are new.
 *
 * @example
 * ```ts
 * import { auditDescription, compareDescriptions } from '@yushu/api-security';
 *
 * const make = (security: unknown[]) =>
 *   auditDescription({ openapi: '3.1.0', paths: { '/a': { post: { security } } } });
 * console.log(compareDescriptions(make([{ key: [] }]), make([]))[0]?.kind); // security-weakened
 * ```
 */
export function compareDescriptions(before: ApiAudit, after: ApiAudit): readonly Drift[] {
  const drift: Drift[] = [];
  const oldOperations = new Map(before.model?.operations.map((one) => [keyOf(one), one]));
  const oldMaps = new Map(createDataMap(before).operations.map((one) => [keyOf(one), one]));
  const seen = new Set<string>();
  const maps = createDataMap(after).operations;
  for (const [index, operation] of (after.model?.operations ?? []).entries()) {
    const key = keyOf(operation);
    const name = nameOperation(operation);
    seen.add(key);
    const old = oldOperations.get(key);
    const map = maps[index]!;
    if (old === undefined) {
      const isOpen = operation.security.isPublic && map.level !== undefined;
      drift.push({
        kind: 'operation-added',
        severity: isOpen ? 'high' : map.level === undefined ? 'info' : 'low',
        operation: name,
        message: isOpen
          ? 'It is new, needs no credentials, and graded data goes through it.'
          : 'It is new.',
        ...(map.level === undefined ? {} : { level: map.level }),
      });
      continue;
    }
    const [was, is] = [strengthOf(old), strengthOf(operation)];
    if (was !== is) {
      drift.push({
        kind: is < was ? 'security-weakened' : 'security-strengthened',
        severity: is < was ? (is === 0 ? 'critical' : 'high') : 'info',
        operation: name,
        message:
          is === 0
            ? 'It no longer asks for credentials.'
            : is < was
              ? 'It asks for fewer schemes or scopes.'
              : 'It asks for more.',
      });
    }
    drift.push(...compareFields(oldMaps.get(key)!, map, name));
  }
  for (const [key, old] of oldOperations) {
    if (seen.has(key)) continue;
    drift.push({
      kind: 'operation-removed',
      severity: 'info',
      operation: nameOperation(old),
      message: 'It is gone; make sure that the server has let it go too.',
    });
  }
  const known = new Set(
    [...before.findings, ...before.ignored].map(({ fingerprint }) => fingerprint),
  );
  for (const cause of after.causes) {
    const fresh = cause.findings.filter(({ fingerprint }) => !known.has(fingerprint));
    if (fresh.length === 0) continue;
    drift.push({
      kind: 'finding-added',
      severity: cause.severity,
      operation: fresh[0]!.pointer,
      message: `${cause.rule.id}: ${fresh[0]!.message}`,
      count: fresh.length,
      ...(cause.category === undefined ? {} : { category: cause.category }),
      ...(cause.level === undefined ? {} : { level: cause.level }),
    });
  }
  return sortDrift(drift);
}
