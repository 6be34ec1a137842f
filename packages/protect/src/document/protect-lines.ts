import type { Finding } from '@yushu/core';
import type { TextStream } from '@yushu/detect';
import { withheldEntry } from '../audit/journal.ts';
import { SummaryCounter } from '../audit/summary.ts';
import type { ProtectEngine } from '../engine/protect-engine.ts';
import { type Outcome, writeParts } from '../engine/write-parts.ts';
import { holdsSealed } from '../sealed/find-sealed.ts';
import { damage } from './damage.ts';
import type { DocumentRewriter } from './document-rewriter.ts';
import { type BufferedLine, LineBuffer, maxLineLength } from './line-buffer.ts';

/** A line that waits until the scanner has looked at all around it. */
interface WaitingLine {
  readonly text: string;
  /** Number in the input. */
  readonly number: number;
  /** Offset in the input. */
  readonly inputStart: number;
  /** Offset in what the scanner got. */
  readonly start: number;
  readonly end: number;
}

/** What was done with one part, for the one who asked. */
export type NoteOutcome = (
  outcome: Outcome,
  /** Offset in the input of what the outcome's offsets count from. */
  start: number,
) => void;

/** Protects running text line by line; what is found may span lines. */
export class LineProtector implements DocumentRewriter {
  private readonly engine: ProtectEngine;
  private readonly stream: TextStream;
  private readonly lines = new LineBuffer();
  private readonly counter = new SummaryCounter();
  private readonly noteOutcome: NoteOutcome | undefined;
  private readonly looksAtAll: boolean;
  private readonly isDamaged: () => boolean;
  private waiting: WaitingLine[] = [];
  private findings: Finding[] = [];
  /** Units given to the scanner. */
  private scanned = 0;
  /** Number of the next line in the output, and ordinal of the next sealed part in it. */
  private line = 1;
  private part = 0;

  constructor(
    engine: ProtectEngine,
    options: { readonly isDamaged?: (() => boolean) | undefined } = {},
    noteOutcome?: NoteOutcome,
  ) {
    this.engine = engine;
    this.noteOutcome = noteOutcome;
    this.isDamaged = options.isDamaged ?? (() => false);
    this.stream = engine.scanner.openStream();
    // Reveal sees each line by itself: in another light than the scanner, which sees what stands around it.
    this.looksAtAll = engine.restTreatment.action !== 'allow' || engine.seeksFormats;
  }

  push(chunk: string): string {
    this.take(this.lines.push(chunk));
    return this.release(this.stream.settled);
  }

  end(): string {
    this.take(this.lines.end());
    this.findings.push(...this.stream.end());
    return this.release(Number.POSITIVE_INFINITY);
  }

  summary() {
    return this.counter.summary();
  }

  private take(lines: readonly BufferedLine[]): void {
    const batch: string[] = [];
    for (const { text, number, start, isTooLong } of lines) {
      if (isTooLong) {
        this.withhold(
          number,
          'record-length',
          `The line is longer than ${maxLineLength} characters`,
        );
      } else if (this.isDamaged() && text.includes(damage.character)) {
        this.withhold(number, damage.code, damage.message);
      } else if (holdsSealed(text)) {
        this.withhold(
          number,
          'sealed',
          'Holds a sealed value already (ysk1.): what it holds could be taken for ours',
        );
      } else {
        const from = this.scanned;
        this.scanned += text.length;
        this.waiting.push({ text, number, inputStart: start, start: from, end: this.scanned });
        batch.push(text);
      }
    }
    if (batch.length > 0)
      for (const finding of this.stream.push(batch.join(''))) this.findings.push(finding);
  }

  private withhold(line: number, code: string, message: string): void {
    this.counter.withhold({ line, code, message });
    this.engine.journal.note(withheldEntry, 'failure', () => ({ line }));
  }

  /** Gives out the lines that end before `settled`; lines that one finding spans go together. */
  private release(settled: number): string {
    let output = '';
    let done = 0;
    let used = 0;
    const { waiting, findings } = this;
    while (done < waiting.length) {
      let last = done;
      let count = used;
      while (count < findings.length && findings[count]!.span.start < waiting[last]!.end) {
        // The finding may reach into lines below.
        while (findings[count]!.span.end > waiting[last]!.end && last + 1 < waiting.length)
          last += 1;
        count += 1;
      }
      if (waiting[last]!.end > settled) break;
      output += this.protectLines(done, last, findings.slice(used, count));
      done = last + 1;
      used = count;
    }
    this.waiting = waiting.slice(done);
    this.findings = findings.slice(used);
    return output;
  }

  private protectLines(first: number, last: number, findings: readonly Finding[]): string {
    const { waiting, engine } = this;
    this.counter.records += last - first + 1;
    if (findings.length === 0 && !this.looksAtAll) {
      this.line += 1;
      this.part = 0;
      return waiting[first]!.text;
    }
    const from = waiting[first]!;
    const text = waiting
      .slice(first, last + 1)
      .map((line) => line.text)
      .join('');
    const end = /\r?\n$/.exec(text)?.index ?? text.length;
    const local = findings.map((finding) => ({
      ...finding,
      span: {
        start: finding.span.start - from.start,
        end: Math.min(finding.span.end - from.start, end),
      },
    }));
    const content = text.slice(0, end);
    const parts = engine.planText(content, local, 'text');
    const result = writeParts({
      text: content,
      parts,
      kind: 'text',
      place: engine.scope,
      seeksFormats: engine.seeksFormats,
      isSeenAnew: true,
      coverPlace: () => engine.scope,
      firstPart: this.part,
      line: this.line,
      rawOf: () => undefined,
      plan: (line) => engine.planText(line, engine.scanner.scan(line), 'text'),
    });
    for (const outcome of result.outcomes) {
      engine.note(outcome, () => ({ line: from.number }), this.counter);
      this.noteOutcome?.(outcome, from.inputStart);
    }
    const output = result.text + text.slice(end);
    for (let at = output.indexOf('\n'); at >= 0; at = output.indexOf('\n', at + 1)) this.line += 1;
    this.part = output.endsWith('\n') ? 0 : result.nextPart;
    return output;
  }
}
