/**
 * The key types of pseudo-random functions. A new algorithm is one line here and one file beside it.
 *
 * @module
 */
import type { PrfKeyType } from '../prf/raw-prf.ts';
import { aesCmacPrfKeyType } from './aes-cmac.ts';
import { hkdfPrfKeyType } from './hkdf-prf.ts';
import { hmacPrfKeyType } from './hmac-prf.ts';

/** All of them. */
export const prfKeyTypes: readonly PrfKeyType[] = [
  hmacPrfKeyType,
  hkdfPrfKeyType,
  aesCmacPrfKeyType,
];
