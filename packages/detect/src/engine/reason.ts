import type { Evidence, EvidenceKind } from '@yushu/core';

/** A reason with a fixed weight. Detectors make theirs once. */
export function reason(kind: EvidenceKind, weight: number, detail: string): Evidence {
  return Object.freeze({ kind, weight, detail });
}
