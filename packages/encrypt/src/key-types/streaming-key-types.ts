/**
 * The key types of streaming encryption. A new algorithm is one line here and one file beside it.
 *
 * @module
 */
import type { StreamingKeyType } from '../streaming/raw-streaming.ts';
import { aesCtrHmacStreamingKeyType } from './aes-ctr-hmac-streaming.ts';
import { aesGcmHkdfStreamingKeyType } from './aes-gcm-hkdf-streaming.ts';
import { c2spChunkedAesGcmKeyType } from './c2sp-chunked-aes-gcm.ts';

/** All of them. */
export const streamingKeyTypes: readonly StreamingKeyType[] = [
  aesGcmHkdfStreamingKeyType,
  aesCtrHmacStreamingKeyType,
  c2spChunkedAesGcmKeyType,
];
