/**
 * A growing buffer that is used again and again, and erased in between.
 *
 * @module
 */

const encoder = new TextEncoder();

/** A view takes as long to make as a short text to encode: those up to this length are kept. */
const keptViews = 256;

/** Whether every surrogate of a text has its partner, so that UTF-8 can hold it. */
export function isWellFormed(text: string): boolean {
  // Built in from Node 20 and the browsers of 2023 on; the type library is a year behind.
  const builtIn = (text as { isWellFormed?: () => boolean }).isWellFormed;
  return builtIn === undefined ? !/\p{Surrogate}/u.test(text) : builtIn.call(text);
}

/** Collects bytes. Numbers are big-endian. */
export class ByteWriter {
  #bytes: Uint8Array;
  #view: DataView;
  #views: (Uint8Array | undefined)[] = [];
  #end = 0;

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** How many bytes have been written. */
  get length(): number {
    return this.#end;
  }

  /** What has been written: a view, good until the next change. Views of short contents are made once. */
  written(): Uint8Array {
    const end = this.#end;
    if (end >= keptViews) return this.#bytes.subarray(0, end);
    const kept = this.#views[end];
    if (kept !== undefined) return kept;
    const view = this.#bytes.subarray(0, end);
    this.#views[end] = view;
    return view;
  }

  /** Room for so many bytes at the end, counted as written; returns where it begins. */
  reserve(length: number): number {
    const start = this.#end;
    this.#grow(length);
    this.#end += length;
    return start;
  }

  /** The buffer itself, for `reserve`d places. */
  buffer(): Uint8Array {
    return this.#bytes;
  }

  byte(value: number): void {
    this.#grow(1);
    this.#bytes[this.#end] = value;
    this.#end += 1;
  }

  uint32(value: number): void {
    this.#view.setUint32(this.reserve(4), value);
  }

  float64(value: number): void {
    const at = this.reserve(8);
    this.#view.setFloat64(at, value);
  }

  bytes(value: Uint8Array): void {
    const at = this.reserve(value.length);
    this.#bytes.set(value, at);
  }

  /** UTF-8. Returns how many bytes it took. */
  utf8(text: string): number {
    const start = this.#end;
    this.#grow(text.length * 3);
    const bytes = this.#bytes;
    let end = start;
    // Short plain texts are the rule in fields; a loop is quicker than a call for them.
    if (text.length <= 48) {
      for (let i = 0; i < text.length; i += 1) {
        const unit = text.charCodeAt(i);
        if (unit > 0x7f) break;
        bytes[end] = unit;
        end += 1;
      }
    }
    if (end - start !== text.length) {
      end = start + encoder.encodeInto(text, bytes.subarray(start)).written;
    }
    this.#end = end;
    return end - start;
  }

  /** UTF-8 after its length as a uint32. Returns the length. */
  prefixedUtf8(text: string): number {
    const at = this.reserve(4);
    const length = this.utf8(text);
    this.#view.setUint32(at, length);
    return length;
  }

  /** Puts a uint32 at a reserved place. */
  setUint32(at: number, value: number): void {
    this.#view.setUint32(at, value);
  }

  /** UTF-16 code units, little-endian. */
  utf16(text: string): void {
    const at = this.reserve(text.length * 2);
    for (let i = 0; i < text.length; i += 1) {
      this.#view.setUint16(at + i * 2, text.charCodeAt(i), true);
    }
  }

  /** Overwrites what has been written with zeros and begins again. A buffer that has grown large is let go. */
  erase(): void {
    this.#bytes.fill(0, 0, this.#end);
    this.#end = 0;
    if (this.#bytes.length > 1 << 20) this.#use(new Uint8Array(1024));
  }

  /** Begins again, for what is no secret. */
  reset(): void {
    this.#end = 0;
  }

  #grow(length: number): void {
    const needed = this.#end + length;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#end));
    this.#bytes.fill(0, 0, this.#end);
    this.#use(grown);
  }

  #use(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer);
    this.#views = [];
  }
}
