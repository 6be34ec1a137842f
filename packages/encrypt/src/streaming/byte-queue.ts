/**
 * Bytes in, pieces of a wanted length out.
 *
 * @module
 */

/** A queue of chunks. A byte is copied at most once, whatever the chunks. */
export class ByteQueue {
  #chunks: Uint8Array[] = [];
  #length = 0;

  /** Bytes in the queue. */
  get length(): number {
    return this.#length;
  }

  /** Puts a chunk at the end. The queue keeps it: it must not be changed afterwards. */
  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /** Takes the first `length` bytes, all of which must be there. */
  take(length: number): Uint8Array {
    const first = this.#chunks[0];
    if (first !== undefined && first.length > length) {
      this.#chunks[0] = first.subarray(length);
      this.#length -= length;
      return first.subarray(0, length);
    }
    const taken = new Uint8Array(length);
    let end = 0;
    let used = 0;
    while (end < length) {
      const chunk = this.#chunks[used] as Uint8Array;
      const piece = chunk.subarray(0, length - end);
      taken.set(piece, end);
      end += piece.length;
      if (piece.length < chunk.length) this.#chunks[used] = chunk.subarray(piece.length);
      else used += 1;
    }
    this.#chunks.splice(0, used);
    this.#length -= length;
    return taken;
  }
}
