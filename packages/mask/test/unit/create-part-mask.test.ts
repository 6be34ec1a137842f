import { createMask, createNullOut, createPartMask, type PartMaskOptions } from '@yushu/mask';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const apply = (options: PartMaskOptions, value: string) => createPartMask(options).apply(value, {});

describe('createPartMask', () => {
  it.each([
    [{ cover: { first: 3 } }, '13800138000', '***00138000'],
    [{ cover: { last: 4 } }, '13800138000', '1380013****'],
    [{ cover: { from: 3, to: 7 } }, '13800138000', '138****8000'],
    [{ keep: { from: 3, to: 7 } }, '13800138000', '***0013****'],
    [{ keep: { first: 1 } }, '张三丰', '张**'],
    [{ keep: { last: 1 } }, '张三丰', '**丰'],
    [{ cover: { before: '@' } }, 'zhang@example.com', '*****@example.com'],
    [{ cover: { after: '@' } }, 'zhang@example.com', 'zhang@***********'],
    [{ keep: { before: '-' } }, '0571-88889999', '0571*********'],
    [{ keep: { after: '-' } }, '0571-88889999', '*****88889999'],
    [{ cover: { from: 1, to: 2 } }, '👨‍👩‍👧‍👦a😀', '👨‍👩‍👧‍👦*😀'],
    [{ cover: { before: '号' }, with: '×' }, '文三路1号楼', '××××号楼'],
  ] as const)('%j of %s is %s', (options, value, expected) => {
    expect(apply(options, value)).toBe(expected);
  });

  it('covers more where a sign occurs several times', () => {
    expect(apply({ cover: { before: '@' } }, '"a@b"@c')).toBe('*****@c');
    expect(apply({ keep: { before: '@' } }, '"a@b"@c')).toBe('"a*****');
    expect(apply({ cover: { after: '-' } }, 'a-b-c')).toBe('a-***');
    expect(apply({ keep: { after: '-' } }, 'a-b-c')).toBe('****c');
  });

  it.each([
    [{ cover: { before: '@' } }, 'zhang'],
    [{ cover: { before: '@' } }, '@zhang'],
    [{ cover: { after: '@' } }, 'zhang@'],
    [{ keep: { after: '@' } }, 'zhang'],
    [{ keep: { first: 3 } }, '138'],
    [{ keep: { last: 9 } }, '138'],
    [{ cover: { from: 3, to: 7 } }, '138'],
    [{ keep: { from: 0, to: 7 } }, '138'],
    [{ keep: { from: 5, to: 7 } }, '138'],
    [{ cover: { first: 9 } }, '138'],
  ] as const)('%j covers %s whole', (options, value) => {
    expect(apply(options, value)).toBe('*'.repeat(value.length));
  });

  it('covers at least one character of everything but the empty text, and shows nothing of the covered part', () => {
    const count = fc.integer({ min: 1, max: 8 });
    const part = fc.oneof(
      count.map((first) => ({ first })),
      count.map((last) => ({ last })),
      fc.tuple(fc.nat(6), count).map(([from, size]) => ({ from, to: from + size })),
      fc.constantFrom('@', '-', 'é', '号').map((before) => ({ before })),
      fc.constantFrom('@', '-', 'é', '号').map((after) => ({ after })),
    );
    const value = fc.oneof(
      fc.string({
        unit: fc.constantFrom('a', '1', '@', '-', '号', 'é', '😀', 'e\u0301'),
        maxLength: 14,
      }),
      fc.string({ unit: 'grapheme', maxLength: 14 }),
      fc.string({ unit: 'binary', maxLength: 14 }),
    );
    fc.assert(
      fc.property(part, fc.boolean(), value, (given, covers, text) => {
        const sign = '\u{10fffd}';
        fc.pre(!text.includes(sign));
        const options = covers ? { cover: given, with: sign } : { keep: given, with: sign };
        const masked = apply(options, text);
        expect(masked === '' ? text : masked.includes(sign)).toBe(text === '' ? '' : true);
        // What is shown stands in the value, in this order.
        let at = 0;
        for (const piece of masked.split(sign)) {
          at = text.indexOf(piece, at);
          expect(at).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is createMask where both say the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 6 }), (text, n) => {
        expect(apply({ keep: { first: n } }, text)).toBe(
          createMask({ keepFirst: n }).apply(text, {}),
        );
        expect(apply({ keep: { last: n } }, text)).toBe(
          createMask({ keepLast: n }).apply(text, {}),
        );
      }),
    );
  });

  it('refuses bad options', () => {
    for (const options of [
      undefined,
      {},
      { cover: null },
      { cover: {} },
      { cover: 'first' },
      { cover: { first: 0 } },
      { cover: { first: '3' } },
      { cover: { from: 3, to: 3 } },
      { cover: { from: -1, to: 3 } },
      { cover: { from: 1 } },
      { cover: { before: '' } },
      { cover: { after: '\ud800' } },
      { cover: { first: 1, last: 1, from: 1 } },
      { cover: { first: 1 }, keep: { first: 1 } },
      { cover: { first: 1 }, with: '' },
    ]) {
      expect(() => createPartMask(options as never)).toThrow(
        expect.objectContaining({ code: 'ERR_MASK_OPTIONS' }),
      );
    }
  });
});

it('createNullOut gives null for everything', () => {
  expect(['a', 1, undefined, {}].map(createNullOut().apply)).toEqual([null, null, null, null]);
});
