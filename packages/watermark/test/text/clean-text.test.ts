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
  ])('leaves %s as it is', (text) => {
    expect(cleanText(text)).toEqual({ text, hidden: [] });
  });

  it('takes invisible marks and look-alikes away, and keeps every letter', () => {
    const channels = ['invisible', 'look-alikes'] as const;
    for (const text of [english, chinese]) {
      expect(cleanText(markText(text, { key, id: 3, channels }).text).text).toBe(text);
    }
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
      { numRuns: 2000 },
    );
  });
});
