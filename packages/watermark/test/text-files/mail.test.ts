import { traceText } from '@yushu/watermark/text';
import { cleanTextFile, markTextFile, traceTextFile } from '@yushu/watermark/text-files';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { chinese, english } from '../text/sample-texts.ts';

const key = new Uint8Array(32).fill(5);
const id = 4711;
const format = 'mail';
const attachment = Buffer.from(english)
  .toString('base64')
  .replace(/(.{76})/g, '$1\r\n');

function quotedPrintable(bytes: Buffer): string {
  return [...bytes]
    .map((byte) => (byte === 10 ? '\r\n' : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`))
    .join('')
    .replace(/(.{72})(?=.)/g, '$1=\r\n');
}

const mail = Buffer.from(
  [
    'From: martha@example.com',
    'To: all@example.com',
    'Subject: =?utf-8?B?5LiK5biC?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed;\r\n boundary="outer; 1"',
    '',
    'preamble of the mail stays',
    '--outer; 1',
    'Content-Type: multipart/alternative; boundary=inner',
    '',
    '--inner',
    'Content-Type: text/plain; charset="gb2312"',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(iconv.encode(chinese, 'gbk')),
    '--inner',
    'Content-Type: text/html;\r\n\tcharset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(`<html><p>${chinese}</p><p>${english}</p></html>`)
      .toString('base64')
      .replace(/(.{76})/g, '$1\r\n'),
    '--inner--',
    '--outer; 1',
    'Content-Type: text/plain; name="minutes.txt"',
    'Content-Disposition: attachment; filename="minutes.txt"',
    'Content-Transfer-Encoding: base64',
    '',
    attachment,
    '--outer; 1--',
    '',
  ].join('\r\n'),
  'latin1',
);

/** A reader that shares nothing with ours: the bodies of the two alternatives. */
function readBodies(bytes: Uint8Array): { plain: string; html: string; plainHeader: string } {
  const [, plainPart = '', htmlPart = ''] = Buffer.from(bytes)
    .toString('latin1')
    .split('--inner\r\n');
  const [plainHeader = '', plainBody = ''] = plainPart.split('\r\n\r\n');
  const plainBytes = plainBody
    .replace(/=\r\n/g, '')
    .replace(/=(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const [, htmlBody = ''] = (htmlPart.split('\r\n--inner--')[0] ?? '').split('\r\n\r\n');
  return {
    plainHeader,
    plain: Buffer.from(plainBytes, 'latin1').toString('utf8'),
    html: Buffer.from(htmlBody, 'base64').toString('utf8'),
  };
}

const simple = (headers: string, body: string) => Buffer.from(`${headers}\r\n\r\n${body}`);
const bare = (text: string) => text.replace(/[\ufe04-\ufe0b]/g, '');
const mark = (bytes: Uint8Array) => markTextFile(bytes, { format, key, id }).bytes;

describe('a mail', () => {
  const marked = mark(mail);

  it('is marked in each body, and traced by each', () => {
    expect(traceTextFile(marked, { format, key })).toMatchObject({ found: true, id });
    const { plain, html, plainHeader } = readBodies(marked);
    expect(bare(plain).trim()).toBe(chinese);
    expect(bare(html)).toBe(`<html><p>${chinese}</p><p>${english}</p></html>`);
    expect(plainHeader).toContain('charset=utf-8');
    expect(traceText(plain.slice(100), { key })).toMatchObject({ found: true, id });
    expect(traceText(html.replace(/<[^>]*>/g, ''), { key })).toMatchObject({ found: true, id });
    expect(traceTextFile(mail, { format, key }).found).toBe(false);
  });

  it('keeps header fields, boundaries and attachments to the byte, and lines within 76 characters', () => {
    const text = Buffer.from(marked).toString('latin1');
    const before = mail.toString('latin1');
    expect(text.slice(0, before.indexOf('--inner\r\n'))).toBe(
      before.slice(0, before.indexOf('--inner\r\n')),
    );
    expect(text.slice(text.indexOf('--inner--'))).toBe(before.slice(before.indexOf('--inner--')));
    expect(Math.max(...text.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(76);
  });

  it.each([
    ['no header of content', 'Subject: a', english],
    [
      '7bit',
      'Subject: a\r\nContent-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit',
      english,
    ],
    [
      '8bit',
      'Subject: a\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit',
      chinese,
    ],
  ])('may be simple: %s', (_, headers, body) => {
    const out = mark(simple(headers, body));
    expect(traceTextFile(out, { format, key })).toMatchObject({ found: true, id });
    const text = Buffer.from(out).toString('utf8');
    expect(text).toMatch(/charset=utf-8/i);
    expect(text).toMatch(/Content-Transfer-Encoding: (?:quoted-printable|8bit)/);
    expect(text.match(/\r\n\r\n/g)?.length).toBe(1);
    // Marked again for somebody else, only the id is another.
    const again = markTextFile(out, { format, key, id: 5 }).bytes;
    expect(traceTextFile(again, { format, key })).toMatchObject({ found: true, id: 5 });
  });

  it('may have bare line feeds', () => {
    const unix = Buffer.from(mail.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
    const out = mark(unix);
    expect(traceTextFile(out, { format, key })).toMatchObject({ found: true, id });
    expect(Buffer.from(out).includes('\r')).toBe(false);
  });

  it('is cleaned of what is hidden in it', () => {
    const { bytes, hidden } = cleanTextFile(marked, { format });
    expect(hidden.length).toBeGreaterThan(100);
    expect(traceTextFile(bytes, { format, key }).found).toBe(false);
    expect(readBodies(bytes).plain.trim()).toBe(chinese);
  });

  const body = `\r\n\r\n${english}`;
  it.each([
    ['signed', `Content-Type: multipart/signed; boundary=a\r\n\r\n--a${body}\r\n--a--`],
    ['encrypted', `Content-Type: application/pkcs7-mime${body}`],
    ['without its last boundary', `Content-Type: multipart/mixed; boundary=a\r\n\r\n--a${body}`],
    ['without a boundary', `Content-Type: multipart/mixed${body}`],
    [
      'nested without end',
      Array.from(
        { length: 40 },
        (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
      ).join('') + english,
    ],
    [
      'not in its encoding',
      `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\xff\xfe${english}`,
    ],
    ['of an unknown encoding', `Content-Type: text/plain; charset=klingon${body}`],
    ['no mail', english],
  ])('is refused when it is %s', (_, text) => {
    expect(() => mark(Buffer.from(text, 'latin1'))).toThrow(
      expect.objectContaining({ code: 'ERR_WATERMARK_INPUT' }),
    );
  });
});
