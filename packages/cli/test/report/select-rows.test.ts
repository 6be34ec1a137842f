import { describe, expect, test } from 'vitest';
import { type Order, selectRows, sortRows } from '../../src/report/page/select-rows.ts';
import { toTableData } from '../../src/report/table-data.ts';
import { sampleReport } from './sample-report.ts';

const report = sampleReport(2000);
const data = toTableData(report);
const select = (text: string, values: Parameters<typeof selectRows>[1]['values'] = {}) =>
  [...selectRows(data, { text, values })].map((row) => report.findings[row]!);

describe('selectRows', () => {
  test('gives every row for an empty query', () => {
    expect(select('  ')).toEqual(report.findings);
  });

  test('looks in file, category (id and both names), pointer, detector and preview, whatever the case', () => {
    expect(select('CUSTOMERS.csv')).toEqual(
      report.findings.filter(({ path }) => path === 'data/crm/customers.csv'),
    );
    const phones = report.findings.filter(({ category }) => category === 'contact.phone');
    expect(phones.length).toBeGreaterThan(100);
    expect(select('contact.PHONE')).toEqual(phones);
    expect(select('电话号码')).toEqual(phones);
    expect(select('phone number')).toEqual(phones);
    expect(select('138****5678')).toEqual(phones);
    expect(select('/aws_key')).toEqual(
      report.findings.filter(({ detector }) => detector === 'aws-access-key-id'),
    );
  });

  test('asks for every word, and for every filter beside it', () => {
    const category = data.categories.findIndex(({ id }) => id === 'contact.email');
    const file = data.files.indexOf('data/api/users.json');
    const expected = report.findings.filter(
      (finding) =>
        finding.path === 'data/api/users.json' &&
        finding.category === 'contact.email' &&
        finding.likelihood === 'very_likely',
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(select('', { category, file, likelihood: 4 })).toEqual(expected);
    expect(select('users.json E-MAIL', { likelihood: 4 })).toEqual(expected);
    expect(select('users.json nothing-like-this')).toEqual([]);
  });
});

describe('sortRows', () => {
  const sorted = (order: Order, language = 'en') => {
    const rows = selectRows(data, { text: '', values: {} });
    sortRows(data, rows, order, language);
    return [...rows].map((row) => report.findings[row]!);
  };

  test('keeps every row', () => {
    const rows = sorted({ key: 'level', descending: true });
    expect(new Set(rows).size).toBe(report.findings.length);
  });

  test('sorts by each column, equal rows by file and position', () => {
    const byLevel = sorted({ key: 'level', descending: true });
    const byScore = sorted({ key: 'likelihood', descending: false });
    const byPlace = sorted({ key: 'place', descending: false });
    for (let at = 1; at < byLevel.length; at += 1) {
      expect(Number(byLevel[at - 1]!.level)).toBeGreaterThanOrEqual(Number(byLevel[at]!.level));
      expect(byScore[at - 1]!.score).toBeLessThanOrEqual(byScore[at]!.score);
      const [a, b] = [byPlace[at - 1]!, byPlace[at]!];
      if (a.path === b.path) expect(a.start).toBeLessThanOrEqual(b.start);
      const [c, d] = [byLevel[at - 1]!, byLevel[at]!];
      if (c.level === d.level && c.path === d.path) expect(c.start).toBeLessThanOrEqual(d.start);
    }
    expect(byPlace.toReversed().map(({ path }) => path)).toEqual(
      sorted({ key: 'place', descending: true }).map(({ path }) => path),
    );
  });

  test('sorts categories by the name of the language', () => {
    const first = (language: string) =>
      sorted({ key: 'category', descending: false }, language)[0]!.category;
    expect(first('en')).toBe('secret.aws.access_key_id'); // AWS access key id
    const names = new Intl.Collator('zh-Hans', { numeric: true });
    const expected = data.categories.toSorted((a, b) => names.compare(a.zh, b.zh))[0]!.id;
    expect(first('zh-Hans')).toBe(expected);
  });
});
