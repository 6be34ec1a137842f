import { isDeepStrictEqual } from 'node:util';
import { applyJsonPatch, type PatchOperation } from '@yushu/api-security';
import type { LedgerSuite } from '@yushu/testkit';
import { readVectors } from './read-vectors.ts';

interface PatchCase {
  readonly doc: unknown;
  readonly patch: readonly PatchOperation[];
  readonly expected?: unknown;
  readonly error?: string;
  readonly disabled?: boolean;
}

function holds({ doc, patch, expected, error }: PatchCase): boolean {
  let result: unknown;
  try {
    result = applyJsonPatch(doc, patch);
  } catch {
    return error !== undefined;
  }
  if (error !== undefined) return false;
  return expected === undefined || isDeepStrictEqual(result, expected);
}

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'api-security/json-patch',
    source:
      'json-patch/json-patch-tests 2a928f9 spec_tests.json and tests.json, without those disabled there',
    pinned: 108,
    run: () => {
      const cases = readVectors<{ cases: readonly PatchCase[] }>('json-patch-tests').cases;
      const skipped = cases.filter(({ disabled }) => disabled === true).length;
      const passed = cases.filter((one) => one.disabled !== true && holds(one)).length;
      return { passed, total: cases.length, skipped };
    },
  },
];
