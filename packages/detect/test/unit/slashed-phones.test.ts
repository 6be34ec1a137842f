import { expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner();
const found = (text: string) =>
  scanner.scan(text).map(({ category, span }) => [category, text.slice(span.start, span.end)]);

test.each([
  '打我 159/2761/4408 谢谢',
  '手机是159/2761/4408。',
  `${'见上文。'.repeat(90)}159/2761/4408`,
])('groups of a mobile number may be divided by slashes', (text) => {
  expect(found(text)).toEqual([['contact.phone', '159/2761/4408']]);
});

test.each(['第159/2019/4408号', '目录 var/159/2761/4408/log', '尺寸 159/2761/44', '259/2761/4408'])(
  'what slashes divide otherwise is none: %s',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

test('a word says that it is one, though a year stands in it', () => {
  expect(found('电话：159/2019/4408')).toEqual([['contact.phone', '159/2019/4408']]);
});
