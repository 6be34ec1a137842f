import type { Framer } from '../framer.ts';

const quote = 34;
const comma = 44;
const backslash = 92;

/** Pieces are cut at the first comma outside strings after this many code units. */
const minPieceLength = 16_384;

/** Cuts one JSON document into pieces of whole fields: after commas, which never stand within a field. */
export class JsonFramer implements Framer {
  private inString = false;
  private escaped = false;
  private length = 0;

  next(chunk: string, from: number): number {
    let { inString, escaped } = this;
    const cutFrom = from + minPieceLength - this.length;
    for (let at = from; at < chunk.length; at += 1) {
      const c = chunk.charCodeAt(at);
      if (inString) {
        if (escaped) escaped = false;
        else if (c === backslash) escaped = true;
        else if (c === quote) inString = false;
      } else if (c === quote) {
        inString = true;
      } else if (c === comma && at >= cutFrom) {
        this.inString = false;
        this.escaped = false;
        this.length = 0;
        return at + 1;
      }
    }
    this.inString = inString;
    this.escaped = escaped;
    this.length += chunk.length - from;
    return -1;
  }
}
