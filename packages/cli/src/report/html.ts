/**
 * Markup in which text is escaped unless it says that it is markup.
 *
 * @module
 */

/** Markup that may stand in a document as it is. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a hole of {@link html}. */
export type HtmlValue = Html | string | number | undefined | false | readonly HtmlValue[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

function write(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(write).join('');
  return escapeHtml(showControls(String(value)));
}

/**
 * A template whose holes are escaped, see {@link escapeHtml} and {@link showControls}. {@link Html} stands as it is, lists are
 * joined, `undefined` and `false` are nothing.
 *
 * @example
 * ```ts
 * import { html } from './html.ts';
 *
 * console.log(html`<p>${'<script>'}</p>`.text); // <p>&lt;script&gt;</p>
 * ```
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = strings[0]!;
  for (const [index, value] of values.entries()) text += write(value) + strings[index + 1]!;
  return new Html(text);
}

/**
 * JSON for the inside of a `<script type="application/json">` element. Escaped: what could end the element or open a comment in
 * it (HTML, section 4.12.1.3), and the line ends that older JavaScript does not take in strings.
 */
export function embedJson(value: unknown): Html {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Html(json);
}

/**
 * Text of unknown origin for the eye: control characters, marks that turn the direction of writing and characters of no width
 * are written out, so that a file name cannot look like another.
 *
 * @example
 * ```ts
 * import { showControls } from './html.ts';
 *
 * console.log(showControls('invoice\u202Egpj.exe')); // invoice\u{202e}gpj.exe
 * ```
 */
export function showControls(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
