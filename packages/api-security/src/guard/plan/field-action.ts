import type { ActionKind, CategoryId, Level } from '@yushu/core';

/** A value of JSON that holds no others. */
export type JsonScalar = string | number | boolean | null;

/** Why the guard treats a field. */
export type FieldReason =
  /** The policy says so. */
  | 'policy'
  /** It holds a credential, and no rule of the policy lets it out. */
  | 'credential'
  /** The description says that it is only ever taken in (`writeOnly`). */
  | 'write-only'
  /** The description does not have it. */
  | 'undocumented'
  /** Its name is data itself. */
  | 'name';

/** Where a value stands: written out only where someone wants to know. */
export interface ValuePosition {
  /** JSON Pointer of the value within its record. */
  pointer(): string;
  /** Number of the record from 1: 1 for a document, the line for NDJSON. */
  readonly row: number;
}

/** A kind of sensitive data, as exchanges are counted by it. */
export interface SensitiveKind {
  readonly category: CategoryId;
  readonly level: Level;
}

/** What was decided about a value. */
export interface FieldVerdict {
  /** `remove` takes the whole field out; an element of a list becomes `null`. */
  readonly action: ActionKind | 'remove';
  readonly reason: FieldReason;
  /** Index of the policy's rule that decided, or `default`. */
  readonly rule: number | 'default';
  readonly category: CategoryId | undefined;
  readonly keyId: string | undefined;
}

/** A verdict that stands before the value is seen, with what carries it out. */
export interface KnownField extends FieldVerdict {
  /** The value as it may be shown. Never called where the whole field is removed. */
  readonly apply: (value: JsonScalar, position: ValuePosition) => JsonScalar;
}

/** A verdict on something that a scan found; one object for all that are alike. */
export interface ScanVerdict extends FieldVerdict {
  readonly kind: SensitiveKind | undefined;
}

/** What a scan of one value gave. */
export interface ScannedValue {
  readonly value: JsonScalar;
  /** One for each thing that was found or that a rule spoke of. */
  readonly verdicts: readonly ScanVerdict[];
}

/** Looks at a value that nothing is known of. */
export type ScanField = (
  value: JsonScalar,
  name: string | undefined,
  position: ValuePosition,
) => ScannedValue;
