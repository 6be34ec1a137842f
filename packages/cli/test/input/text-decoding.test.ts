import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { TextDecoding } from '../../src/input/text-decoding.ts';

/** Decodes bytes that come in pieces of these sizes, again and again; the buffer is overwritten behind each. */
function decode(bytes: Uint8Array, sizes: readonly number[], encoding?: string) {
  const decoding = new TextDecoding(encoding);
  let text = '';
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length]!;
    const chunk = bytes.slice(at, at + size);
    text += decoding.push(chunk);
    chunk.fill(0xee);
    at += size;
  }
  text += decoding.end();
  return { text, decoding };
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const chinese = fc
  .array(
    fc.constantFrom('中文', '电话', '，', '。', '\n', 'abc ', '138', '张三', '隐私数据保护', ' '),
    {
      minLength: 4,
      maxLength: 80,
    },
  )
  .map((parts) => `联系人信息：${parts.join('')}`);

describe('decoding', () => {
  test.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])(
    '%s is told from the bytes, for any chunking',
    (encoding) => {
      fc.assert(
        fc.property(chinese, sizes, fc.boolean(), (content, pieces, hasMark) => {
          const isUtf16 = encoding.startsWith('utf-16');
          // Without a mark, UTF-16 is known by its zero bytes.
          const text = isUtf16 ? `id,name\n${content}` : content;
          const bytes = iconv.encode(hasMark ? `\uFEFF${text}` : text, encoding);
          const { text: decoded, decoding } = decode(bytes, pieces);
          expect([decoding.encoding, decoding.firstInvalid]).toEqual([encoding, undefined]);
          expect(decoded).toBe(text);
          expect(decoding.length).toBe(text.length);
        }),
      );
    },
  );

  test('any text in UTF-8 comes out as it went in, for any chunking', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), sizes, (text, pieces) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'));
        expect(decode(Buffer.from(text), pieces).text).toBe(text);
      }),
    );
  });

  test('any bytes, in any chunking, give one text, and the first error its place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), sizes, (bytes, pieces) => {
        const whole = decode(bytes, [1000], 'utf-8');
        const cut = decode(bytes, pieces, 'utf-8');
        const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
        const expected = new TextDecoder('utf-8', { ignoreBOM: !isMarked }).decode(bytes);
        expect([whole.text, cut.text]).toEqual([expected, expected]);
        const first = expected.indexOf('\uFFFD');
        // A U+FFFD that is really written is no error.
        if (!Buffer.from(bytes).includes('\uFFFD')) {
          expect(whole.decoding.firstInvalid).toBe(first < 0 ? undefined : first);
          expect(cut.decoding.firstInvalid).toBe(first < 0 ? undefined : first);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['caf\xE9 au lait, na\xEFve, r\xE9sum\xE9', 'windows-1252'],
    ['Stra\xDFe, \xFCber, Gr\xF6\xDFe 13800138000', 'windows-1252'],
  ])('a European text is not taken for Chinese: %s', (text, encoding) => {
    const { text: decoded, decoding } = decode(Buffer.from(text, 'latin1'), [1000]);
    expect([decoding.encoding, decoding.isGuess, decoded]).toEqual([encoding, true, text]);
    expect(decoding.firstInvalid).toBe(text.search(/[^\0-\x7F]/));
  });

  test('a damaged text stays in its encoding, and the damage has its place', () => {
    const text = '联系电话在这里，请保密。\n'.repeat(50);
    const utf8 = Buffer.from(text);
    utf8[601] = 0xff;
    const one = decode(utf8, [100]);
    expect([one.decoding.encoding, one.decoding.firstInvalid]).toEqual([
      'utf-8',
      one.text.indexOf('\uFFFD'),
    ]);
    const gb = Buffer.concat([
      iconv.encode(text, 'gb18030'),
      Buffer.from([0xff]),
      iconv.encode(text, 'gb18030'),
    ]);
    const two = decode(gb, [100]);
    expect([two.decoding.encoding, two.decoding.firstInvalid]).toEqual(['gb18030', text.length]);
  });

  test('ASCII may go on for as long as it likes before the encoding shows', () => {
    const ascii = 'line\n'.repeat(50_000);
    const { text, decoding } = decode(
      iconv.encode(`${ascii}姓名：张三，电话：`, 'gb18030'),
      [60_000],
    );
    expect([decoding.encoding, text]).toEqual(['gb18030', `${ascii}姓名：张三，电话：`]);
  });
});
