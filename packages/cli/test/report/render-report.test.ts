import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { renderReport } from '../../src/report/render-report.ts';
import type { ReportData } from '../../src/report/report-data.ts';
import type { TableData } from '../../src/report/table-data.ts';
import { sampleProtectReport, sampleReport } from './sample-report.ts';

const attack = `x"'><img src=x onerror=alert(1)></script><script>alert(2)</script><!--\u2028\u202E`;

function hostileReport(): ReportData {
  const [finding] = sampleReport(1).findings;
  return {
    operation: 'protect',
    version: attack,
    createdAt: 0,
    policyName: attack,
    files: [{ path: attack, findings: 1 }],
    tallies: [{ category: `custom.${attack}`, level: 3, findings: 1 }],
    findings: [
      {
        ...finding!,
        path: attack,
        category: `custom.${attack}`,
        detector: attack,
        pointer: attack,
        preview: attack,
        evidence: [{ kind: 'field', weight: 1, detail: attack }],
      },
    ],
    actions: [{ category: `custom.${attack}`, action: 'mask', count: 1, keyId: attack }],
    problems: [{ path: attack, code: attack, message: attack, hint: attack, line: 1, column: 1 }],
  };
}

function embedded(page: string): TableData {
  return JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page)![1]!);
}

describe('hostile text', () => {
  const page = renderReport(hostileReport());

  test('never becomes markup', () => {
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<!--');
    expect(page).not.toMatch(/[\u2028\u2029\u202E]/);
  });

  test('comes through to the table as text', () => {
    expect(embedded(page).files[0]).toContain('<img src=x onerror=alert(1)>');
  });
});

test('loads nothing: no address but the anchors of the page itself', () => {
  const page = renderReport(sampleProtectReport(100));
  const addresses = [
    ...page.matchAll(/(?:href|src|action|srcset|url)\s*[=(]\s*["']?([^"')\s>]+)/g),
  ];
  expect(addresses.map(([, address]) => address).filter((a) => !a!.startsWith('#'))).toEqual([]);
  expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
});

test('the content security policy admits the script and style that stand in the page, and nothing else', () => {
  const page = renderReport(sampleReport(3));
  const policy = /Content-Security-Policy" content="([^"]*)"/
    .exec(page)![1]!
    .replaceAll('&#39;', "'");
  const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const script = /<script>(.*?)<\/script>/s.exec(page)![1]!;
  const style = /<style>(.*?)<\/style>/s.exec(page)![1]!;
  expect(policy).toContain(
    `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)};`,
  );
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(page).not.toMatch(/<[^>]+\sstyle=/);
  expect(page).not.toMatch(/<[^>]+\son[a-z]+=/);
});

test('the embedded table holds every finding, in columns', () => {
  const report = sampleReport(500);
  const table = embedded(renderReport(report));
  expect(table.file).toHaveLength(500);
  for (const [row, finding] of report.findings.entries()) {
    expect(table.files[table.file[row]!]).toBe(finding.path);
    expect(table.categories[table.category[row]!]!.id).toBe(finding.category);
    expect(table.levels[table.level[row]!]!.id).toBe(String(finding.level));
    expect(table.pointer![row]).toBe(finding.pointer);
    expect(table.evidences[table.evidence[row]!]).toHaveLength(3 * finding.evidence.length);
  }
});

test('says how much is not listed', () => {
  const report = sampleReport(10);
  const page = renderReport({
    ...report,
    tallies: [{ category: 'contact.phone', level: 3, findings: 25_000 }],
    problemCount: 70,
  });
  expect(page).toContain('The first 10 of 25,000 are listed');
  expect(page).toContain('68 more are not listed here.');
});

test('a scan says what the policy would do, a protection what it did', () => {
  const actions = [{ category: 'contact.phone', action: 'mask', count: 1 }] as const;
  const scanned = renderReport(sampleReport(5, { actions }));
  expect(scanned).toContain('What the policy would do');
  expect(scanned).toContain('>Mask<');
  const done = renderReport(sampleReport(5, { operation: 'protect', actions }));
  expect(done).toContain('What the policy did');
  expect(done).toContain('>Masked<');
});

test('a clean scan says so, and has no table', () => {
  const page = renderReport({
    operation: 'scan',
    version: '0.1.0',
    createdAt: 0,
    files: [{ path: 'clean.txt', findings: 0 }],
    tallies: [],
    findings: [],
    problems: [],
  });
  expect(page).toContain('Nothing sensitive found in <b>1</b> file');
  expect(page).not.toContain('<table');
  expect(page).not.toContain('class="skip"');
});
