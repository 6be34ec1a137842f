import { createScanner } from '@yushu/detect';
import { describe, expect, it } from 'vitest';

const found = (text: string, name: string, options = {}) =>
  createScanner(options)
    .scanField(text, { name, path: `/${name}` })
    .map(({ category }) => category);

describe('categories that are no personal data by themselves', () => {
  it.each([
    ['1200', 'salary', 'finance.amount'],
    ['上海明珠科技有限公司', '公司名称', 'org.name'],
  ])('%s in a column %s is reported only where %s is asked for', (text, name, category) => {
    expect(found(text, name)).toEqual([]);
    expect(found(text, name, { categories: [category] })).toEqual([category]);
  });
});
