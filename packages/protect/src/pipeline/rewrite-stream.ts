import type { AuditSink } from '@yushu/core';
import type { Journal } from '../audit/journal.ts';
import type { DocumentSummary } from '../audit/summary.ts';
import type { DocumentRewriter } from '../document/document-rewriter.ts';
import { protectError } from '../errors.ts';

/** A pair of Web streams of text, for `pipeThrough`, that also says what was done. */
export interface RewriteStream {
  readonly readable: ReadableStream<string>;
  readonly writable: WritableStream<string>;
  /** What has been done so far; complete once `readable` has ended. */
  summary(): DocumentSummary;
}

/** Longer chunks are taken in pieces: output and events stay bounded, and strings small enough for V8 to reclaim them at once. */
const maxPiece = 32 * 1024;

async function record(journal: Journal, sink: AuditSink | undefined): Promise<void> {
  const events = journal.take();
  if (sink === undefined || events.length === 0) return;
  try {
    await sink.write(events);
  } catch (error) {
    throw protectError('ERR_PROTECT_AUDIT', 'The audit sink failed', {
      hint: 'Nothing is given out unrecorded: mend the sink and begin again.',
      cause: error,
    });
  }
}

/** Nothing is given out before the sink has taken the events of it: a slow sink holds the stream back. */
export function createRewriteStream(rewriter: DocumentRewriter, journal: Journal): RewriteStream {
  const { sink } = journal;
  const { readable, writable } = new TransformStream<string, string>({
    async transform(chunk, controller) {
      if (typeof chunk !== 'string') {
        throw protectError('ERR_PROTECT_OPTIONS', 'The stream takes text', {
          hint: 'Pipe bytes through new TextDecoderStream() first.',
        });
      }
      for (let from = 0; from < chunk.length; from += maxPiece) {
        const output = rewriter.push(
          chunk.length <= maxPiece ? chunk : chunk.slice(from, from + maxPiece),
        );
        await record(journal, sink);
        if (output !== '') controller.enqueue(output);
      }
    },
    async flush(controller) {
      const output = rewriter.end();
      await record(journal, sink);
      if (output !== '') controller.enqueue(output);
    },
  });
  return { readable, writable, summary: () => rewriter.summary() };
}
