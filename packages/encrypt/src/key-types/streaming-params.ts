/**
 * What both of Tink's streaming key types have: `{1 ciphertext_segment_size, 2 derived_key_size, 3 hkdf_hash}`.
 *
 * @module
 */
import { keysetError } from '../keyset/keyset.ts';
import { type ProtoFields, uint32Field } from '../keyset/proto-wire.ts';
import type { HashName } from '../platform/platform.ts';
import { streamHeader } from '../streaming/raw-streaming.ts';
import { checkKeyBytes, checkMinimumKeyBytes } from './check-key.ts';
import { hashOfNumber } from './hash-type.ts';

/** Parameters of a streaming key. */
export interface StreamingParams {
  readonly segmentBytes: number;
  readonly derivedBytes: number;
  readonly hash: HashName;
  readonly header: ReturnType<typeof streamHeader>;
}

/** Reads and checks them: the key is as long as what is derived from it, and a segment longer than header and tag. */
export function readStreamingParams(
  params: ProtoFields,
  key: Uint8Array,
  tagBytes: number,
): StreamingParams {
  const segmentBytes = uint32Field(params, 1);
  const derivedBytes = uint32Field(params, 2);
  const hash = hashOfNumber(uint32Field(params, 3));
  checkMinimumKeyBytes(key, Math.max(16, derivedBytes));
  checkKeyBytes(new Uint8Array(derivedBytes), [16, 32]);
  const header = streamHeader(derivedBytes);
  if (segmentBytes <= header.headerBytes + tagBytes || segmentBytes > 0x7fff_ffff) {
    throw keysetError('a segment size is out of range', { segmentBytes });
  }
  return { segmentBytes, derivedBytes, hash, header };
}
