/**
 * The key types of authenticated encryption. A new algorithm is one line here and one file beside it.
 *
 * @module
 */
import type { AeadKeyType } from '../aead/raw-aead.ts';
import { aesCtrHmacKeyType } from './aes-ctr-hmac.ts';
import { aesEaxKeyType } from './aes-eax.ts';
import { aesGcmKeyType } from './aes-gcm.ts';
import { aesGcmSivKeyType } from './aes-gcm-siv.ts';
import { aesSivAeadKeyType } from './aes-siv-aead.ts';
import { chaCha20Poly1305KeyType, xChaCha20Poly1305KeyType } from './chacha20-poly1305.ts';
import { committingAesGcmKeyType } from './committing-aes-gcm.ts';
import { xAesGcmKeyType } from './x-aes-gcm.ts';

/** All of them. */
export const aeadKeyTypes: readonly AeadKeyType[] = [
  aesGcmKeyType,
  aesGcmSivKeyType,
  xAesGcmKeyType,
  xChaCha20Poly1305KeyType,
  chaCha20Poly1305KeyType,
  aesCtrHmacKeyType,
  aesEaxKeyType,
  aesSivAeadKeyType,
  committingAesGcmKeyType,
];
