import { SummaryCounter } from '../audit/summary.ts';
import { inOrder, type RevealEngine } from '../engine/reveal-engine.ts';
import { type Replacement, replaceParts } from '../engine/write-parts.ts';
import { protectError } from '../errors.ts';
import { findSealedParts, holdsSealed } from '../sealed/find-sealed.ts';
import { textOfValue } from '../sealed/value-text.ts';
import type { DocumentRewriter } from './document-rewriter.ts';
import { LineBuffer, maxRevealedLength } from './line-buffer.ts';

/** Reveals running text line by line. */
export class LineRevealer implements DocumentRewriter {
  private readonly engine: RevealEngine;
  private readonly lines = new LineBuffer(maxRevealedLength);
  private readonly counter = new SummaryCounter();

  constructor(engine: RevealEngine) {
    this.engine = engine;
  }

  push(chunk: string): string {
    let output = '';
    for (const line of this.lines.push(chunk)) output += this.reveal(line);
    return output;
  }

  end(): string {
    let output = '';
    for (const line of this.lines.end()) output += this.reveal(line);
    return output;
  }

  summary() {
    return this.counter.summary();
  }

  private reveal({
    text,
    number,
    isTooLong,
  }: {
    text: string;
    number: number;
    isTooLong: boolean;
  }) {
    if (isTooLong) {
      throw protectError('ERR_PROTECT_DOCUMENT', `Line ${number} is too long`, {
        hint: 'What protect writes has no such lines: the document has been changed since.',
        details: { line: number },
      });
    }
    const { engine, counter } = this;
    counter.records += 1;
    const holds = holdsSealed(text);
    if (!holds && !engine.seeksFormats) return text;
    const end = /\r?\n$/.exec(text)?.index ?? text.length;
    const content = text.slice(0, end);
    const place = () => ({ line: number });
    const found: Replacement[] = [];
    for (const [part, span] of (holds ? findSealedParts(content) : []).entries()) {
      const opened = engine.open(span.sealed, { ...engine.scope, row: String(number) }, part);
      if (!engine.grant(opened, undefined, undefined, place, counter)) continue;
      found.push({ start: span.start, end: span.end, text: textOfValue(opened.value) });
    }
    if (engine.seeksFormats) {
      found.push(
        ...engine.openFormats(
          content,
          (line) => engine.planText(line, 'text'),
          engine.scope,
          undefined,
          undefined,
          place,
          counter,
        ).replacements,
      );
      inOrder(found);
    }
    return replaceParts(content, found) + text.slice(end);
  }
}
