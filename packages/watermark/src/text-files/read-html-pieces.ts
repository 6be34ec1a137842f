import { readReferences } from './character-reference.ts';
import { endOfTag } from './end-of-tag.ts';
import { closedPiece, type TextPiece } from './text-piece.ts';

/** What these hold is no markup, and is not read as text of the page. */
const rawText: ReadonlySet<string> = new Set(
  'script style textarea title xmp iframe noembed noframes noscript'.split(' '),
);
/** What these hold is copied to be used, drawn, or sent. */
const exact: ReadonlySet<string> = new Set(
  'pre code kbd samp var tt template select datalist svg math object'.split(' '),
);
/** Elements that do not end a line. */
const inline: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark nobr q s samp small span strike strong sub sup ' +
    'time tt u var wbr'
  ).split(' '),
);
const empty: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

const tagName = /<\/?([a-z][^\s/>]*)/iy;

function endOf(html: string, what: string, start: number): number {
  const found = html.indexOf(what, start);
  return found < 0 ? html.length : found + what.length;
}

/** Where an element that holds no markup ends: before its end tag. */
function endOfRawText(html: string, name: string, start: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = start;
  return end.exec(html)?.index ?? html.length;
}

/**
 * Cuts a page into markup and text. Open is text outside of what is a script, a style, code, or is sent or drawn. What is broken
 * stays as it is: nothing is lost, and time grows with the length alone.
 *
 * Source: HTML Living Standard, section 13.2.5.
 */
export function readHtmlPieces(html: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  /** Elements whose text stays as it is, that are open now. */
  const closed: string[] = [];
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const end = next < 0 ? html.length : next;
    if (end > at) pieces.push(...readReferences(html.slice(at, end), closed.length === 0));
    if (next < 0) break;
    at = next;
    if (html.startsWith('<!--', at) || html.startsWith('<!', at) || html.startsWith('<?', at)) {
      const to = html.startsWith('<!--', at) ? endOf(html, '-->', at + 4) : endOf(html, '>', at);
      pieces.push(closedPiece(html.slice(at, to)));
      at = to;
      continue;
    }
    tagName.lastIndex = at;
    const name = tagName.exec(html)?.[1]?.toLowerCase();
    if (name === undefined) {
      pieces.push(closedPiece('<', '<'));
      at += 1;
      continue;
    }
    const to = endOfTag(html, at);
    const tag = html.slice(at, to);
    pieces.push(closedPiece(tag, inline.has(name) ? '' : '\n'));
    at = to;
    if (tag.startsWith('</')) {
      const opened = closed.lastIndexOf(name);
      if (opened >= 0) closed.length = opened;
    } else if (rawText.has(name)) {
      const close = endOfRawText(html, name, at);
      pieces.push(closedPiece(html.slice(at, close)));
      at = close;
    } else if (exact.has(name) && !empty.has(name) && closed.length < 512) closed.push(name);
  }
  return pieces;
}
