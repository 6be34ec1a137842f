import { expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const found = (text: string) =>
  createScanner()
    .scan(text)
    .map((finding) => `${finding.category} ${text.slice(finding.span.start, finding.span.end)}`);

test('finds what stands in an ordinary sentence', () => {
  expect(found('请联系 13800138000，身份证号110101199003078531，邮箱 a@b.com')).toEqual([
    'contact.phone 13800138000',
    'id.resident.cn 110101199003078531',
    'contact.email a@b.com',
  ]);
});
