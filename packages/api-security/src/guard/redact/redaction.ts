import type { ActionKind, CategoryId } from '@yushu/core';
import type { FieldReason } from '../plan/field-action.ts';

/**
 * One thing that was taken out of a body: an operation of JSON Patch (RFC 6902) without its value. `replace` stands for what was masked, and
 * for elements of lists, which become `null`.
 */
export interface Redaction {
  readonly op: 'remove' | 'replace';
  /** JSON Pointer; for NDJSON and events it begins with the number of the record, from 0. */
  readonly path: string;
  readonly action: ActionKind | 'remove';
  readonly reason: FieldReason;
  /** Index of the policy's rule that decided, or `default`. */
  readonly rule: number | 'default';
  readonly category?: CategoryId;
}
