/**
 * What keys are made of: Tink's names for key types with their parameters.
 *
 * @module
 */
import type { RandomBytes } from '@yushu/core';
import { encryptError } from '../errors.ts';
import { aeadKeyTypes } from '../key-types/aead-key-types.ts';
import { aesCmacKeyType, aesCmacPrfKeyType } from '../key-types/aes-cmac.ts';
import { aesCtrHmacKeyType } from '../key-types/aes-ctr-hmac.ts';
import { aesCtrHmacStreamingKeyType } from '../key-types/aes-ctr-hmac-streaming.ts';
import { aesEaxKeyType } from '../key-types/aes-eax.ts';
import { aesFpeKeyType } from '../key-types/aes-fpe.ts';
import { aesGcmKeyType } from '../key-types/aes-gcm.ts';
import { aesGcmHkdfStreamingKeyType } from '../key-types/aes-gcm-hkdf-streaming.ts';
import { aesGcmSivKeyType } from '../key-types/aes-gcm-siv.ts';
import { aesSivKeyType } from '../key-types/aes-siv.ts';
import { aesSivAeadKeyType } from '../key-types/aes-siv-aead.ts';
import { c2spChunkedAesGcmKeyType } from '../key-types/c2sp-chunked-aes-gcm.ts';
import {
  chaCha20Poly1305KeyType,
  xChaCha20Poly1305KeyType,
} from '../key-types/chacha20-poly1305.ts';
import { committingAesGcmKeyType } from '../key-types/committing-aes-gcm.ts';
import { deterministicKeyTypes } from '../key-types/deterministic-key-types.ts';
import { hashNumbers } from '../key-types/hash-type.ts';
import { hkdfPrfKeyType } from '../key-types/hkdf-prf.ts';
import { hmacKeyType } from '../key-types/hmac.ts';
import { writeHmacParams } from '../key-types/hmac-params.ts';
import { hmacPrfKeyType } from '../key-types/hmac-prf.ts';
import type { KeyPurpose, KeyType } from '../key-types/key-type.ts';
import { macKeyTypes } from '../key-types/mac-key-types.ts';
import { prfKeyTypes } from '../key-types/prf-key-types.ts';
import { streamingKeyTypes } from '../key-types/streaming-key-types.ts';
import { xAesGcmKeyType } from '../key-types/x-aes-gcm.ts';
import type { HashName } from '../platform/platform.ts';
import type { KeyEntry, OutputPrefix } from './keyset.ts';
import { writeProto } from './proto-wire.ts';

/** A key type with its parameters, as Tink's message `KeyTemplate` has them. */
export interface TemplateRow {
  readonly type: KeyType;
  /** The serialised format, `KeyTemplate.value`. */
  readonly format: Uint8Array;
  readonly prefix: OutputPrefix;
}

type Fields = Parameters<typeof writeProto>[0];

const row = (type: KeyType, format: Fields = [], prefix: OutputPrefix = 'tink'): TemplateRow => ({
  type,
  format: writeProto(format),
  prefix,
});

const ctrHmac = (keyBytes: number, tagBytes: number): Fields => [
  [
    1,
    [
      writeProto([
        [1, [writeProto([[1, 16]])]],
        [2, keyBytes],
      ]),
    ],
  ],
  [
    2,
    [
      writeProto([
        [1, [writeHmacParams('sha256', tagBytes)]],
        [2, 32],
      ]),
    ],
  ],
];

const hmac = (hash: HashName, keyBytes: number, tagBytes: number): Fields => [
  [1, [writeHmacParams(hash, tagBytes)]],
  [2, keyBytes],
];

const prf = (hash: HashName, keyBytes: number): Fields => [
  [1, [writeProto([[1, hashNumbers[hash]]])]],
  [2, keyBytes],
];

const streaming = (keyBytes: number, segmentBytes: number, tag?: Uint8Array): Fields => [
  [
    1,
    [
      writeProto([
        [1, segmentBytes],
        [2, keyBytes],
        [3, hashNumbers.sha256],
        ...(tag === undefined ? [] : [[4, [tag]] as const]),
      ]),
    ],
  ],
  [2, keyBytes],
];

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

const rows = {
  AES128_GCM: row(aesGcmKeyType, [[2, 16]]),
  AES256_GCM: row(aesGcmKeyType, [[2, 32]]),
  AES256_GCM_RAW: row(aesGcmKeyType, [[2, 32]], 'raw'),
  AES128_GCM_SIV: row(aesGcmSivKeyType, [[2, 16]]),
  AES256_GCM_SIV: row(aesGcmSivKeyType, [[2, 32]]),
  X_AES_GCM_8_BYTE_SALT: row(xAesGcmKeyType, [[3, [writeProto([[1, 8]])]]]),
  XAES_256_GCM_192_BIT_NONCE: row(xAesGcmKeyType, [[3, [writeProto([[1, 12]])]]]),
  CHACHA20_POLY1305: row(chaCha20Poly1305KeyType),
  XCHACHA20_POLY1305: row(xChaCha20Poly1305KeyType),
  AES128_CTR_HMAC_SHA256: row(aesCtrHmacKeyType, ctrHmac(16, 16)),
  AES256_CTR_HMAC_SHA256: row(aesCtrHmacKeyType, ctrHmac(32, 32)),
  AES128_EAX: row(aesEaxKeyType, [
    [1, [writeProto([[1, 16]])]],
    [2, 16],
  ]),
  AES256_EAX: row(aesEaxKeyType, [
    [1, [writeProto([[1, 16]])]],
    [2, 32],
  ]),
  AES256_SIV_AEAD: row(aesSivAeadKeyType, [[2, 64]]),
  COMMITTING_AES256_GCM: row(committingAesGcmKeyType),
  AES256_SIV: row(aesSivKeyType, [[1, 64]]),
  HMAC_SHA256_128BITTAG: row(hmacKeyType, hmac('sha256', 32, 16)),
  HMAC_SHA256_256BITTAG: row(hmacKeyType, hmac('sha256', 32, 32)),
  HMAC_SHA512_256BITTAG: row(hmacKeyType, hmac('sha512', 64, 32)),
  HMAC_SHA512_512BITTAG: row(hmacKeyType, hmac('sha512', 64, 64)),
  AES_CMAC: row(aesCmacKeyType, [
    [1, 32],
    [2, [writeProto([[1, 16]])]],
  ]),
  HMAC_SHA256_PRF: row(hmacPrfKeyType, prf('sha256', 32), 'raw'),
  HMAC_SHA512_PRF: row(hmacPrfKeyType, prf('sha512', 64), 'raw'),
  HKDF_SHA256: row(hkdfPrfKeyType, prf('sha256', 32), 'raw'),
  AES_CMAC_PRF: row(aesCmacPrfKeyType, [[1, 32]], 'raw'),
  AES128_GCM_HKDF_4KB: row(aesGcmHkdfStreamingKeyType, streaming(16, 4 * kibibyte), 'raw'),
  AES256_GCM_HKDF_4KB: row(aesGcmHkdfStreamingKeyType, streaming(32, 4 * kibibyte), 'raw'),
  AES256_GCM_HKDF_1MB: row(aesGcmHkdfStreamingKeyType, streaming(32, mebibyte), 'raw'),
  AES256_CTR_HMAC_SHA256_4KB: row(
    aesCtrHmacStreamingKeyType,
    streaming(32, 4 * kibibyte, writeHmacParams('sha256', 32)),
    'raw',
  ),
  C2SP_CHUNKED_AES128_GCM: row(c2spChunkedAesGcmKeyType, [[2, 16]], 'raw'),
  C2SP_CHUNKED_AES256_GCM: row(c2spChunkedAesGcmKeyType, [[2, 32]], 'raw'),
  AES256_FPE: row(aesFpeKeyType, [[2, 32]], 'raw'),
} satisfies Record<string, TemplateRow>;

/**
 * Names of key templates, as in Tink but for those that say so.
 *
 * - To encrypt: `AES256_GCM` unless there is a reason for another. `XAES_256_GCM_192_BIT_NONCE` and
 *   `XCHACHA20_POLY1305` have no bound on messages, `AES256_GCM_SIV` and
 *   `AES256_SIV_AEAD` (not Tink's) survive a repeated nonce, `COMMITTING_AES256_GCM` (not Tink's) cannot be opened under
 *   two keys.
 * - Deterministic: `AES256_SIV`.
 * - Tags: `HMAC_SHA256_256BITTAG` and its kin, `AES_CMAC`.
 * - Pseudonyms, indexes, derivation: `HMAC_SHA256_PRF`, `HKDF_SHA256` and their kin.
 * - Streams and files: `AES256_GCM_HKDF_4KB`, `AES256_GCM_HKDF_1MB` and their kin; `C2SP_CHUNKED_AES128_GCM` and
 *   `C2SP_CHUNKED_AES256_GCM` (not Tink's) cannot be opened under two keys.
 * - Format-preserving: `AES256_FPE` (not Tink's).
 */
export type KeyTemplate = keyof typeof rows;

/** All {@link KeyTemplate}s. */
export const keyTemplates: readonly KeyTemplate[] = Object.keys(rows) as KeyTemplate[];

/** Type and format of a template. */
export function rowOfTemplate(template: KeyTemplate): TemplateRow {
  if (!Object.hasOwn(rows, template)) {
    throw encryptError('ERR_ENCRYPT_TEMPLATE', 'No key template of that name', {
      hint: `Use one of ${keyTemplates.join(', ')}.`,
    });
  }
  return rows[template];
}

/** A new key of a type and format. */
export function generateKey(template: TemplateRow, id: number, random: RandomBytes): KeyEntry {
  const { type, format, prefix } = template;
  const { typeUrl, material } = type;
  return { id, status: 'enabled', prefix, typeUrl, material, value: type.create(format, random) };
}

/**
 * What the keys of a template are for.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_TEMPLATE`.
 *
 * @example
 * ```ts
 * import { purposeOfTemplate } from '@yushu/encrypt';
 *
 * console.log(purposeOfTemplate('AES256_GCM')); // aead
 * ```
 */
export function purposeOfTemplate(template: KeyTemplate): KeyPurpose {
  return rowOfTemplate(template).type.purpose;
}

/** Every symmetric key type. */
export const keyTypes: readonly KeyType[] = [
  ...aeadKeyTypes,
  ...deterministicKeyTypes,
  ...macKeyTypes,
  ...prfKeyTypes,
  ...streamingKeyTypes,
  aesFpeKeyType,
];

/** What keys of a type are for, or `undefined` where the type is unknown. */
export function purposeOfType(typeUrl: string): KeyPurpose | undefined {
  return keyTypes.find((type) => type.typeUrl === typeUrl)?.purpose;
}
