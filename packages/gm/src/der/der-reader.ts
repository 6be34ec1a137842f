import { derTags } from './write-der.ts';

/**
 * Reads DER (ITU-T X.690) and nothing else: lengths and numbers in the shortest form, no indefinite lengths. What does not fit gives
 * `undefined`; the caller says in his own words what that means, so that no failure differs from another.
 */
export class DerReader {
  readonly #bytes: Uint8Array;
  #offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#offset === this.#bytes.length;
  }

  /** Whether the next element has this tag. */
  isNext(tag: number): boolean {
    return this.#bytes[this.#offset] === tag;
  }

  /** The contents of the next element, if it has this tag. */
  read(tag: number): Uint8Array | undefined {
    const bytes = this.#bytes;
    if (bytes[this.#offset] !== tag) return undefined;
    let offset = this.#offset + 1;
    let length = bytes[offset++];
    if (length === undefined || length === 0x80) return undefined;
    if (length > 0x80) {
      const count = length & 0x7f;
      if (count > 4 || offset + count > bytes.length || bytes[offset] === 0) return undefined;
      length = 0;
      for (let i = 0; i < count; i++) length = length * 256 + bytes[offset++]!;
      if (length < 0x80) return undefined;
    }
    if (offset + length > bytes.length) return undefined;
    this.#offset = offset + length;
    return bytes.subarray(offset, this.#offset);
  }

  /** A reader of what is in the next element, if it has this tag. */
  enter(tag: number): DerReader | undefined {
    const contents = this.read(tag);
    return contents && new DerReader(contents);
  }

  /** The next element as a number of at most `length` bytes that is not negative, filled up with zeros in front. */
  readUnsigned(length: number): Uint8Array | undefined {
    let digits = this.read(derTags.integer);
    if (digits === undefined || digits.length === 0 || digits[0]! >= 0x80) return undefined;
    if (digits.length > 1 && digits[0] === 0) {
      if (digits[1]! < 0x80) return undefined;
      digits = digits.subarray(1);
    }
    if (digits.length > length) return undefined;
    const number = new Uint8Array(length);
    number.set(digits, length - digits.length);
    return number;
  }
}

/** A reader of the one sequence that the bytes are, or undefined if anything stands behind it. */
export function enterSequence(bytes: Uint8Array): DerReader | undefined {
  const outer = new DerReader(bytes);
  const inner = outer.enter(derTags.sequence);
  return outer.isAtEnd ? inner : undefined;
}
