import { describe, expect, it } from 'vitest';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner();
const found = (text: string): string[] =>
  scanner.scan(text).map(({ category, span }) => `${category} ${text.slice(span.start, span.end)}`);

describe('tables within a text', () => {
  it('takes a column of CSV for what its head calls it', () => {
    const text = '学号;姓名;入学时间\n2019031477;逄乐川;2019/9/1\n2019031502;仉知秋;2019/9/1\n';
    expect(found(text)).toEqual([
      'education.student_number 2019031477',
      'person.name 逄乐川',
      'education.student_number 2019031502',
      'person.name 仉知秋',
    ]);
  });

  it('reads tabs, pipes, boxes, aligned columns, and columns named in a list of SQL', () => {
    const rows: readonly string[] = [
      '工号\t部门\tQQ\nHX7731\t仓储部\t88102934',
      '| 工号 | 部门 | QQ |\n|---|:-:|---|\n| HX7731 | 仓储部 | 88102934 |',
      '┌──┬──┬──┐\n│ 工号 │ 部门 │ QQ │\n├──┼──┼──┤\n│ HX7731 │ 仓储部 │ 88102934 │',
      '工号      部门      QQ\n----------------\nHX7731    仓储部    88102934',
      "INSERT INTO staff (staff_no, dept, qq) VALUES\n  ('HX7731', '仓储部', '88102934');",
      'COPY staff (staff_no, dept, qq) FROM stdin;\nHX7731\t仓储部\t88102934\n\\.',
    ];
    for (const text of rows)
      expect(found(text), text).toEqual(['employment.staff_number HX7731', 'contact.im 88102934']);
  });

  it('ends a table where a line has another number of cells', () => {
    const text = '工号\t部门\nHX7731\t仓储部\n\n库存\nHX7732\t仓储部\n';
    expect(found(text)).toEqual(['employment.staff_number HX7731']);
  });

  it('reads a form of labels and values in cells', () => {
    expect(
      found('姓名 | 亓望舒 | 政治面貌 | 共青团员\n婚姻状况 | 离异 | 微信号 | qwst_3391'),
    ).toEqual([
      'person.name 亓望舒',
      'person.political 共青团员',
      'person.marital_status 离异',
      'contact.im qwst_3391',
    ]);
  });

  it('finds nothing in tables of things', () => {
    const tables: readonly string[] = [
      '| name | type | description |\n|---|---|---|\n| size | Number | length of the list |',
      '参数,类型,必填\nphone,string,是\naddress,string,否',
      'name,version,size\nleft pad,1.2.3,2048\n',
      '货号\t品名\t数量\nHX7731\t螺丝刀\t88102934\n',
    ];
    for (const text of tables) expect(found(text), text).toEqual([]);
  });

  it('goes on with a table behind a block, and finds the same in a stream', () => {
    const row = (index: number): string => `HX${1000 + index}\t一组${'，备件'.repeat(6)}\t待检\n`;
    const count = 1500;
    const text = `工号\t班组\t状态\n${Array.from({ length: count }, (_, index) => row(index)).join('')}`;
    const whole = scanner.scan(text);
    expect(whole).toHaveLength(count);
    const stream = scanner.openStream();
    const parts = [];
    for (let at = 0; at < text.length; at += 997)
      parts.push(...stream.push(text.slice(at, at + 997)));
    parts.push(...stream.end());
    expect(parts).toEqual(whole);
  });
});
