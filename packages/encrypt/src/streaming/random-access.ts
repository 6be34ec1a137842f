/**
 * Reading in the middle of a sealed stream.
 *
 * @module
 */
import { encryptError, openError } from '../errors.ts';
import type { RawStreaming, SegmentCipher } from './raw-streaming.ts';
import { exceedsLast, sealedCapacity } from './segments.ts';

/** Sealed bytes that can be read anywhere: a file, an object in a store, a range of an HTTP resource. */
export interface RandomAccessSource {
  /** Length in bytes. */
  readonly size: number;
  /** Exactly these bytes; `offset + length` is never beyond `size`. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** The plaintext of a sealed stream, to be read anywhere. */
export interface RandomAccessReader {
  /** Length of the plaintext in bytes; authenticated, since the last segment was opened to know it. */
  readonly size: number;
  /**
   * Plaintext from `offset`; fewer than `length` bytes only at the end.
   *
   * @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` where a segment is not authentic, `ERR_ENCRYPT_OPTIONS` where offset
   * or length are no whole numbers from 0.
   */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** How many segments so many sealed bytes are. */
function countSegments(raw: RawStreaming, bytes: number): number {
  if (!exceedsLast(raw, bytes, raw.firstSegmentBytes)) return 1;
  const rest = bytes - raw.firstSegmentBytes;
  const full = Math.floor(rest / raw.segmentBytes);
  const isWhole = full * raw.segmentBytes === rest;
  return 1 + full + (isWhole && raw.endsShort !== true ? 0 : 1);
}

class SegmentReader implements RandomAccessReader {
  readonly size: number;
  readonly #source: RandomAccessSource;
  readonly #raw: RawStreaming;
  readonly #cipher: SegmentCipher;
  readonly #segments: number;

  constructor(source: RandomAccessSource, raw: RawStreaming, cipher: SegmentCipher) {
    this.#source = source;
    this.#raw = raw;
    this.#cipher = cipher;
    this.#segments = countSegments(raw, source.size - raw.headerBytes);
    this.size = source.size - raw.headerBytes - this.#segments * raw.tagBytes;
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    for (const number of [offset, length]) {
      if (!Number.isSafeInteger(number) || number < 0) {
        throw encryptError('ERR_ENCRYPT_OPTIONS', 'offset and length must be whole numbers from 0');
      }
    }
    const end = Math.min(this.size, offset + length);
    const output = new Uint8Array(Math.max(0, end - offset));
    let at = offset;
    while (at < end) {
      const { index, start } = this.#locate(at);
      const plaintext = await this.open(index);
      const piece = plaintext.subarray(at - start, end - start);
      output.set(piece, at - offset);
      at += piece.length;
    }
    return output;
  }

  /** Opens one segment. */
  async open(index: number): Promise<Uint8Array> {
    const { headerBytes, firstSegmentBytes, segmentBytes } = this.#raw;
    const start =
      index === 0 ? headerBytes : headerBytes + firstSegmentBytes + (index - 1) * segmentBytes;
    const end = Math.min(this.#source.size, start + sealedCapacity(this.#raw, index));
    const sealed = await this.#source.read(start, end - start);
    const last = index === this.#segments - 1;
    const plaintext =
      sealed.length === end - start ? this.#cipher.open(index, last, sealed) : undefined;
    if (plaintext === undefined) throw openError();
    return plaintext;
  }

  /** Opens the last segment, without which nobody knows that the stream has not been cut off. */
  async checkEnd(): Promise<void> {
    await this.open(this.#segments - 1);
  }

  #locate(offset: number): { index: number; start: number } {
    const { tagBytes, segmentBytes } = this.#raw;
    const first = sealedCapacity(this.#raw, 0) - tagBytes;
    if (offset < first) return { index: 0, start: 0 };
    const each = segmentBytes - tagBytes;
    const index = Math.floor((offset - first) / each) + 1;
    return { index, start: first + (index - 1) * each };
  }
}

/** The reader of the first key that opens the end of the source. */
export async function openSource(
  candidates: readonly RawStreaming[],
  source: RandomAccessSource,
  associatedData: Uint8Array,
): Promise<RandomAccessReader> {
  for (const raw of candidates) {
    if (source.size < raw.headerBytes + raw.tagBytes) continue;
    const header = await source.read(0, raw.headerBytes);
    const cipher = raw.createCipher(header, associatedData);
    if (cipher === undefined) continue;
    const reader = new SegmentReader(source, raw, cipher);
    if (reader.size < 0) continue;
    const opens = await reader.checkEnd().then(
      () => true,
      (error: unknown) => {
        if ((error as { code?: unknown }).code === 'ERR_ENCRYPT_OPEN') return false;
        throw error;
      },
    );
    if (opens) return reader;
  }
  throw openError();
}
