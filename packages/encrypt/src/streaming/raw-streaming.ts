/**
 * Streaming encryption, below keysets: a header, then segments that are sealed one by one (Hoang, Reyhanitabar, Rogaway,
 * Vizár: "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", CRYPTO 2015, as Tink builds it).
 *
 * @module
 */
import type { FillRandom } from '../aead/raw-aead.ts';
import { copyBytes } from '../bytes/copy-bytes.ts';
import type { KeyType } from '../key-types/key-type.ts';

/** Seals and opens the segments of one stream. Each knows its number and whether it is the last. */
export interface SegmentCipher {
  /** Ciphertext and tag of a segment. */
  seal(index: number, last: boolean, plaintext: Uint8Array): Uint8Array;
  /** The plaintext of a segment, or `undefined` where it is not authentic. */
  open(index: number, last: boolean, sealed: Uint8Array): Uint8Array | undefined;
}

/** Streaming encryption under one key. */
export interface RawStreaming {
  /** Length of the header. */
  readonly headerBytes: number;
  /** Length of the first sealed segment, without the header. In Tink's streams both together are as long as a segment. */
  readonly firstSegmentBytes: number;
  /** Length of a sealed segment; the last may be shorter. */
  readonly segmentBytes: number;
  readonly tagBytes: number;
  /** Whether the last segment is always shorter, empty if need be; it may be as long as the others unless given. */
  readonly endsShort?: boolean;
  /** A header for a new stream. */
  createHeader(fillRandom: FillRandom, associatedData: Uint8Array): Uint8Array;
  /** The cipher of a stream, or `undefined` where the header is not one of this key's kind. */
  createCipher(header: Uint8Array, associatedData: Uint8Array): SegmentCipher | undefined;
}

/** A key type that encrypts streams. */
export interface StreamingKeyType extends KeyType {
  /** The algorithm under a serialised key. */
  open(value: Uint8Array): RawStreaming;
}

const noncePrefixBytes = 7;

/** A header is its own length (1 byte), a salt as long as the derived key, and 7 random bytes that begin every nonce. */
export function streamHeader(saltBytes: number) {
  const headerBytes = 1 + saltBytes + noncePrefixBytes;
  return {
    headerBytes,
    create(fillRandom: FillRandom): Uint8Array {
      const header = new Uint8Array(headerBytes);
      header[0] = headerBytes;
      fillRandom(header, 1, headerBytes - 1);
      return header;
    },
    /** Salt and nonce prefix of a header. */
    read(header: Uint8Array): { salt: Uint8Array; noncePrefix: Uint8Array } | undefined {
      if (header.length !== headerBytes || header[0] !== headerBytes) return undefined;
      return {
        salt: copyBytes(header, 1, 1 + saltBytes),
        noncePrefix: copyBytes(header, 1 + saltBytes),
      };
    },
  };
}

/** The nonce of a segment: prefix 7 ‖ number, 4 bytes big-endian ‖ 1 if it is the last, else 0; zeros up to `length`. */
export function segmentNonce(
  noncePrefix: Uint8Array,
  index: number,
  last: boolean,
  length: 12 | 16,
): Uint8Array {
  const nonce = new Uint8Array(length);
  nonce.set(noncePrefix);
  new DataView(nonce.buffer).setUint32(noncePrefixBytes, index);
  nonce[noncePrefixBytes + 4] = last ? 1 : 0;
  return nonce;
}
