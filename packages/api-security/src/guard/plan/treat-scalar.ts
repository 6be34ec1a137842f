import { kindOf, type RedactionRecord } from '../redact/redaction-record.ts';
import type { JsonScalar, ValuePosition } from './field-action.ts';
import type { PlanNode } from './plan-node.ts';

/** Stands in the place of a value that could not be treated. */
export const withheldText = '[BLOCKED]';

/** A scalar as it may be shown. What cannot be treated is withheld, never passed on. */
export function treatScalar(
  node: PlanNode,
  value: JsonScalar,
  position: ValuePosition,
  record: RedactionRecord,
): JsonScalar {
  const { field, kind, name, scans } = node.spot;
  const isEmpty = value === null || value === '';
  const pointer = () => position.pointer();
  if (kind !== undefined && !isEmpty) record.see(kind, field === undefined);
  if (field !== undefined) {
    let shown: JsonScalar;
    try {
      shown = field.apply(value, position);
    } catch {
      record.note(field, 'replace', 'failure', pointer);
      return withheldText;
    }
    if (shown !== value || !isEmpty) record.note(field, 'replace', 'success', pointer);
    return shown;
  }
  if (!scans || kind !== undefined) return value;
  const scanned = node.scan(value, name, position);
  for (const verdict of scanned.verdicts) {
    const isAllowed = verdict.action === 'allow';
    if (verdict.category !== undefined) record.see(kindOf(verdict.category), isAllowed);
    if (!isAllowed) record.note(verdict, 'replace', 'success', pointer);
  }
  return scanned.value;
}
