import { readReferences } from './character-reference.ts';
import { closedPiece, type TextPiece } from './text-piece.ts';

const fence = /^ {0,3}(`{3,}|~{3,})/;
const heading = /^ {0,3}#{1,6}(?:\s|$)/;
const underline = /^ {0,3}(?:=+|-+)\s*$/;
const definition = /^ {0,3}\[[^\]\n]+\]:/;
const indented = /^(?: {4}|\t)/;
const htmlBlock = /^ {0,3}<[/!?a-z]/i;
const mathBlock = /^ {0,3}\$\$/;
/** Signs of quotes and lists at the beginning of a line. */
const prefix = /^(?:\s{0,8}(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)))*\s*/;
const longest = 2000;

/** Runs of backticks, and for each the next of the same length. */
function pairBackticks(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const next = new Map<number, number>();
  for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
    const end = next.get(run.length);
    if (end !== undefined) pairs.set(index, end + run.length);
    next.set(run.length, index);
  }
  return pairs;
}

/** For each opening bracket where it closes. */
function pairBrackets(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/\\.|[[\]]/gs)) {
    if (sign === '[') open.push(index);
    else if (sign === ']') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, index);
    }
  }
  return pairs;
}

/** The end of `(…)` that begins at `start`; where it does not end, `start`. */
function endOfTarget(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + longest); at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return start;
}

/** Stretches that stay as they are, and how they read. */
const exact: readonly (readonly [RegExp, (match: string) => string])[] = [
  [/\\[\p{P}\p{S}]/uy, (match) => match.slice(1)],
  [/<!--[\s\S]{0,2000}?-->/y, () => ''],
  [/<[^<>\n]{1,2000}>/y, (match) => (/^<[a-z+.-]{2,32}:/i.test(match) ? match.slice(1, -1) : '')],
  [/\{\{[^{}\n]{0,2000}\}\}|\{%[^{}\n]{0,2000}%\}/y, () => ''],
  [/\$\$?[^$\n]{1,2000}\$\$?/y, (match) => match],
  [/(?:https?|ftp|mailto):[^\s<>]+/iy, (match) => match],
  [/#[\p{L}\p{N}_/-]+/uy, (match) => match],
];
const special = /[`[\]!\\<{$#]|(?:https?|ftp|mailto):/gi;

/** The text of a paragraph: open but for code, targets of links, labels, formulas and markup. */
function* readInline(text: string): Generator<TextPiece> {
  const backticks = pairBackticks(text);
  const brackets = pairBrackets(text);
  /** Ends of the texts of links, where a target follows. */
  const linkEnds = new Set<number>();
  let done = 0;
  let at = 0;
  function* close(to: number, reads: string): Generator<TextPiece> {
    if (at > done) yield* readReferences(text.slice(done, at), true);
    yield closedPiece(text.slice(at, to), reads);
    at = to;
    done = to;
  }
  for (;;) {
    special.lastIndex = at;
    const found = special.exec(text);
    if (found === null) break;
    at = found.index;
    const sign = text.charAt(at);
    if (sign === '`') {
      const run = /`+/y;
      run.lastIndex = at;
      const length = run.exec(text)?.[0].length ?? 1;
      const end = backticks.get(at);
      yield* close(end ?? at + length, text.slice(at + length, (end ?? at) - length));
      continue;
    }
    if (sign === ']' && linkEnds.has(at)) {
      const isTarget = text.charAt(at + 1) === '(';
      const label = brackets.get(at + 1);
      const to = isTarget ? endOfTarget(text, at + 1) : (label ?? at) + 1;
      yield* close(Math.max(to, at + 1), '');
      continue;
    }
    if (sign === '[' || (sign === '!' && text.charAt(at + 1) === '[')) {
      const open = sign === '!' ? at + 1 : at;
      const end = brackets.get(open);
      const follows = end === undefined ? '' : text.charAt(end + 1);
      if (end === undefined) yield* close(open + 1, '');
      else if (sign === '!') {
        const to = follows === '(' ? endOfTarget(text, end + 1) : end + 1;
        yield* close(Math.max(to, end + 1), '');
      } else if (follows === '(' || follows === '[') {
        linkEnds.add(end);
        yield* close(at + 1, '');
      } else yield* close(end + 1, text.slice(at + 1, end).replace(/^\^.*/s, ''));
      continue;
    }
    let isExact = false;
    for (const [pattern, read] of exact) {
      pattern.lastIndex = at;
      const match = pattern.exec(text)?.[0];
      if (match === undefined) continue;
      yield* close(at + match.length, read(match));
      isExact = true;
      break;
    }
    if (!isExact) at += 1;
  }
  if (done < text.length) yield* readReferences(text.slice(done), true);
}

/**
 * Cuts Markdown into markup and text. Open is the text of paragraphs, lists, quotes and tables. Headings stay, for links lead to
 * their words; so do code, formulas, HTML, targets and labels of links, and front matter.
 *
 * Source: CommonMark 0.31, GitHub Flavored Markdown.
 */
export function readMarkdownPieces(markdown: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  const lines = markdown.match(/[^\n]*\n|[^\n]+/g) ?? [];
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) pieces.push(...readInline(paragraph.join('')));
    paragraph = [];
  };
  const keep = (line: string, reads = line): void => {
    endParagraph();
    pieces.push(closedPiece(line, reads));
  };
  /** Keeps lines until one that ends the block, and it too. */
  const keepUntil = (from: number, isEnd: (line: string) => boolean, reads = true): number => {
    let at = from;
    while (at < lines.length) {
      const line = lines[at] as string;
      keep(line, reads ? line : '\n');
      at += 1;
      if (isEnd(line)) break;
    }
    return at;
  };
  let at = 0;
  const first = /^(---|\+\+\+)\s*$/.exec(lines[0] ?? '')?.[1];
  const hasEnd = lines.findIndex((line, index) => index > 0 && line.trimEnd() === first) > 0;
  if (first !== undefined && hasEnd) {
    keep(lines[0] as string, '\n');
    at = keepUntil(1, (line) => line.trimEnd() === first, false);
  }
  while (at < lines.length) {
    const line = lines[at] as string;
    const opened = fence.exec(line)?.[1];
    const isBlank = line.trim() === '';
    if (opened !== undefined) {
      keep(line, '\n');
      const closing = new RegExp(`^ {0,3}${opened.charAt(0)}{${opened.length},}\\s*$`);
      at = keepUntil(at + 1, (next) => closing.test(next));
      continue;
    }
    if (mathBlock.test(line)) {
      keep(line, '\n');
      const isWhole = /\$\$\s*$/.test(line.replace(mathBlock, ''));
      at = isWhole ? at + 1 : keepUntil(at + 1, (next) => /\$\$\s*$/.test(next), false);
      continue;
    }
    if (
      htmlBlock.test(line) &&
      paragraph.length === 0 &&
      !/^ {0,3}<(?:https?|mailto):/i.test(line)
    ) {
      const name = /^ {0,3}<(script|pre|style|textarea|!--)/i.exec(line)?.[1];
      const end = name === undefined ? '' : name === '!--' ? '-->' : `</${name.toLowerCase()}`;
      const isEnd = (next: string) =>
        end === '' ? next.trim() === '' : next.toLowerCase().includes(end);
      at = keepUntil(at, isEnd, false);
      continue;
    }
    const next = lines[at + 1];
    const isTitle =
      !isBlank &&
      paragraph.length === 0 &&
      next !== undefined &&
      /\S/.test(line) &&
      underline.test(next);
    if (isTitle) {
      keep(line);
      keep(next, '\n');
      at += 2;
      continue;
    }
    const isCode = indented.test(line) && paragraph.length === 0;
    if (isBlank || heading.test(line) || definition.test(line) || isCode) keep(line);
    else {
      const sign = prefix.exec(line)?.[0] ?? '';
      if (sign.trim() !== '') {
        keep(sign, '\n');
        if (fence.test(line.slice(sign.length)) || heading.test(line.slice(sign.length))) {
          keep(line.slice(sign.length));
        } else paragraph.push(line.slice(sign.length));
      } else paragraph.push(line);
    }
    at += 1;
  }
  endParagraph();
  return pieces;
}
