import { expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner();
const names = (text: string) =>
  scanner
    .scan(text)
    .filter(({ category }) => category === 'person.name')
    .map(({ span }) => text.slice(span.start, span.end));

test.each(['郭家沟的杏子熟了。', '终点站改到孙家湾，首班六点。', '赵家铺—白塔路—宋家岭'])(
  'villages called after a family are nobody: %s',
  (text) => {
    expect(names(text)).toEqual([]);
  },
);

test('people with such a character are somebody', () => {
  expect(names('联系人：孙家辉')).toEqual(['孙家辉']);
  expect(names('收货人 赵家铺，电话13811112222')).toEqual(['赵家铺']);
});

test('what is weighed out is nobody', () => {
  expect(names('黄芪15克、柴胡10克、白术12.5克')).toEqual([]);
  expect(names('李建国5000元、王秀英300元')).toEqual(['李建国', '王秀英']);
});
