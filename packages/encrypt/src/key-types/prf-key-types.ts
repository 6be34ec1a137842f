/**
 * The key types of pseudo-random functions. A new algorithm is one line here and one file beside it.
 *
 * @module
 */
import type { RawPrf } from '../prf/raw-prf.ts';
import { createRawHkdfPrf, hkdfPrfTypeUrl } from './hkdf-prf.ts';
import { createRawHmacPrf, hmacPrfTypeUrl } from './hmac-prf.ts';

/** By type URL. */
export const prfKeyTypes: ReadonlyMap<string, (value: Uint8Array) => RawPrf> = new Map([
  [hmacPrfTypeUrl, createRawHmacPrf],
  [hkdfPrfTypeUrl, createRawHkdfPrf],
]);
