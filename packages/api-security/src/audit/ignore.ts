import type { ApiNode } from '../model/api-node.ts';
import { isObject, textAt } from '../model/json-object.ts';
import { ignoreExtension } from '../model/walk.ts';

/** A finding that is known and accepted. It needs a reason, and ends on a day. */
export interface ApiIgnore {
  /** Id or alias of the rule; `*` for all. */
  readonly rule: string;
  /** JSON Pointer; what stands below is ignored too. The whole document unless given. */
  readonly pointer?: string;
  /** Fingerprint of one finding, instead of a pointer. */
  readonly fingerprint?: string;
  /** Why. An ignore without a reason does nothing. */
  readonly reason: string;
  /** Last day, as YYYY-MM-DD. Without end unless given. */
  readonly until?: string;
}

/** Whether an ignore holds today. */
export function isInForce({ reason, until }: ApiIgnore, today: string): boolean {
  if (typeof reason !== 'string' || reason.trim() === '') return false;
  return until === undefined || (/^\d{4}-\d{2}-\d{2}$/.test(until) && until >= today);
}

/** Ignores that stand in the document at a node or above it. */
export function ignoresAbove(node: ApiNode): readonly ApiIgnore[] {
  const found: ApiIgnore[] = [];
  for (let at: ApiNode | undefined = node; at !== undefined; at = at.parent) {
    const list = at.value[ignoreExtension];
    if (!Array.isArray(list)) continue;
    for (const one of list) {
      if (!isObject(one)) continue;
      const until = textAt(one, 'until');
      found.push({
        rule: textAt(one, 'rule') ?? '',
        reason: textAt(one, 'reason') ?? '',
        ...(until === undefined ? {} : { until }),
      });
    }
  }
  return found;
}
