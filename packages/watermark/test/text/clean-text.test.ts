import { cleanText, markText } from '@yushu/watermark/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chinese, english } from './sample-texts.ts';

const key = new Uint8Array(32).fill(9);

describe('cleanText', () => {
  it.each([
    ['zero\u200bwidth', 'zerowidth'],
    ['\ufefftext', 'text'],
    ['a\u{e0061}\u{e0062}b', 'ab'],
    ['tri\u00adal', 'trial'],
    ['left\u202eright', 'leftright'],
    ['one\u2009two\u3164', 'one two'],
    ['p\u0430yment', 'payment'],
    ['p\u03bfrt', 'port'],
    ['\u0570ome', 'home'],
    ['这是\u5167部', '这是内部'],
    ['\u2f00个', '一个'],
    ['\uf9ba', '了'],
  ])('takes out %j', (text, expected) => {
    expect(cleanText(text).text).toBe(expected);
    expect(cleanText(text).hidden.length).toBeGreaterThan(0);
  });

  it.each([
    '👩‍💻 🏳️‍🌈 ❤️ 1️⃣ 👍🏽',
    'می‌خواهم',
    'क्‍ष',
    'Москва и Санкт-Петербург',
    'сор и рот',
    '全角　空格，标点。',
    'naïve café',
    '內部會議',
    'α-decay, Δt = 5 μs, λόγος',
  ])('leaves %s as it is', (text) => {
    expect(cleanText(text)).toEqual({ text, hidden: [] });
  });

  it('takes invisible marks and look-alikes away, and keeps every letter', () => {
    const channels = ['invisible', 'look-alikes'] as const;
    for (const text of [english, chinese]) {
      expect(cleanText(markText(text, { key, id: 3, channels }).text).text).toBe(text);
    }
  });

  it('takes wording to its usual form only when asked, and then leaves no mark', () => {
    const text =
      '昨日账户已对账。因此，我们仍然按照 PDF 第3页安排：部门配合。The end.  Nobody knows 但是';
    const channels = ['words', 'spacing', 'punctuation'] as const;
    const long = text.repeat(12);
    const one = markText(long, { key, id: 3, channels }).text;
    const other = markText(long, { key, id: 4, channels }).text;
    expect(one).not.toBe(other);
    expect(cleanText(one)).toEqual({ text: one, hidden: [] });
    const usual = cleanText(one, { wording: true });
    expect(usual.text).toBe(cleanText(other, { wording: true }).text);
    expect(new Set(usual.hidden.map(({ kind }) => kind))).toEqual(
      new Set(['word', 'spacing', 'punctuation']),
    );
  });

  it('is idempotent, names offsets of the given text, and never adds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { text: clean, hidden } = cleanText(text);
        expect(cleanText(clean).text).toBe(clean);
        expect(clean.length).toBeLessThanOrEqual(text.length);
        for (const { offset, codePoint } of hidden)
          expect(text.codePointAt(offset)).toBe(codePoint);
      }),
      { numRuns: 400 },
    );
  });
});
