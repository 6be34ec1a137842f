import { describe, expect, test } from 'vitest';
import { createSarifWriter, toUri } from '../../src/output/sarif-writer.ts';
import type { FileFinding } from '../../src/scan/file-finding.ts';
import { validateSarif as validate } from './sarif-schema.ts';

const finding: FileFinding = {
  path: 'data/客户 list.csv',
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 14,
  start: 20,
  end: 31,
  category: 'contact.phone',
  level: 3,
  likelihood: 'very_likely',
  score: 0.97,
  detector: 'cn-mobile',
  evidence: [{ kind: 'format', weight: 2 }],
  pointer: '/0/phone',
};

function write(findings: readonly FileFinding[], hasProblem: boolean) {
  const writer = createSarifWriter({
    version: '1.2.3',
    minLikelihood: 'likely',
    hasColours: false,
  });
  let text = writer.begin();
  for (const one of findings) text += writer.addFinding(one);
  if (hasProblem) {
    writer.addProblem({
      path: 'b.csv',
      code: 'ERR_CLI_RECORD',
      message: 'The row is broken',
      line: 3,
      column: 1,
    });
    writer.addProblem({
      path: '-',
      code: 'ERR_CLI_EMPTY',
      message: 'the file is empty',
      isNote: true,
    });
  }
  const end = writer.end({
    operation: 'scan',
    version: '',
    createdAt: 0,
    files: [],
    tallies: [],
    findings: [],
    problems: [],
  });
  return JSON.parse(text + (end as string)) as {
    runs: { results: Record<string, unknown>[]; invocations: { executionSuccessful: boolean }[] }[];
  };
}

describe('SARIF', () => {
  test.each([
    ['nothing', [], false],
    ['one finding', [finding], false],
    [
      'findings and problems',
      [finding, { ...finding, category: 'secret.jwt' as const, level: 4 as const, pointer: '' }],
      true,
    ],
  ])('%s is valid', (_, findings, hasProblem) => {
    const log = write(findings, hasProblem);
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(log.runs[0]!.invocations[0]!.executionSuccessful).toBe(!hasProblem);
  });

  test('the schema refuses what is not SARIF', () => {
    expect(validate({ version: '2.1.0' })).toBe(false);
    expect(
      validate({
        version: '2.1.0',
        runs: [
          { tool: { driver: { name: 'x' } }, results: [{ level: 'high', message: { text: 'x' } }] },
        ],
      }),
    ).toBe(false);
  });

  test('fingerprints stay when lines move, differ within a file, and do not come from the value', () => {
    const prints = (findings: readonly FileFinding[]) =>
      write(findings, false).runs[0]!.results.map(
        (result) => (result['partialFingerprints'] as Record<string, string>)['yushuPlace/v1'],
      );
    const [first, second] = prints([finding, finding]);
    expect(first).not.toBe(second);
    expect(prints([{ ...finding, line: 99, start: 5000 }])).toEqual([first]);
    expect(prints([{ ...finding, path: 'other.csv' }])).not.toEqual([first]);
  });

  test('paths become URI references', () => {
    expect(toUri('a b/客户#1.csv')).toBe('a%20b/%E5%AE%A2%E6%88%B7%231.csv');
    expect(toUri('/tmp/x y')).toBe('file:///tmp/x%20y');
    expect(toUri('c:x')).toBe('c%3Ax');
  });
});
