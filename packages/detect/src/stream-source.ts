import { DataSecurityError, type Finding } from '@yushu/core';
import { ByteStream } from './byte-stream.ts';
import type { Coverage } from './scanner-options.ts';
import type { TextStream } from './text-stream.ts';

/** Text or bytes of UTF-8 in pieces: an async iterable (a Node stream is one), an iterable, or a Web stream. */
export type StreamSource =
  | AsyncIterable<string | Uint8Array>
  | Iterable<string | Uint8Array>
  | ReadableStream<string | Uint8Array>;

/** The pieces of a source; not every browser can iterate over a Web stream. */
async function* piecesOf(source: StreamSource): AsyncGenerator<string | Uint8Array> {
  if (Symbol.asyncIterator in source || Symbol.iterator in source) {
    yield* source;
    return;
  }
  const reader = (source as ReadableStream<string | Uint8Array>).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

/** Scans what a source gives; `open` makes the stream for it. */
export async function* scanSource(
  source: StreamSource,
  open: () => TextStream,
): AsyncGenerator<Finding, Coverage> {
  const text = open();
  let bytes: ByteStream | undefined;
  let first: 'text' | 'bytes' | undefined;
  for await (const piece of piecesOf(source)) {
    const kind = typeof piece === 'string' ? 'text' : 'bytes';
    first ??= kind;
    if (kind !== first) {
      throw new DataSecurityError('ERR_DETECT_STREAM_MIXED', 'A source gives text and bytes', {
        hint: 'Let it give one of them: offsets count code units of text, or bytes.',
      });
    }
    if (typeof piece === 'string') yield* text.push(piece);
    else {
      bytes ??= new ByteStream(text);
      yield* bytes.push(piece);
    }
    if ((bytes ?? text).coverage.stoppedBy !== undefined) break;
  }
  yield* (bytes ?? text).end();
  return (bytes ?? text).coverage;
}
