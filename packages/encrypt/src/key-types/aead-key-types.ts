/**
 * The key types of authenticated encryption. A new algorithm is one line here and one file beside it.
 *
 * @module
 */
import type { FillRandom, RawAead } from '../aead/raw-aead.ts';
import { aesGcmTypeUrl, createRawAesGcm } from './aes-gcm.ts';

/** Makes the algorithm of a serialised key. */
export type CreateRawAead = (value: Uint8Array, fillRandom: FillRandom) => RawAead;

/** By type URL. */
export const aeadKeyTypes: ReadonlyMap<string, CreateRawAead> = /* @__PURE__ */ new Map([
  [aesGcmTypeUrl, createRawAesGcm],
]);
