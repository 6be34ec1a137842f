import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embedJson, escapeHtml, Html, html, showControls } from '../../src/report/html.ts';

/** Any UTF-16, lone surrogates too. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});

describe('escapeHtml', () => {
  test('leaves no character that could leave a text or a quoted attribute', () => {
    expect(escapeHtml(`<a href="x" title='y'>&</a>`)).toBe(
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;',
    );
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });
});

describe('html', () => {
  test('escapes holes, keeps markup, joins lists, drops nothing but undefined and false', () => {
    const item = (text: string) => html`<li>${text}</li>`;
    expect(html`<ul>${['<1>', '&2'].map(item)}</ul>${undefined}${false}${0}${''}`.text).toBe(
      '<ul><li>&lt;1&gt;</li><li>&amp;2</li></ul>0',
    );
    expect(html`${new Html('<br>')}`.text).toBe('<br>');
  });
});

describe('embedJson', () => {
  test('cannot end its script element and comes back as it was', () => {
    const value = {
      name: '</script><script>alert(1)</script><!--',
      separators: '\u2028\u2029',
      amp: '&lt;',
    };
    const { text } = embedJson(value);
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual(value);
  });

  test('holds for any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { text } = embedJson(value);
        expect(text).not.toMatch(/[<>&\u2028\u2029]/);
        expect(text).toBe(embedJson(JSON.parse(text)).text);
      }),
    );
  });
});

describe('showControls', () => {
  test('writes out what the eye cannot see', () => {
    expect(showControls('a\u0000b\nc\u202Egpj.exe\u200B\u2066\uFEFF')).toBe(
      'a\\u{0}b\\u{a}c\\u{202e}gpj.exe\\u{200b}\\u{2066}\\u{feff}',
    );
    expect(showControls('\uD800')).toBe('\\u{d800}');
  });

  test('leaves letters, punctuation and emoji alone', () => {
    expect(showControls('客服对话/十一月 (2).txt 🙂 é')).toBe('客服对话/十一月 (2).txt 🙂 é');
  });
});
