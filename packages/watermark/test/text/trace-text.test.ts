import {
  cleanText,
  markText,
  type TextChannel,
  textChannels,
  traceText,
} from '@yushu/watermark/text';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../experiments/adult-like.ts';
import { chinese, dialogue, english, genres } from './sample-texts.ts';

const key = new Uint8Array(32).fill(5);
const id = 0xcafe_f00d;

const channelsThatStay = {
  NFKC: (text: string) => text.normalize('NFKC'),
  'stripping of format characters': (text: string) => text.replace(/\p{Cf}/gu, ''),
  trimming: (text: string) => `   ${text}\n\n`.trim(),
  'new line breaks': (text: string) => text.replace(/\s+/g, '\n'),
};

function excerpts(text: string, share: number, count: number): string[] {
  const length = Math.floor(share * text.length);
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor(((text.length - length) * index) / (count - 1));
    return text.slice(start, start + length);
  });
}

describe('traceText', () => {
  it.each([
    ['English', english],
    ['Chinese', chinese],
  ])('reads 32 bits from any quarter of %s, and after each change that it survives', (_, text) => {
    const marked = markText(text, { key, id });
    for (const excerpt of excerpts(marked.text, 0.25, 13)) {
      expect(traceText(excerpt, { key })).toMatchObject({ found: true, id });
      for (const change of Object.values(channelsThatStay)) {
        expect(traceText(change(excerpt), { key })).toMatchObject({ found: true, id });
      }
    }
  });

  it('reads a quarter of English after a round trip through GBK', () => {
    for (const excerpt of excerpts(markText(english, { key, id }).text, 0.25, 13)) {
      const returned = iconv.decode(iconv.encode(excerpt, 'gbk'), 'gbk');
      expect(traceText(returned, { key })).toMatchObject({ found: true, id });
    }
  });

  it('reads a quarter of Chinese after a round trip through GBK, by the question marks that selectors leave', () => {
    for (const excerpt of excerpts(markText(chinese, { key, id }).text, 0.25, 13)) {
      const returned = iconv.decode(iconv.encode(excerpt, 'gbk'), 'gbk');
      expect(returned).toContain('?');
      expect(traceText(returned, { key })).toMatchObject({ found: true, id });
    }
  });

  it.each(Object.entries(genres))(
    'reads a quarter of 1 KB of other kinds, as it is and after GBK: %s',
    (_, text) => {
      for (const excerpt of excerpts(markText(text, { key, id }).text, 0.25, 13)) {
        const returned = iconv.decode(iconv.encode(excerpt, 'gbk'), 'gbk');
        expect(traceText(excerpt, { key })).toMatchObject({ found: true, id });
        expect(traceText(returned, { key })).toMatchObject({ found: true, id });
      }
    },
  );

  it('reads half of it within a page that was never marked', () => {
    for (const excerpt of excerpts(markText(chinese, { key, id }).text, 0.5, 5)) {
      const returned = iconv.decode(iconv.encode(excerpt, 'gbk'), 'gbk');
      const page = `${dialogue}${returned}${dialogue.slice(40)}`;
      expect(traceText(page, { key })).toMatchObject({ found: true, id });
    }
  });

  it('reads Chinese after GBK that leaves out what it lacks only with candidates, from as much as has punctuation', () => {
    const marked = markText(chinese + dialogue, { key, id, channels: textChannels });
    const encodable = marked.text.replace(/[\ufe00-\ufe0f]/g, '');
    const returned = iconv.decode(iconv.encode(encodable, 'gbk'), 'gbk');
    expect(returned).toBe(encodable);
    const candidates = Array.from({ length: 20 }, (_, index) => index).concat(id);
    expect(traceText(returned, { key, candidates })).toMatchObject({ found: true, id });
    expect(traceText(returned.slice(0, 300), { key })).toMatchObject({ found: false });
  });

  it('reads a quarter of Chinese that a form of a GBK page sent', () => {
    for (const excerpt of excerpts(markText(chinese, { key, id }).text, 0.25, 5)) {
      const sent = excerpt.replace(/[\ufe00-\ufe0f]/g, (one) => `&#${one.charCodeAt(0)};`);
      expect(iconv.decode(iconv.encode(sent, 'gbk'), 'gbk')).toBe(sent);
      expect(traceText(sent, { key })).toMatchObject({ found: true, id });
    }
  });

  it.each(Object.entries({ english, chinese, ...genres }))(
    'reads half of a text of which one letter in 33 was changed: %s',
    (_, text) => {
      const random = seededRandom(4);
      for (const excerpt of excerpts(markText(text, { key, id }).text, 0.5, 3)) {
        const edited = excerpt.replace(/[\p{L}\p{N}]/gu, (one) => {
          if (random() > 0.03) return one;
          return /[a-z]/i.test(one) ? 'q' : '的';
        });
        expect(traceText(edited, { key })).toMatchObject({ found: true, id });
      }
    },
  );

  it('reads a mark of selectors alone after GBK, whatever the other channels seem to say', () => {
    const { text } = markText(genres['minutes']!, { key, id, channels: ['invisible'] });
    const returned = iconv.decode(iconv.encode(text.slice(0, 300), 'gbk'), 'gbk');
    expect(traceText(returned, { key })).toMatchObject({
      found: true,
      id,
      channels: ['invisible'],
    });
  });

  it('reads what was edited in part', () => {
    const words = markText(english, { key, id }).text.split(' ');
    const edited = words.map((word, index) => (index % 25 === 7 ? 'really' : word)).join(' ');
    expect(traceText(edited, { key })).toMatchObject({ found: true, id });
  });

  it('keeps quiet about texts without a mark, with another key, or with the mark cleaned away', () => {
    const marked = markText(chinese, { key, id }).text;
    const candidates = Array.from({ length: 1000 }, (_, index) => index);
    for (const text of [chinese, english, cleanText(marked).text, '', 'x'.repeat(5000)]) {
      expect(traceText(text, { key, candidates })).toMatchObject({ found: false });
    }
    const other = new Uint8Array(32).fill(6);
    expect(traceText(marked, { key: other, candidates: [id] })).toMatchObject({ found: false });
  });

  it('never names anybody for any text of any key', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.uint8Array({ minLength: 16, maxLength: 32 }),
        (text, anyKey) => {
          expect(traceText(text, { key: anyKey, candidates: [0, 1, 2] }).found).toBe(false);
        },
      ),
    );
  });

  it('gives chances that hold: false answers at 1 % for 1 % of the candidates at the most', () => {
    // A text with one mark is asked for others: agreeing bits of each are fair coins.
    const marked = markText(english, { key, id, channels: ['look-alikes'] }).text.slice(0, 700);
    const { bits } = traceText(marked, { key });
    expect(bits).toBeGreaterThan(100);
    let agreeing = 0;
    const rounds = 20;
    for (let round = 0; round < rounds; round += 1) {
      const trace = traceText(marked, {
        key: new Uint8Array(32).fill(100 + round),
        candidates: [id],
      });
      if (trace.found) agreeing += 1;
    }
    expect(agreeing).toBe(0);
  });

  it.each([
    [{ key, id: -1 }, 'ERR_WATERMARK_OPTIONS'],
    [{ key, id: 2 ** 32 }, 'ERR_WATERMARK_OPTIONS'],
    [{ key, id: 1.5 }, 'ERR_WATERMARK_OPTIONS'],
    [{ key: new Uint8Array(8), id: 1 }, 'ERR_WATERMARK_KEY'],
    [{ key, id: 1, channels: ['morse' as TextChannel] }, 'ERR_WATERMARK_OPTIONS'],
    [{ key, id: 1, channels: [] }, 'ERR_WATERMARK_CAPACITY'],
  ])('refuses options out of range: %#', (options, code) => {
    expect(() => markText(english, options)).toThrow(expect.objectContaining({ code }));
  });
});

describe('markText', () => {
  it('is idempotent, and a second mark takes the place of the first', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (first, second) => {
        const one = markText(chinese, { key, id: first }).text;
        expect(markText(one, { key, id: first }).text).toBe(one);
        const two = markText(one, { key, id: second }).text;
        expect(two).toBe(markText(chinese, { key, id: second }).text);
      }),
      { numRuns: 10 },
    );
  });

  it('leaves addresses, file names, numbers and Russian as they are', () => {
    const working =
      'see https://example.com/space or report_a.pdf, write to ace@example.com, call 400 820 8820: ';
    const { text } = markText(working + english, { key, id });
    for (const part of [
      'https://example.com/space',
      'report_a.pdf',
      'ace@example.com',
      '400 820 8820',
    ]) {
      expect(text.replace(/\p{M}/gu, '')).toContain(part);
    }
    const russian =
      'Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему. ';
    const marked = markText(russian + english, { key, id }).text;
    expect(marked.replace(/\p{M}/gu, '').replace(/\. {2}/g, '. ')).toBe(
      (russian + english).replace(/\. {2}/g, '. '),
    );
  });

  it('says how many bits each channel carries, and uses only the channels it may', () => {
    const wordy = '工作如期完成。因此，我们仍然按照其他方面的规定作出安排；但是，账户必须唯一。';
    const text = `${english} ${chinese} ${wordy} ${english.replace(/\. /g, '. So ')}`.concat(
      [...'甲乙丙丁戊己庚辛壬癸子丑寅卯']
        .map((a) => `${a}方每日内部${wordy}第 3 号 PDF 见，内部没有税务值班，经研究决定`)
        .join(''),
    );
    for (const channel of textChannels) {
      const marked = markText(text, { key, id, channels: [channel] });
      expect(marked.bits[channel]).toBeGreaterThanOrEqual(40);
      for (const other of textChannels) if (other !== channel) expect(marked.bits[other]).toBe(0);
    }
  });

  it('takes time that grows with the length alone', () => {
    const text = `${'长'.repeat(20_000)}，${'a'.repeat(20_000)} ${'，'.repeat(20_000)}`;
    expect(markText(text, { key, id }).bits.invisible).toBeGreaterThan(1000);
  });
});
