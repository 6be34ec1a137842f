/**
 * Streaming encryption by a keyset.
 *
 * @module
 */
import { type RandomBytes, systemRandom } from '@yushu/core';
import { createRandomPool } from '../aead/random-pool.ts';
import { findKeyType } from '../key-types/find-key-type.ts';
import type { KeyType } from '../key-types/key-type.ts';
import { streamingKeyTypes } from '../key-types/streaming-key-types.ts';
import { entriesOf, type Keyset, primaryOf } from '../keyset/keyset.ts';
import { openSource, type RandomAccessReader, type RandomAccessSource } from './random-access.ts';
import { StreamOpener, StreamSealer } from './segments.ts';

/** A Web stream from bytes to bytes. */
export type ByteTransform = TransformStream<Uint8Array, Uint8Array>;

/** Streaming encryption: input of any length in memory that does not grow. */
export interface StreamingAead {
  /** Id of the key that seals now. */
  readonly keyId: string;
  /** A stream that seals what is written to it. The result is the same for any chunking but for its randomness. */
  sealStream(associatedData: Uint8Array): ByteTransform;
  /**
   * A stream that opens what is written to it and gives out only what is authentic. What came out before an error is
   * authentic but not complete: whoever acts on it early must be able to take it back.
   *
   * It fails with `ERR_ENCRYPT_OPEN` where a segment was changed, moved, doubled or left out, or the end is missing.
   */
  openStream(associatedData: Uint8Array): ByteTransform;
  /** Opens a sealed stream for reading anywhere. @throws {DataSecurityError} `ERR_ENCRYPT_OPEN`. */
  openSource(source: RandomAccessSource, associatedData: Uint8Array): Promise<RandomAccessReader>;
}

/** Options of {@link createStreamingAead}. */
export interface StreamingOptions {
  /** Where salts and nonces come from; the platform's generator unless given. */
  readonly random?: RandomBytes;
  /** Key types besides the built-in ones: `gmKeyTypes` of `@yushu/encrypt/gm`. */
  readonly keyTypes?: readonly KeyType[];
}

interface Machine {
  push(chunk: Uint8Array): Uint8Array[];
  end(): Uint8Array[];
}

function transformOf(machine: Machine): ByteTransform {
  const send = (controller: TransformStreamDefaultController<Uint8Array>, pieces: Uint8Array[]) => {
    for (const piece of pieces) if (piece.length > 0) controller.enqueue(piece);
  };
  return new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => send(controller, machine.push(chunk)),
    flush: (controller) => send(controller, machine.end()),
  });
}

/**
 * Streaming encryption by the keys of a keyset (Tink's `StreamingAead`): the primary seals, every enabled key opens. The
 * bytes are Tink's; there is no prefix that names the key, so opening tries them.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_TYPE` where a key of the keyset is for something else.
 *
 * @example
 * ```ts
 * import { createStreamingAead, generateKeyset } from '@yushu/encrypt';
 *
 * const aead = createStreamingAead(generateKeyset('AES256_GCM_HKDF_4KB'));
 * const name = new TextEncoder().encode('backup.sql');
 * const sealed = new Blob(['insert into …']).stream().pipeThrough(aead.sealStream(name));
 * console.log(await new Response(sealed.pipeThrough(aead.openStream(name))).text()); // insert into …
 * ```
 */
export function createStreamingAead(keyset: Keyset, options: StreamingOptions = {}): StreamingAead {
  const fillRandom = createRandomPool(options.random ?? systemRandom);
  const primary = primaryOf(keyset);
  const enabled = entriesOf(keyset).filter((entry) => entry.status === 'enabled');
  // The primary first: most streams are its own.
  const ordered = [primary, ...enabled.filter((entry) => entry !== primary)];
  const keys = ordered.map((entry) =>
    findKeyType(streamingKeyTypes, entry, options.keyTypes).open(entry.value),
  );
  const sealing = keys[0] as (typeof keys)[number];
  return {
    keyId: String(primary.id),
    sealStream: (data) => transformOf(new StreamSealer(sealing, data, fillRandom)),
    openStream: (data) => transformOf(new StreamOpener(keys, data)),
    openSource: (source, data) => openSource(keys, source, data),
  };
}
