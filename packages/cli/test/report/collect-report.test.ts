import { expect, test } from 'vitest';
import { createReportCollector } from '../../src/report/collect-report.ts';
import type { ReportFinding } from '../../src/report/report-data.ts';

const finding: ReportFinding = {
  path: 'a.txt',
  line: 1,
  column: 1,
  start: 0,
  end: 11,
  category: 'contact.phone',
  level: 3,
  likelihood: 'likely',
  score: 0.8,
  detector: 'cn-phone',
  evidence: [],
};
const head = { operation: 'scan', version: '0.1.0', createdAt: 0 } as const;

test('counts everything and lists no more than asked', () => {
  const collector = createReportCollector({ maxFindings: 2, maxProblems: 1 });
  collector.addFile({ path: 'clean.txt', bytes: 5 });
  for (let index = 0; index < 5; index += 1) collector.addFinding(finding);
  collector.addFinding({ ...finding, path: 'b.txt', category: 'contact.email', level: 2 });
  collector.addFile({ path: 'a.txt', bytes: 60, format: 'text' });
  for (const code of ['ERR_A', 'ERR_B']) {
    collector.addProblem({ path: 'c.bin', code, message: 'broken' });
  }
  const data = collector.finish(head);
  expect(data.findings).toEqual([finding, finding]);
  expect(data.tallies).toEqual([
    { category: 'contact.phone', level: 3, findings: 5 },
    { category: 'contact.email', level: 2, findings: 1 },
  ]);
  expect(data.files).toEqual([
    { path: 'clean.txt', bytes: 5, findings: 0 },
    { path: 'a.txt', bytes: 60, format: 'text', findings: 5 },
    { path: 'b.txt', findings: 1 },
  ]);
  expect(data.problems).toEqual([{ path: 'c.bin', code: 'ERR_A', message: 'broken' }]);
  expect(data.problemCount).toBe(2);
  expect(data.actions).toBeUndefined();
});

test('adds up actions of the same category and key', () => {
  const collector = createReportCollector();
  collector.addAction('encrypt', 'contact.phone', '17');
  collector.addAction('encrypt', 'contact.phone', '17', 4);
  collector.addAction('encrypt', 'contact.phone', '18');
  collector.addAction('replace', undefined);
  expect(collector.finish({ ...head, operation: 'protect' }).actions).toEqual([
    { category: 'contact.phone', action: 'encrypt', keyId: '17', count: 5 },
    { category: 'contact.phone', action: 'encrypt', keyId: '18', count: 1 },
    { action: 'replace', count: 1 },
  ]);
});

test('says of a protection without decisions that there were none', () => {
  expect(createReportCollector().finish({ ...head, operation: 'protect' }).actions).toEqual([]);
});
