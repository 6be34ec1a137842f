import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { alignRows } from '../../src/output/align.ts';
import { createTableWriter } from '../../src/output/table-writer.ts';
import { createReportCollector } from '../../src/report/collect-report.ts';
import type { FileFinding } from '../../src/scan/file-finding.ts';
import { maskPreview } from '../../src/scan/mask-preview.ts';

function makeFinding(path: string, line: number, level: 2 | 3 | 4): FileFinding {
  return {
    path,
    line,
    column: 1,
    endLine: line,
    endColumn: 12,
    start: line * 20,
    end: line * 20 + 11,
    category: level === 4 ? 'secret.jwt' : level === 3 ? 'contact.phone' : 'person.name',
    level,
    likelihood: 'likely',
    score: 0.8,
    detector: 'x',
    evidence: [],
  };
}

function write(findings: readonly FileFinding[], hasColours: boolean): string {
  const writer = createTableWriter({ version: '1', minLikelihood: 'likely', hasColours });
  const collector = createReportCollector();
  let text = writer.begin();
  for (const finding of findings) {
    text += writer.addFinding(finding);
    collector.addFinding(finding);
  }
  for (const path of new Set(findings.map((finding) => finding.path))) {
    const file = { path, bytes: 1234, format: 'csv', encoding: 'gb18030' };
    collector.addFile(file);
    text += writer.endFile(file);
  }
  return (
    text +
    (writer.end(collector.finish({ operation: 'scan', version: '1', createdAt: 0 })) as string)
  );
}

describe('the table', () => {
  test('lists the first findings of a file, and counts all', () => {
    const findings = Array.from({ length: 1030 }, (_, line) =>
      makeFinding('客户.csv', line + 1, 3),
    );
    const text = write([...findings, makeFinding('b.txt', 1, 4)], false);
    expect(text.match(/contact\.phone +likely/g)).toHaveLength(20);
    expect(text).toContain('… and 1,010 more');
    expect(text).toContain('1,031 findings (1 L4, 1,030 L3) in 2 files, 2.5 kB.');
  });

  test('says so where nothing was found', () => {
    expect(write([], false)).toBe('Nothing found that is likely or more in 0 files, 0 bytes.\n');
  });

  test('has colours only where it is told to', () => {
    const findings = [makeFinding('a', 1, 4)];
    expect(write(findings, false)).not.toContain('\u001B');
    expect(write(findings, true)).toContain('\u001B');
  });

  test('is aligned where Chinese characters take two columns', () => {
    const lines = alignRows(
      [
        ['客户名单', '1', 'x'],
        ['a', '1,234', 'y'],
        ['ｆｕｌｌ', '5', 'z'],
      ],
      ['left', 'right', 'left'],
    );
    expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1);
  });
});

test('a preview never shows four characters in a row, nor more than half', () => {
  for (const value of [
    '',
    'a',
    'ab',
    '张三',
    '13800138000',
    'zhang.san@example.com',
    '😀😀😀😀😀😀😀😀',
    'x'.repeat(5000),
  ]) {
    const preview = maskPreview(value);
    const shown = preview.split(/\*+/);
    for (const part of shown) expect([...part].length).toBeLessThanOrEqual(3);
    expect([...shown.join('')].length).toBeLessThanOrEqual([...value].length / 2);
    expect(preview.length).toBeLessThanOrEqual(24);
  }
});
