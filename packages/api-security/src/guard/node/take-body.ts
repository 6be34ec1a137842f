import type { IncomingMessage } from 'node:http';
import { joinBytes } from '../adapters/read-body.ts';

/**
 * Reads the body of a request and puts it back, so that whoever comes next reads it as if nobody had.
 *
 * A stream takes bytes back until it has said that it ended, which it does a moment after the last of them was read. What is read here is put
 * back within that moment.
 */
export function takeBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array | 'too-large' | 'aborted'> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const settle = (result: Uint8Array | 'too-large' | 'aborted') => {
      request.off('readable', read);
      request.off('close', abort);
      request.off('error', abort);
      resolve(result);
    };
    const abort = () => settle('aborted');
    const read = () => {
      for (;;) {
        const chunk = request.read() as Uint8Array | null;
        if (chunk === null) break;
        chunks.push(chunk);
        length += chunk.length;
        if (length > maxBytes) {
          settle('too-large');
          return;
        }
      }
      if (!request.complete) return;
      const bytes = joinBytes(chunks, length);
      if (length > 0) request.unshift(Buffer.from(bytes));
      settle(bytes);
    };
    request.on('readable', read);
    request.on('close', abort);
    request.on('error', abort);
  });
}
