import { traceText } from '@yushu/watermark/text';
import {
  cleanTextFile,
  markTextFile,
  measureTextFile,
  traceTextFile,
} from '@yushu/watermark/text-files';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chinese, english } from '../text/sample-texts.ts';
import { codeAndField, makeBody, makeDocx } from './sample-docx.ts';

const key = new Uint8Array(32).fill(5);
const id = 4711;
const format = 'docx';
const note = `Footnote & more: ${english.slice(0, 200)}`;
const document = makeDocx({
  'word/document.xml': makeBody([english.replace(/\n/g, ' '), chinese], codeAndField),
  'word/footnotes.xml': makeBody([note]),
  'word/styles.xml': '<w:styles/>',
});
const marked = markTextFile(document, { format, key, id }).bytes;
const parts = (bytes: Uint8Array) => unzipSync(bytes);
const input = expect.objectContaining({ code: 'ERR_WATERMARK_INPUT' });
const isInput = (run: () => unknown): boolean => {
  try {
    run();
    return true;
  } catch (error) {
    expect(error).toMatchObject({
      code: expect.stringMatching(/^ERR_WATERMARK_(?:INPUT|CAPACITY)$/),
    });
    return false;
  }
};

describe('a Word document', () => {
  it('is traced as a whole, and by what is copied out of it', () => {
    expect(traceTextFile(marked, { format, key })).toMatchObject({ found: true, id });
    const xml = strFromU8(parts(marked)['word/document.xml'] as Uint8Array);
    const copied = xml
      .replace(/<\/w:p>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .slice(300, 900);
    expect(traceText(copied, { key })).toMatchObject({ found: true, id });
    expect(traceTextFile(document, { format, key }).found).toBe(false);
    // What readFile gives, a view on a larger memory, is the same, and stays as it is.
    const buffer = Buffer.from(document);
    expect(Buffer.from(marked).equals(markTextFile(buffer, { format, key, id }).bytes)).toBe(true);
    expect(buffer.equals(document)).toBe(true);
    expect(traceTextFile(marked, { format, key: new Uint8Array(32) }).found).toBe(false);
  });

  it('keeps every other part, and all markup, to the byte', () => {
    const before = parts(document);
    const after = parts(marked);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const name of Object.keys(before)) {
      const isText = name === 'word/document.xml' || name === 'word/footnotes.xml';
      const bare = strFromU8(after[name] as Uint8Array, !isText).replace(/[\ufe04-\ufe0b]/g, '');
      expect(bare).toBe(strFromU8(before[name] as Uint8Array, !isText));
    }
    // Records of other parts are copied, not packed anew.
    const text = Buffer.from(document).toString('latin1');
    const start = text.indexOf('PK\u0003\u0004', text.indexOf('word/media') - 40);
    const record = text.slice(start, text.indexOf('PK\u0003\u0004', start + 4));
    expect(Buffer.from(marked).toString('latin1')).toContain(record);
  });

  it('leaves code and fields as they are', () => {
    const xml = strFromU8(parts(marked)['word/document.xml'] as Uint8Array);
    expect(xml).toContain('const launch = "a');
    expect(xml).toContain('seven of these pages here');
  });

  it('comes back as it was when it is cleaned', () => {
    const { bytes, hidden } = cleanTextFile(marked, { format });
    expect(strFromU8(parts(bytes)['word/document.xml'] as Uint8Array)).toBe(
      strFromU8(parts(document)['word/document.xml'] as Uint8Array),
    );
    expect(hidden.length).toBeGreaterThan(100);
    expect(measureTextFile(document, { format }).bits.invisible).toBeGreaterThan(200);
  });

  it('may have descriptors behind its parts, stored parts and a comment', () => {
    const body = strToU8(makeBody([english]));
    const stored = zipSync({ 'word/document.xml': [body, { level: 0 }], 'a.txt': strToU8('a') });
    const out = markTextFile(stored, { format, key, id }).bytes;
    expect(traceTextFile(out, { format, key })).toMatchObject({ found: true, id });
    expect(strFromU8(parts(out)['a.txt'] as Uint8Array)).toBe('a');
    const commented = new Uint8Array(document.length + 5);
    commented.set(document);
    commented[document.length - 2] = 5;
    commented.set(strToU8('hello'), document.length);
    const again = markTextFile(commented, { format, key, id }).bytes;
    expect(strFromU8(again.subarray(-5))).toBe('hello');
    expect(traceTextFile(again, { format, key })).toMatchObject({ found: true, id });
  });

  it('is refused where it is signed, encrypted, old, no document, or has a document type', () => {
    const refuse = (bytes: Uint8Array) =>
      expect(() => markTextFile(bytes, { format, key, id })).toThrow(input);
    refuse(
      makeDocx({ 'word/document.xml': makeBody([english]), '_xmlsignatures/sig1.xml': '<a/>' }),
    );
    refuse(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
    refuse(makeDocx({ 'xl/workbook.xml': '<a/>' }));
    refuse(new Uint8Array(0));
    const bomb = `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(100)}">]>${makeBody([english])}`;
    refuse(makeDocx({ 'word/document.xml': bomb }));
    refuse(makeDocx({ 'word/document.xml': makeBody([english]).slice(0, -30).concat('<w:p a="') }));
    const locked = document.slice();
    const directory = Buffer.from(locked).indexOf('PK\u0001\u0002', 0, 'latin1');
    locked[directory + 8] = 1;
    refuse(locked);
  });

  it('is refused as a bomb before it costs memory', () => {
    const big = makeDocx({ 'word/document.xml': makeBody([english]) });
    const line = Buffer.from(big).lastIndexOf('word/document.xml', undefined, 'latin1') - 46;
    new DataView(big.buffer, big.byteOffset).setUint32(line + 24, 1 << 30, true);
    expect(() => markTextFile(big, { format, key, id })).toThrow(input);
    // A size that is a lie is never exceeded.
    const lie = makeDocx({ 'word/document.xml': makeBody([english]) });
    const view = new DataView(lie.buffer, lie.byteOffset);
    const at = Buffer.from(lie).lastIndexOf('word/document.xml', undefined, 'latin1') - 46;
    view.setUint32(at + 24, 100, true);
    expect(() => markTextFile(lie, { format, key, id })).toThrow(input);
  });

  it('is refused when it is cut off anywhere, and never breaks otherwise when bytes are changed', () => {
    const small = makeDocx({ 'word/document.xml': makeBody([english.slice(0, 600)]) });
    for (let length = 0; length < small.length; length += 61) {
      expect(() => markTextFile(small.slice(0, length), { format, key, id })).toThrow(input);
    }
    fc.assert(
      fc.property(fc.nat(small.length - 1), fc.nat(255), (at, value) => {
        const changed = small.slice();
        changed[at] = value;
        isInput(() => markTextFile(changed, { format, key, id }));
      }),
      { numRuns: 60 },
    );
  });
});
