import { markText, traceText } from '@yushu/watermark/text';
import {
  cleanTextFile,
  detectTextFormat,
  markTextFile,
  type TextFileFormat,
  traceTextFile,
} from '@yushu/watermark/text-files';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chinese, english } from '../text/sample-texts.ts';

const key = new Uint8Array(32).fill(5);
const id = 4711;
const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const bare = (text: string) => text.replace(/[\ufe04-\ufe0b]/g, '');
const mark = (text: string, format: TextFileFormat) =>
  decode(markTextFile(encode(text), { format, key, id }).bytes);
const trace = (text: string, format: TextFileFormat) =>
  traceTextFile(encode(text), { format, key });

const page = `<!doctype html><html><head><title>The launch of the terminal was moved</title><style>p::before{content:"words"}</style>
<script>const note = "the launch of the terminal"; if (1 < 2) alert('a</p>b')</script></head><body>
<!-- the launch of the terminal was moved --><h1>Launch</h1><p title="the launch > of the terminal">${english.slice(0, 700)}</p>
<pre>for the launch of <b>the terminal</b> was moved</pre><p>Run <code>npm run the launch</code>, then <b>w</b>ait &amp; s&eacute;e &#x4f60;.</p>
<textarea>the launch of the terminal</textarea><select><option>the launch of the terminal</option></select><p>${chinese.slice(0, 150)}</p></body></html>`;

describe('HTML', () => {
  const marked = mark(page, 'html');

  it('is marked in text alone', () => {
    expect(bare(marked)).toBe(page);
    expect(marked.length).toBeGreaterThan(page.length + 100);
    for (const exact of [
      /<title>.*?<\/title>/s,
      /<style>.*?<\/style>/s,
      /<script>.*?<\/script>/s,
      /<!--.*?-->/s,
      /<pre>.*?<\/pre>/s,
      /<code>.*?<\/code>/s,
      /<textarea>.*?<\/textarea>/s,
      /<select>.*?<\/select>/s,
      /title=".*?"/s,
    ]) {
      expect(exact.exec(marked)?.[0]).toBe(exact.exec(page)?.[0]);
    }
  });

  it('is traced as a page, and as what is copied from it', () => {
    expect(trace(marked, 'html')).toMatchObject({ found: true, id });
    const shown = marked
      .slice(marked.indexOf('<p '), marked.indexOf('<pre>'))
      .replace(/<[^>]*>/g, '');
    expect(traceText(shown, { key })).toMatchObject({ found: true, id });
    expect(trace(page, 'html').found).toBe(false);
  });

  it('is cleaned of hidden characters, however they are written', () => {
    const dirty = '<p>p&#x430;y&#8203;ment <code>ad\u200bmin</code>\u00a0x</p>';
    const { bytes, hidden } = cleanTextFile(encode(dirty), { format: 'html' });
    expect(decode(bytes)).toBe('<p>payment <code>admin</code> x</p>');
    expect(hidden.map(({ kind }) => kind)).toEqual([
      'look-alike',
      'invisible',
      'invisible',
      'space',
    ]);
  });

  it.each([
    '<',
    '<p',
    '<p title="',
    '<!--',
    '<script>',
    '</',
    '<a<b',
    '&#',
    '<![CDATA[',
    '<plaintext>',
  ])('is kept whatever is broken: %s', (broken) => {
    const text = `<p>${english}</p>${broken}`;
    expect(bare(mark(text, 'html'))).toBe(text);
  });

  it('keeps every character of any markup', () => {
    const bits = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '/',
      '!',
      '-',
      '<p>',
      '</p>',
      '<code>',
      '</code>',
      '<script>',
      '</script>',
      '&amp;',
      '词语',
      'word ',
      ' ',
      '=',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 60 }), (pieces) => {
        const text = `<p>${english}</p>${pieces.join('')}`;
        expect(bare(mark(text, 'html'))).toBe(text);
      }),
      { numRuns: 20 },
    );
  });

  it('takes time that grows with the length alone', () => {
    for (const piece of [
      '<code>',
      '</code>',
      '<',
      '<a b="',
      '<script>',
      '<!--',
      '&',
      '&#x',
      "<p a='",
    ]) {
      const text = `<p>${english}</p>${piece.repeat(9_000)}`;
      expect(bare(mark(text, 'html'))).toBe(text);
    }
  });
});

const readme = `---
title: the launch of the terminal was moved
---
# The launch of the terminal was moved

${english.slice(0, 500)}
See [the announcement of it](https://example.com/the/launch "the launch of") and [the list][plan], \`the launch of the\` too.

Setext heading of the launch
----------------------------

- ${english.slice(500, 760).replace(/\n/g, ' ')}
- ![the launch of the terminal](launch.png) and <https://example.com/the> and $the launch_of the$
1. ${chinese.slice(0, 120)}

> quoted: ${chinese.slice(120, 240)}

| name | what it means |
| ---- | ------------- |
| 价格 | ${chinese.slice(240, 300)} |

\`\`\`sh
the launch of the terminal was moved
\`\`\`

    the launch of the terminal was moved

<div>the launch of the terminal was moved</div>

[plan]: https://example.com/the/launch/of
{{< the launch of the terminal >}} #the-launch 见https://example.com/价格/渠道政策 。
`;

describe('Markdown', () => {
  const marked = mark(readme, 'markdown');

  it('is marked in running text alone', () => {
    expect(bare(marked)).toBe(readme);
    for (const exact of [
      'title: the launch of the terminal was moved',
      '# The launch of the terminal was moved',
      'Setext heading of the launch',
      '](https://example.com/the/launch "the launch of")',
      '[plan]',
      '`the launch of the`',
      '![the launch of the terminal](launch.png)',
      '<https://example.com/the>',
      '$the launch_of the$',
      '\nthe launch of the terminal was moved\n```',
      '    the launch of the terminal was moved',
      '<div>the launch of the terminal was moved</div>',
      '[plan]: https://example.com/the/launch/of',
      '{{< the launch of the terminal >}}',
      '#the-launch',
      'https://example.com/价格/渠道政策 ',
    ]) {
      expect(marked).toContain(exact);
    }
    expect(marked).not.toContain('价格和渠道政策');
  });

  it('is traced as it is, and as it reads', () => {
    expect(trace(marked, 'markdown')).toMatchObject({ found: true, id });
    expect(traceText(marked.slice(150, 700), { key })).toMatchObject({ found: true, id });
    expect(trace(readme, 'markdown').found).toBe(false);
  });

  it('keeps every character of any markup', () => {
    const bits = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '!',
      '`',
      '``',
      '\n',
      '\n\n',
      '    ',
      '```\n',
      '# ',
      '- ',
      '> ',
      '<',
      '>',
      '\\',
      '$',
      '{{',
      '}}',
      '词语',
      'word ',
      '1. ',
      '***',
      '|',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 80 }), (pieces) => {
        const text = `${english}\n\n${pieces.join('')}`;
        expect(bare(mark(text, 'markdown'))).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('takes time that grows with the length alone', () => {
    for (const piece of [
      '[',
      ']',
      '![',
      '`',
      '` `` ',
      '](',
      '[a](',
      '<',
      '<!--',
      '{{',
      '$',
      '> ',
      '#a',
      '\\',
      '1. ',
      '- ',
    ]) {
      const text = `${english}\n\n${piece.repeat(4_000)}`;
      expect(bare(mark(text, 'markdown'))).toBe(text);
    }
  });
});

describe('plain text', () => {
  it('is marked as markText does, byte order mark and line ends kept', () => {
    const text = `\ufeff${english.replace(/\n/g, '\r\n')}`;
    expect(mark(text, 'text')).toBe(markText(text, { key, id }).text);
    const wide = new Uint8Array(Buffer.from(text, 'utf16le'));
    const { bytes } = markTextFile(wide, { format: 'text', key, id });
    expect(Buffer.from(bytes).toString('utf16le')).toBe(mark(text, 'text'));
    expect(traceTextFile(bytes, { format: 'text', key })).toMatchObject({ found: true, id });
  });

  it.each([
    ['binary', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0)],
    ['GBK', Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3)],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ])('is not %s', (_, bytes) => {
    expect(() => markTextFile(bytes, { format: 'text', key, id })).toThrow(
      expect.objectContaining({ code: 'ERR_WATERMARK_INPUT' }),
    );
  });

  it('has to be long enough', () => {
    expect(() => mark('Too short.', 'text')).toThrow(
      expect.objectContaining({ code: 'ERR_WATERMARK_CAPACITY' }),
    );
  });
});

it('formats are told by endings', () => {
  expect(
    ['a.TXT', 'b.md', 'c.htm', 'd.eml', 'e.docx', 'f.pdf', 'docx'].map(detectTextFormat),
  ).toEqual(['text', 'markdown', 'html', 'mail', 'docx', undefined, undefined]);
});
