/** Bytes that grow at their end. */
export class ByteBuffer {
  private bytes: Uint8Array;
  length = 0;

  constructor(capacity = 256) {
    this.bytes = new Uint8Array(capacity);
  }

  append(source: Uint8Array, start: number, end: number): void {
    const size = end - start;
    if (size <= 0) return;
    this.reserve(size);
    if (size < 32) {
      const { bytes } = this;
      let to = this.length;
      for (let from = start; from < end; from += 1, to += 1) bytes[to] = source[from]!;
    } else this.bytes.set(source.subarray(start, end), this.length);
    this.length += size;
  }

  push(byte: number): void {
    this.reserve(1);
    this.bytes[this.length] = byte;
    this.length += 1;
  }

  clear(): void {
    this.length = 0;
  }

  /** The bytes as they are now; the next change may change them. */
  view(start = 0): Uint8Array {
    return this.bytes.subarray(start, this.length);
  }

  /** The bytes, which the buffer then no longer holds. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.length);
    this.bytes = new Uint8Array(256);
    this.length = 0;
    return taken;
  }

  private reserve(size: number): void {
    const wanted = this.length + size;
    if (wanted <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(wanted, this.bytes.length * 2));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }
}
