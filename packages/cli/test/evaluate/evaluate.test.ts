import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentsReport } from '@yushu/detect/evaluate';
import { expect, test } from 'vitest';
import { run, useCommand } from '../scan/command.ts';

const place = useCommand();

async function write(name: string, lines: readonly unknown[]): Promise<string> {
  const path = join(place.folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(
    path,
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  );
  return path;
}

const phone = { category: 'contact.phone', start: 4, end: 15 };
const readReport = (text: string) => JSON.parse(text) as DocumentsReport;

test('scans documents that bring their text', async () => {
  const truth = await write('documents.jsonl', [
    { text: '请联系 13800138000', spans: [phone] },
    '',
    // U+2028 ends a line elsewhere, not in JSON lines.
    { text: '今天天气\u2028不错', spans: [] },
  ]);
  const table = await run(['evaluate', truth]);
  expect([table.code, table.err]).toEqual([0, '']);
  expect(table.out).toMatch(/^contact\.phone +1 +1 +1\.000/m);
  expect(table.out).toContain('2 documents; false alarms in 0 of 1 clean ones (0.0 %)');

  const json = readReport((await run(['evaluate', truth, '-f', 'json'])).out);
  expect(json).toMatchObject({ documents: 2, clean: 1, falseAlarms: 0 });
  expect(json.overall.strict).toMatchObject({ matched: 1, f1: 1, f2: 1 });
});

test('compares a scan with a truth whose paths count from its own folder', async () => {
  const folder = join(place.folder, 'data');
  const truth = await write('data/truth.jsonl', [
    { path: 'a.txt', ...phone },
    { path: 'a.txt', category: 'PERSON', start: 0, end: 2 },
  ]);
  await writeFile(join(folder, 'a.txt'), '请联系 13800138000');
  const findings = join(place.folder, 'findings.jsonl');
  await run(['scan', join(folder, 'a.txt'), '-f', 'jsonl', '-o', findings]);
  const labels = await write('labels.json', [{ PERSON: null }]);
  const output = join(place.folder, 'report.json');
  const { code, out } = await run(
    ['evaluate', truth, findings, '--labels', labels, '-f', 'json', '-o', output],
    { cwd: place.folder },
  );
  expect([code, out]).toEqual([0, '']);
  const report = readReport(await readFile(output, 'utf8'));
  expect(report.overall).toMatchObject({ truth: 1, found: 1, strict: { f1: 1 } });
  expect(report.documents).toBeUndefined();
});

test('positions may count code points, and a floor ends with code 1', async () => {
  const truth = await write('points.jsonl', [
    { text: '📱13800138000', spans: [{ ...phone, start: 1, end: 12 }] },
  ]);
  expect((await run(['evaluate', truth, '--min-f1', '0.9'])).code).toBe(1);
  expect(
    (await run(['evaluate', truth, '--min-f1', '0.9', '--positions', 'code-point'])).code,
  ).toBe(0);
});

test('names what is wrong, with file and line', async () => {
  const good = await write('good.jsonl', [{ path: 'a', ...phone }]);
  const broken = await write('broken.jsonl', [{ path: 'a', ...phone }, '{"path":"a"']);
  const cases: readonly [string[], number, string][] = [
    [[good], 2, 'findings are needed'],
    [[good, broken], 3, `${broken}: Line 2: no JSON`],
    [[join(place.folder, 'absent')], 3, 'no such file or folder'],
    [[good, good, '--labels', good], 2, 'is no JSON object of categories'],
    [[good, good, '--min-f1', '7'], 2, 'from 0 to 1'],
  ];
  for (const [args, code, words] of cases) {
    const done = await run(['evaluate', ...args]);
    expect([done.code, done.out]).toEqual([code, '']);
    expect(done.err).toContain(words);
  }
});
