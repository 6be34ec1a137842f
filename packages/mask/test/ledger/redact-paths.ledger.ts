import { readFileSync } from 'node:fs';
import { createRedactor, type RedactorOptions } from '@yushu/mask/objects';
import type { LedgerCount, LedgerSuite } from '@yushu/testkit';

interface PathCase {
  readonly lib: string;
  readonly options: RedactorOptions & { readonly serialize?: unknown };
  readonly input?: unknown;
  readonly output?: unknown;
  readonly throws?: string;
  readonly throwsAtBuild?: string;
}

/**
 * Where we deliberately do otherwise than the library whose behaviour was recorded: index of the case and reason. The same list stands
 * in the README.
 */
export const deliberateDifferences: ReadonlyMap<number, string> = new Map([
  [1, 'a value that is no object is printed and does not throw: a logger must not fail'],
  [2, 'the same, in strict mode'],
  [21, 'the path 0 is the key 0'],
  [22, 'the path 〇 is a key: any letter may be in one'],
  [23, 'a.1.c is the same as a[1].c'],
  [51, 'removal works for values as well as for text'],
  [121, 'a[*].x.d[*].i.* does not redact d[*], which no path names'],
]);

const cases = () =>
  (
    JSON.parse(readFileSync(new URL('../vectors/redact-paths.json', import.meta.url), 'utf8')) as {
      cases: readonly PathCase[];
    }
  ).cases;

/** The result in all three ways: as text, as value, and of text; and the input unchanged. */
function holds({ options, input, output, throws, throwsAtBuild }: PathCase): boolean {
  const { serialize, ...given } = options;
  let redactor: ReturnType<typeof createRedactor>;
  try {
    redactor = createRedactor(given);
  } catch (error) {
    return throwsAtBuild !== undefined && (error as { code?: unknown }).code === 'ERR_MASK_PATH';
  }
  if (throws !== undefined || throwsAtBuild !== undefined) return false;
  const before = JSON.stringify(input);
  const expected =
    typeof output === 'string' && serialize !== false ? output : JSON.stringify(output);
  return (
    redactor.stringify(input) === expected &&
    JSON.stringify(redactor.redact(input)) === expected &&
    redactor.redactJson(before) === expected &&
    JSON.stringify(input) === before
  );
}

function countPaths(): LedgerCount {
  const all = cases();
  const counted = all.filter((_, index) => !deliberateDifferences.has(index));
  return {
    passed: counted.filter(holds).length,
    total: all.length,
    skipped: all.length - counted.length,
  };
}

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'mask/redact-paths',
    source:
      'davidmarkclements/fast-redact test/index.js, pinojs/slow-redact test/*.js; 7 deliberate differences are named',
    pinned: 166,
    run: countPaths,
  },
];
