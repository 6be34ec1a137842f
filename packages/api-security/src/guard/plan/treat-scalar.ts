import type { RedactionRecord } from '../redact/redaction-record.ts';
import type { JsonScalar, ValuePosition } from './field-action.ts';
import type { PlanNode } from './plan-node.ts';

/** Stands in the place of a value that could not be treated. */
export const withheldText = '[BLOCKED]';

/** A scalar of a spot that does not pass it on, as it may be shown. What cannot be treated is withheld, never passed on. */
export function treatScalar(
  node: PlanNode,
  value: JsonScalar,
  position: ValuePosition,
  record: RedactionRecord,
): JsonScalar {
  const { field, kind } = node.spot;
  const isEmpty = value === null || value === '';
  if (kind !== undefined && !isEmpty) record.see(kind, false);
  if (field !== undefined) {
    let shown: JsonScalar;
    try {
      shown = field.apply(value, position);
    } catch {
      record.note(field, 'replace', true, position);
      return withheldText;
    }
    if (shown !== value || !isEmpty) record.note(field, 'replace', false, position);
    return shown;
  }
  const scanned = node.scan(value, node.spot.name, position);
  for (const verdict of scanned.verdicts) {
    const isAllowed = verdict.action === 'allow';
    if (verdict.kind !== undefined) record.see(verdict.kind, isAllowed);
    if (!isAllowed) record.note(verdict, 'replace', false, position);
  }
  return scanned.value;
}
