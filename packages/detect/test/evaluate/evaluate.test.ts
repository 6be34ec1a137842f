import {
  type EvaluatedSpan,
  evaluate,
  evaluateDocuments,
  readDocuments,
  readSpans,
} from '@yushu/detect/evaluate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const span = (start: number, end: number, category = 'contact.phone', path = 'a.txt') => ({
  path,
  category,
  start,
  end,
});

describe('evaluate', () => {
  test('counts exact matches, false alarms and misses by category', () => {
    const truth = [span(0, 11), span(20, 31), span(40, 51), span(60, 70, 'contact.email')];
    const found = [span(0, 11), span(21, 31), span(90, 99)];
    const { overall, categories } = evaluate(found, truth);
    expect(categories.map(({ category, truth, found }) => [category, truth, found])).toEqual([
      ['contact.email', 1, 0],
      ['contact.phone', 3, 3],
    ]);
    const phone = categories[1]!;
    expect(phone.strict.matched).toBe(1);
    // 10 of 11 characters is 0.909.
    expect(phone.overlapping.matched).toBe(2);
    expect(phone.overlapping.precision).toBeCloseTo(2 / 3);
    expect(phone.overlapping.recall).toBeCloseTo(2 / 3);
    expect(overall.strict).toMatchObject({ matched: 1, precision: 1 / 3, recall: 1 / 4 });
    expect(overall.strict.f1).toBeCloseTo(2 / 7);
    expect(overall.strict.f2).toBeCloseTo((5 * (1 / 3) * (1 / 4)) / (4 / 3 + 1 / 4));
    expect(categories[0]!.strict).toEqual({ matched: 0, precision: 0, recall: 0, f1: 0, f2: 0 });
  });

  test('asks for 0.9, not for less', () => {
    expect(evaluate([span(0, 8)], [span(0, 9)]).overall.overlapping.matched).toBe(0);
    expect(evaluate([span(0, 9)], [span(0, 10)]).overall.overlapping.matched).toBe(1);
  });

  test('takes a true span once, and only in its own file and category', () => {
    const truth = [span(0, 11)];
    expect(evaluate([span(0, 11), span(0, 11)], truth).overall.strict).toMatchObject({
      matched: 1,
      precision: 0.5,
    });
    expect(evaluate([span(0, 11, 'contact.phone', 'b.txt')], truth).overall.strict.matched).toBe(0);
    expect(evaluate([span(0, 11, 'contact.email')], truth).overall.strict.matched).toBe(0);
  });

  test('leaves out what it is told not to judge', () => {
    const { overall } = evaluate([span(0, 5, 'date'), span(9, 20)], [span(9, 20)], {
      exclude: ['date'],
    });
    expect(overall.strict.f1).toBe(1);
  });

  test('agrees with a plain count of equal lines', () => {
    const spans = fc.array(
      fc
        .tuple(fc.nat(30), fc.integer({ min: 1, max: 8 }), fc.constantFrom('x', 'y'))
        .map(([start, length, category]): EvaluatedSpan => span(start, start + length, category)),
    );
    fc.assert(
      fc.property(spans, spans, (found, truth) => {
        const left = truth.map((one) => JSON.stringify(one));
        const equal = found.filter((one) => {
          const at = left.indexOf(JSON.stringify(one));
          if (at >= 0) left.splice(at, 1);
          return at >= 0;
        });
        const { overall } = evaluate(found, truth);
        expect(overall.strict.matched).toBe(equal.length);
        expect(overall.overlapping.matched).toBeGreaterThanOrEqual(equal.length);
      }),
    );
  });
});

test('readSpans takes the lines of a scan', () => {
  const line = { ...span(3, 14), line: 1, column: 4, score: 0.9, evidence: [] };
  expect(readSpans(`${JSON.stringify(line)}\n${JSON.stringify(line)}\n`)).toEqual([
    span(3, 14),
    span(3, 14),
  ]);
});

test('the macro average counts a rare category as much as a frequent one', () => {
  const truth = [...[0, 20, 40].map((at) => span(at, at + 11)), span(60, 70, 'contact.email')];
  const found = [...truth.slice(0, 3), span(90, 95, 'date')];
  const { overall, macro } = evaluate(found, truth);
  expect(overall.strict.recall).toBe(0.75);
  expect(macro.strict.recall).toBe(0.5);
  expect(macro.strict.precision).toBe(0.5);
});

test('labels of the truth are read as categories, null is not judged', () => {
  const truth = [span(0, 4, 'PERSON'), span(5, 9, 'TITLE')];
  const found = [span(0, 4, 'person.name')];
  const labels = { PERSON: 'person.name', TITLE: null };
  expect(evaluate(found, truth, { labels }).overall).toMatchObject({ truth: 1, strict: { f1: 1 } });
  expect(evaluate(found, truth, { categories: ['person.*'] }).overall.truth).toBe(0);
});

test('documents: a clean one in which something is found is a false alarm', () => {
  const find = (text: string) =>
    text.includes('x') ? [{ category: 'contact.phone', span: { start: 0, end: 1 } }] : [];
  const report = evaluateDocuments(
    [
      { text: 'x', spans: [{ category: 'contact.phone', start: 0, end: 1 }] },
      { text: 'x', spans: [] },
      { text: 'y', spans: [] },
      { text: 'x', spans: [{ category: 'date', start: 0, end: 1 }] },
    ],
    find,
    { exclude: ['date'] },
  );
  expect(report).toMatchObject({ documents: 4, clean: 3, falseAlarms: 2 });
  expect(report.overall.strict.precision).toBeCloseTo(1 / 3);
});

describe('lines that are none', () => {
  const broken: readonly [string, string, (lines: string) => unknown][] = [
    ['{"path":"a","category":"b","start":0,"end":1}\n\n{', 'Line 3: no JSON', readSpans],
    ['[]', 'Line 1: no JSON object', readSpans],
    ['{"category":"b","start":0,"end":1}', 'Line 1: path is no text', readSpans],
    ['{"path":"a","category":"","start":0,"end":1}', 'category is no text', readSpans],
    ['{"path":"a","category":"b","start":-1,"end":1}', 'start is no whole number', readSpans],
    ['{"path":"a","category":"b","start":1,"end":1}', 'end is no whole number above', readSpans],
    ['{"text":5,"spans":[]}', 'text is no text', readDocuments],
    ['{"text":"a"}', 'spans is no list', readDocuments],
    ['{"text":"a","spans":[null]}', 'a span is no object', readDocuments],
    ['{"text":"a","spans":[{"category":"b","start":0,"end":2}]}', 'behind its text', readDocuments],
  ];
  test.each(broken)('%s', (lines, message, read) => {
    expect(() => read(lines)).toThrow(message);
  });

  test('code points are counted where asked for', () => {
    const line = JSON.stringify({
      id: 7,
      text: '😀ab',
      spans: [{ category: 'x', start: 1, end: 3 }],
    });
    expect(readDocuments(line, 'code-point')).toEqual([
      { id: '7', text: '😀ab', spans: [{ category: 'x', start: 2, end: 4 }] },
    ]);
    expect(readDocuments(line)[0]!.spans[0]).toMatchObject({ start: 1, end: 3 });
  });
});
