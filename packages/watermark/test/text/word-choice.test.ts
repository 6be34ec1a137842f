import {
  cleanText,
  markText,
  spellingChoices,
  traceText,
  type WordChoice,
  wordChoices,
} from '@yushu/watermark/text';
import { describe, expect, it } from 'vitest';
import { toPlainText } from '../../src/text/plain-text.ts';
import { findWords, indexWords } from '../../src/text/word-choice.ts';

const key = new Uint8Array(32).fill(3);
const found = (text: string, choices: readonly WordChoice[] = wordChoices) =>
  findWords(text, toPlainText(text), indexWords(choices)).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('words that may stand for one another', () => {
  it('have two forms each, no form twice, and one index for both lists', () => {
    const forms = [...wordChoices, ...spellingChoices].flatMap(({ forms: pair }) => pair);
    expect(new Set(forms).size).toBe(forms.length);
    expect(indexWords([...wordChoices, ...spellingChoices]).size).toBeGreaterThan(50);
  });

  it.each([
    ['他的账户是唯一的', ['账户', '唯一']],
    ['会议定在星期三上午', ['星期三']],
    ['昨天下雨，因此改期', ['因此']],
    ['其它方面的问题', ['其它']],
    ['It rained; Nevertheless we went, while others stayed', ['Nevertheless', 'while']],
    ['among friends', ['among']],
  ])('are found in %s', (text, words) => {
    expect(found(text)).toEqual(words);
  });

  it.each([
    ['一定单独去', '定单'],
    ['完成分析', '成分'],
    ['全部分发下去', '部分'],
    ['外交代表提交代码', '交代'],
    ['立即使用', '即使'],
    ['如条例如下', '例如'],
    ['理想象征着', '想象'],
    ['本产品应当做好', '当做'],
    ['合作出现问题', '作出'],
    ['建立即时通讯', '立即'],
    ['按照片找人', '按照'],
    ['每周三次', '周三'],
    ['原因此前说过', '因此'],
    ['草原由来已久', '原由'],
    ['三十分重要', '十分'],
    ['其他人', '其他'],
    ['蚊帐号称', '帐号'],
    ['今年轻松', '年轻'],
    ['worth a while', 'while'],
    ['even though it rains', 'though'],
    ['GREY TOWARDSHIP amongstus', 'towards'],
  ])('are not parts of others: %s does not hold %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('keep capitals, and names', () => {
    expect(found('the Grey house and a grey one', spellingChoices)).toEqual(['grey']);
    expect(found('AMONG us')).toEqual([]);
  });

  it.each([
    [[{ forms: ['a b', 'c'] }]],
    [[{ forms: ['Same', 'same'] }]],
    [[{ forms: ['one', 'two'] }, { forms: ['two', 'three'] }]],
  ] as [WordChoice[]][])('are refused where they are none: %j', (words) => {
    const text = 'one two three '.repeat(40);
    expect(() => markText(text, { key, id: 1, words })).toThrow(
      expect.objectContaining({ code: 'ERR_WATERMARK_OPTIONS' }),
    );
  });

  it('carry a mark alone, which a cleaner leaves, with candidates', () => {
    const names = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'];
    const minutes = names
      .map(
        (name) =>
          `${name}方说明情况。因此，${name}组仍然按照规定处理；但是，${name}库账户尚未对账。`,
      )
      .join('');
    const marked = markText(minutes, { key, id: 77, channels: ['words'] });
    expect(marked.bits.words).toBeGreaterThan(90);
    expect(marked.bits.invisible).toBe(0);
    const { text } = cleanText(marked.text);
    expect(traceText(text, { key })).toMatchObject({ found: true, id: 77, channels: ['words'] });
    const part = text.slice(Math.floor(text.length / 2));
    const candidates = Array.from({ length: 100 }, (_, id) => id);
    expect(traceText(part, { key, candidates })).toMatchObject({ found: true, id: 77 });
    expect(traceText(part, { key: new Uint8Array(32), candidates }).found).toBe(false);
  });

  it('may be a list of one’s own, given to both sides', () => {
    const words: WordChoice[] = [{ forms: ['buy', 'purchase'] }, { forms: ['big', 'large'] }];
    const text = Array.from(
      { length: 50 },
      (_, i) => `We buy ${'abcdefghij'[i % 10]}${'klmnop'[i % 6]}x one big thing`,
    ).join(' and ');
    const marked = markText(text, { key, id: 9, words, channels: ['words'] }).text;
    expect(traceText(marked, { key, words, candidates: [8, 9, 10] })).toMatchObject({
      found: true,
      id: 9,
    });
  });
});
