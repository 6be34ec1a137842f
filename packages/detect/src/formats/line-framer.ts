import type { Framer } from './framer.ts';

/** Records are lines that end with LF. */
export class LineFramer implements Framer {
  next(chunk: string, from: number): number {
    return chunk.indexOf('\n', from) + 1 || -1;
  }
}
