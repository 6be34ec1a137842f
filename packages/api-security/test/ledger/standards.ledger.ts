import { isDeepStrictEqual } from 'node:util';
import { applyJsonPatch, createCustomRules, type PatchOperation } from '@yushu/api-security';
import type { LedgerSuite } from '@yushu/testkit';
import { jsonpath } from 'json-p3';
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

interface PathTest {
  readonly selector: string;
  readonly document?: unknown;
  readonly result?: unknown;
  readonly results?: readonly unknown[];
  readonly invalid_selector?: boolean;
}

/** Through the engine that rules of users run on; what a rule refuses as JSONPath must be refused there. */
function selects({ selector, document, result, results, invalid_selector }: PathTest): boolean {
  let isRefused = false;
  try {
    createCustomRules(`[{ id: x, given: ${JSON.stringify(selector)}, then: { exists: true } }]`);
  } catch {
    isRefused = true;
  }
  if (invalid_selector === true) return isRefused;
  if (isRefused) return false;
  const found = jsonpath.query(selector, document as never).values();
  return (results ?? [result]).some((one) => isDeepStrictEqual(found, one));
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
  {
    suite: 'api-security/jsonpath',
    source: 'jsonpath-standard/jsonpath-compliance-test-suite 7be7c1f cts.json',
    pinned: 703,
    run: () => {
      const { tests } = readVectors<{ tests: readonly PathTest[] }>('jsonpath-cts');
      return { passed: tests.filter(selects).length, total: tests.length, skipped: 0 };
    },
  },
];
