import { createScanner } from '@yushu/detect';
import { readHttpMessage, scanHttpMessage } from '@yushu/detect/formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const scanner = createScanner();
const crlf = (...lines: string[]) => lines.join('\r\n');
const values = (text: string) =>
  readHttpMessage(text)?.fields.map(({ path, text: value }) => [path, value]);
const found = (text: string) =>
  scanHttpMessage(scanner, text).map(({ category, path, span }) => [
    category,
    path,
    text.slice(span.start, span.end),
  ]);

describe('what a message is cut into', () => {
  test('target, query, headers and cookies', () => {
    const text = crlf(
      'GET /users/13800138000?q=%E5%BC%A0%E4%B8%89+x&empty=&flag HTTP/1.1',
      'Host: a.example',
      'Cookie: sid=ab%20c; uid=7',
      '',
      '',
    );
    expect(values(text)).toEqual([
      ['/path/1', 'users'],
      ['/path/2', '13800138000'],
      ['/query/q', '张三 x'],
      ['/query', 'flag'],
      ['/headers/host', 'a.example'],
      ['/cookies/sid', 'ab c'],
      ['/cookies/uid', '7'],
    ]);
    expect(readHttpMessage(text)).toMatchObject({ kind: 'request', method: 'GET' });
  });

  test('a status line, and a body of JSON', () => {
    const text = crlf(
      'HTTP/1.1 200 OK',
      'Content-Type: application/problem+json',
      '',
      '{"a":["x",1]}',
    );
    expect(readHttpMessage(text)).toMatchObject({ kind: 'response', status: 200 });
    expect(values(text)?.slice(1)).toEqual([
      ['/body/a/0', 'x'],
      ['/body/a/1', '1'],
    ]);
  });

  test('a form, with LF alone and a line end behind it', () => {
    const text =
      'POST / HTTP/1.1\ncontent-type: application/x-www-form-urlencoded\n\na=1&b=%2B86+138\n';
    expect(values(text)?.slice(1)).toEqual([
      ['/body/a', '1'],
      ['/body/b', '+86 138'],
    ]);
  });

  test('parts within parts, each by its own headers', () => {
    const text = crlf(
      'POST / HTTP/1.1',
      'Content-Type: multipart/form-data; boundary="o=o"',
      '',
      'preamble',
      '--o=o',
      'Content-Disposition: form-data; name="note"',
      '',
      'two',
      'lines',
      '--o=o',
      'Content-Disposition: form-data; name="more"',
      'Content-Type: multipart/mixed; boundary=in',
      '',
      '--in',
      'Content-Type: application/json',
      '',
      '{"k":"v"}',
      '--in--',
      '--o=o--',
      'epilogue',
    );
    expect(values(text)?.filter(([path]) => !path!.includes('headers'))).toEqual([
      ['/body/note', 'two\r\nlines'],
      ['/body/more/0/k', 'v'],
    ]);
  });

  test('a body that is not what its type says is a text', () => {
    expect(values('HTTP/1.1 200\nContent-Type: application/json\n\n{oops')?.at(-1)).toEqual([
      '/body',
      '{oops',
    ]);
    expect(values('HTTP/1.1 200\nContent-Type: multipart/form-data\n\nx')?.at(-1)).toEqual([
      '/body',
      'x',
    ]);
  });

  test.each(['', 'hello', 'GET /', 'HTTP/1.1 abc', '{"a":1}'])('%j is no message', (text) => {
    expect(readHttpMessage(text)).toBeUndefined();
  });
});

describe('what is found in it', () => {
  test('values by their names and places, where they stand in the message', () => {
    const text = crlf(
      'POST /u?email=a%40b.com HTTP/1.1',
      'X-Forwarded-For: 203.0.113.9',
      'Content-Type: multipart/form-data; boundary=b',
      '',
      '--b',
      'Content-Disposition: form-data; name="手机"',
      '',
      '138 0013 8000',
      '--b',
      'Content-Disposition: form-data; name="f"; filename="a.json"',
      'Content-Type: application/json',
      '',
      '{"id":"110101199003078531"}',
      '--b--',
    );
    expect(found(text)).toEqual([
      ['contact.email', '/query/email', 'a%40b.com'],
      ['network.ipv4', '/headers/x-forwarded-for', '203.0.113.9'],
      ['contact.phone', '/body/手机', '138 0013 8000'],
      ['id.resident.cn', '/body/f/id', '110101199003078531'],
    ]);
  });

  test('what is no message is scanned as text', () => {
    expect(found('call 13800138000')).toEqual([['contact.phone', undefined, '13800138000']]);
  });
});

describe('any text behind a first line', () => {
  const line = fc.constantFrom('GET /a?b=c HTTP/1.1', 'HTTP/2 404', 'POST /%E5%A5?x=%zz HTTP/1.0');
  const type = fc.constantFrom(
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/mixed; boundary=--',
    'text/csv',
    'application/x-ndjson',
    'text/plain',
  );
  const body = fc.string({
    unit: fc.constantFrom(...'ab=&;%E5\r\n-:{}[]",中\u{1f600}'),
    maxLength: 80,
  });

  test('gives fields whose characters stand where they say', () => {
    fc.assert(
      fc.property(line, type, body, (first, media, rest) => {
        const text = `${first}\r\nContent-Type: ${media}\r\nCookie: ${rest.replaceAll(/[\r\n]/g, '')}\r\n\r\n${rest}`;
        for (const field of readHttpMessage(text)!.fields) {
          let before = -1;
          for (let offset = 0; offset <= field.text.length; offset += 1) {
            const at = field.locate(offset);
            expect(at).toBeGreaterThanOrEqual(before);
            expect(at).toBeLessThanOrEqual(text.length);
            before = at;
            const unit = field.text[offset];
            if (unit !== undefined && /[ab{]/.test(unit)) expect(text[at]).toBe(unit);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
