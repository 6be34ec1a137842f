// The build for Node starts workers' modules, which nothing here needs.
import { Gunzip } from 'fflate/browser';

/** What came out of a compressed stretch. */
export interface Inflated {
  readonly bytes: Uint8Array;
  /** Whether all of it came out: neither the limit was reached nor was it broken. */
  readonly complete: boolean;
}

/** Bytes that are handed to the inflater at once: a byte of DEFLATE gives 1,032 at most, so this bounds what one step can give. */
const step = 1024;

/**
 * Decompresses gzip (RFC 1952), at most `maxBytes` of what it holds. A bomb costs no more than the limit.
 *
 * @param maxBytes - how many bytes may come out.
 */
export function gunzip(compressed: Uint8Array, maxBytes: number): Inflated | undefined {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  let over = false;
  const stream = new Gunzip((piece, last) => {
    ended = last;
    if (size + piece.length > maxBytes) over = true;
    const room = piece.subarray(0, Math.max(0, maxBytes - size));
    // The inflater may use its buffer again.
    if (room.length > 0) pieces.push(room.slice());
    size += room.length;
  });
  try {
    for (let at = 0; at < compressed.length && !over; at += step) {
      stream.push(compressed.subarray(at, at + step), at + step >= compressed.length);
    }
  } catch {
    // What came out before the damage is looked at all the same.
    ended = false;
  }
  if (size === 0) return undefined;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, complete: ended && !over };
}
