import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeywordGate } from '../../src/engine/keyword-gate.ts';

const unit = fc.constantFrom(...'aAbBkK1_ -密码é\u212a\u0130');
const word = fc.string({ unit, minLength: 1, maxLength: 6 });
const text = fc.array(fc.oneof(word, fc.constantFrom('abk', 'ABK', '密码a')), { maxLength: 12 });

function asked(keywords: readonly (readonly string[] | undefined)[], source: string): boolean[] {
  const codes = new Uint16Array(source.length + 16);
  for (let index = 0; index < source.length; index += 1) codes[index] = source.charCodeAt(index);
  const gate = new KeywordGate(keywords.map((list) => ({ keywords: list })));
  return Array.from(gate.ask(codes, source.length), (bit) => bit === 1);
}

test('every detector of which a keyword stands in the text is asked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.array(word, { minLength: 1, maxLength: 3 }), { nil: undefined }), {
        maxLength: 6,
      }),
      text,
      (lists, parts) => {
        const source = parts.join('');
        const lower = source.toLowerCase();
        const bits = asked(lists, source);
        lists.forEach((list, index) => {
          const stands = list?.some((one) => lower.includes(one.toLowerCase())) ?? true;
          if (stands) expect(bits[index]).toBe(true);
        });
      },
    ),
  );
});

test('none is asked of which no keyword stands there, unless its keywords are too short to look for', () => {
  const lists = [['token'], ['tok'], ['xyz', 'abc'], ['to'], undefined, ['密码是']];
  expect(asked(lists, 'A TOKE n of aBc')).toEqual([false, true, true, true, true, false]);
  expect(asked(lists, '')).toEqual([false, false, false, true, true, false]);
  expect(asked(lists, '密码是 token')).toEqual([true, true, false, true, true, true]);
});
