import { readFileSync } from 'node:fs';
import { createPresidioOperator, type PresidioOperators } from '@yushu/mask/presidio';
import type { LedgerCount, LedgerSuite } from '@yushu/testkit';

interface OperatorTest {
  readonly operator: keyof PresidioOperators;
  readonly params: readonly string[];
  readonly rows: readonly unknown[];
  readonly salt?: string;
}

const tests = () =>
  (
    JSON.parse(
      readFileSync(new URL('../vectors/presidio-operators.json', import.meta.url), 'utf8'),
    ) as { operators: readonly OperatorTest[] }
  ).operators;

/** Whether one row of a test holds; its values stand in the order of the test's parameters. */
function holds({ operator, params, salt }: OperatorTest, row: unknown): boolean {
  const text = 'some text';
  if (operator === 'redact' || operator === 'keep') {
    const result = createPresidioOperator(operator, row as object).apply(text, {});
    return result === (operator === 'redact' ? '' : text);
  }
  const named = Object.fromEntries(
    (row as unknown[]).map((value, index) => [params[index], value]),
  );
  if (operator === 'replace') {
    const given = named['params'] as PresidioOperators['replace'];
    return createPresidioOperator('replace', given).apply(text, {}) === named['result'];
  }
  const { text: input, anonymized_text: expected, ...rest } = named;
  const given = { ...rest, ...(salt === undefined ? {} : { salt }) };
  return createPresidioOperator(operator, given as never).apply(input as string, {}) === expected;
}

function countOperators(): LedgerCount {
  const rows = tests().flatMap((test) => test.rows.map((row) => ({ test, row })));
  return {
    passed: rows.filter(({ test, row }) => holds(test, row)).length,
    total: rows.length,
    skipped: 0,
  };
}

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'mask/presidio-operators',
    source: 'microsoft/presidio 0aa9f8e44 presidio-anonymizer/tests/operators',
    pinned: 35,
    run: countOperators,
  },
];
