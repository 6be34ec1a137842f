/**
 * A stream as segments: what is common to sealing, opening and reading in the middle.
 *
 * @module
 */
import type { FillRandom } from '../aead/raw-aead.ts';
import { copyBytes } from '../bytes/copy-bytes.ts';
import { encryptError, openError } from '../errors.ts';
import { ByteQueue } from './byte-queue.ts';
import type { RawStreaming, SegmentCipher } from './raw-streaming.ts';

/** Numbers of segments have 32 bits. */
const maxSegments = 2 ** 32;

/** Sealed bytes of segment `index` where it is full, without the header. */
export function sealedCapacity(raw: RawStreaming, index: number): number {
  return index === 0 ? raw.firstSegmentBytes : raw.segmentBytes;
}

/** Whether so many bytes are more than a last segment of this capacity can have. */
export function exceedsLast(raw: RawStreaming, bytes: number, capacity: number): boolean {
  return raw.endsShort === true ? bytes >= capacity : bytes > capacity;
}

/** Seals a stream, piece by piece. */
export class StreamSealer {
  readonly #raw: RawStreaming;
  readonly #cipher: SegmentCipher;
  readonly #queue = new ByteQueue();
  #header: Uint8Array | undefined;
  #index = 0;

  constructor(raw: RawStreaming, associatedData: Uint8Array, fillRandom: FillRandom) {
    this.#raw = raw;
    this.#header = raw.createHeader(fillRandom, associatedData);
    this.#cipher = raw.createCipher(this.#header, associatedData) as SegmentCipher;
  }

  /** Sealed bytes that are complete now. */
  push(chunk: Uint8Array): Uint8Array[] {
    this.#queue.push(chunk);
    const sealed = this.#takeHeader();
    // A segment goes out only once it cannot be the last one.
    for (;;) {
      const capacity = sealedCapacity(this.#raw, this.#index) - this.#raw.tagBytes;
      if (!exceedsLast(this.#raw, this.#queue.length, capacity)) return sealed;
      sealed.push(this.#seal(this.#queue.take(capacity), false));
    }
  }

  /** The rest, the last segment included. */
  end(): Uint8Array[] {
    return [...this.#takeHeader(), this.#seal(this.#queue.take(this.#queue.length), true)];
  }

  #takeHeader(): Uint8Array[] {
    const header = this.#header;
    this.#header = undefined;
    return header === undefined ? [] : [header];
  }

  #seal(plaintext: Uint8Array, last: boolean): Uint8Array {
    if (this.#index >= maxSegments) {
      throw encryptError('ERR_ENCRYPT_VALUE', 'The stream is longer than the key allows', {
        hint: 'Use a key with larger segments.',
        details: { segmentBytes: this.#raw.segmentBytes },
      });
    }
    const sealed = this.#cipher.seal(this.#index, last, plaintext);
    this.#index += 1;
    return sealed;
  }
}

/** Where the header and a full first segment end. */
const firstEnd = (raw: RawStreaming): number => raw.headerBytes + raw.firstSegmentBytes;

/** Opens a stream, piece by piece. Gives out nothing that has not been authenticated. */
export class StreamOpener {
  readonly #candidates: readonly RawStreaming[];
  readonly #associatedData: Uint8Array;
  readonly #queue = new ByteQueue();
  #raw: RawStreaming | undefined;
  #cipher: SegmentCipher | undefined;
  #index = 0;

  constructor(candidates: readonly RawStreaming[], associatedData: Uint8Array) {
    this.#candidates = candidates;
    this.#associatedData = copyBytes(associatedData);
  }

  /** Plaintext that is complete now. @throws `ERR_ENCRYPT_OPEN`. */
  push(chunk: Uint8Array): Uint8Array[] {
    this.#queue.push(chunk);
    return this.#drain(false);
  }

  /** The rest. @throws `ERR_ENCRYPT_OPEN`, also where the stream has been cut off. */
  end(): Uint8Array[] {
    return this.#drain(true);
  }

  #drain(ended: boolean): Uint8Array[] {
    const opened: Uint8Array[] = [];
    if (this.#cipher === undefined) {
      const first = this.#openFirst(ended);
      if (first === undefined) return opened;
      opened.push(first.plaintext);
      if (first.last) return opened;
    }
    const raw = this.#raw as RawStreaming;
    while (exceedsLast(raw, this.#queue.length, raw.segmentBytes)) {
      opened.push(this.#open(this.#queue.take(raw.segmentBytes), false));
    }
    if (ended) opened.push(this.#open(this.#queue.take(this.#queue.length), true));
    return opened;
  }

  /** The first segment says which key it is. */
  #openFirst(ended: boolean): { plaintext: Uint8Array; last: boolean } | undefined {
    const longest = Math.max(...this.#candidates.map(firstEnd));
    if (!ended && this.#queue.length <= longest) return undefined;
    const start = this.#queue.take(Math.min(this.#queue.length, longest + 1));
    for (const raw of this.#candidates) {
      const end = firstEnd(raw);
      const last = !exceedsLast(raw, start.length, end);
      const sealed = start.subarray(raw.headerBytes, end);
      const cipher = raw.createCipher(start.subarray(0, raw.headerBytes), this.#associatedData);
      const plaintext = cipher?.open(0, last, sealed);
      if (plaintext === undefined) continue;
      const rest = new ByteQueue();
      rest.push(start.subarray(end));
      if (this.#queue.length > 0) rest.push(this.#queue.take(this.#queue.length));
      this.#queue.push(rest.take(rest.length));
      this.#raw = raw;
      this.#cipher = cipher;
      this.#index = 1;
      return { plaintext, last };
    }
    throw openError();
  }

  #open(sealed: Uint8Array, last: boolean): Uint8Array {
    const plaintext = this.#cipher?.open(this.#index, last, sealed);
    if (plaintext === undefined) throw openError();
    this.#index += 1;
    return plaintext;
  }
}
