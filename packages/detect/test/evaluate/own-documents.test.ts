import { createScanner } from '@yushu/detect';
import { evaluateDocuments } from '@yushu/detect/evaluate';
import { makeDocuments, unmarkedCategories } from '@yushu/testkit';
import { describe, expect, test } from 'vitest';

const scanner = createScanner();
const find = (text: string) => scanner.scan(text);
const hard = ['person.name', 'location.address'];

/** docs/detection.md has the figures of more documents; these are floors for fewer, with seeds of their own. */
describe.each(['first', 'second', 'third', 'chat'] as const)('own documents, %s set', (set) => {
  const documents = makeDocuments({ set, seed: 31, perTemplate: 4 });

  test('the truth stands where it says', () => {
    expect(documents.length).toBeGreaterThan(200);
    for (const { text, spans } of documents) {
      for (const { start, end } of spans) {
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }
    expect(makeDocuments({ set, seed: 31, perTemplate: 4 })).toEqual(documents);
  });

  test('F1 is 0.95 or more, and hardly anything is found in clean documents', () => {
    const report = evaluateDocuments(documents, find, { exclude: unmarkedCategories });
    expect(report.overall.strict.f1).toBeGreaterThanOrEqual(0.95);
    expect(report.falseAlarms / report.clean).toBeLessThanOrEqual(0.02);
  });

  test('F1 without names and addresses is 0.98 or more', () => {
    const report = evaluateDocuments(documents, find, {
      exclude: [...unmarkedCategories, ...hard],
    });
    expect(report.overall.strict.f1).toBeGreaterThanOrEqual(set === 'chat' ? 0.96 : 0.98);
  });
});
