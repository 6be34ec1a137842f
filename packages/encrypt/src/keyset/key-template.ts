/**
 * What keys are made of: Tink's names for key types with their parameters.
 *
 * @module
 */
import type { RandomBytes } from '@yushu/core';
import { encryptError } from '../errors.ts';
import { aesFpeTypeUrl, writeAesFpeKey } from '../key-types/aes-fpe.ts';
import { aesGcmTypeUrl, writeAesGcmKey } from '../key-types/aes-gcm.ts';
import { hashNumbers } from '../key-types/hash-type.ts';
import { hkdfPrfTypeUrl, writeHkdfPrfKey } from '../key-types/hkdf-prf.ts';
import { hmacPrfTypeUrl, writeHmacPrfKey } from '../key-types/hmac-prf.ts';
import type { KeyEntry, OutputPrefix } from './keyset.ts';

/** What a keyset is for; one keyset has keys of one purpose. */
export type KeyPurpose = 'aead' | 'prf' | 'fpe';

interface TemplateRow {
  readonly purpose: KeyPurpose;
  readonly typeUrl: string;
  readonly prefix: OutputPrefix;
  readonly generate: (random: RandomBytes) => Uint8Array;
}

const aesGcm = (bytes: number, prefix: OutputPrefix): TemplateRow => ({
  purpose: 'aead',
  typeUrl: aesGcmTypeUrl,
  prefix,
  generate: (random) => writeAesGcmKey(random(bytes)),
});

const rows = {
  AES128_GCM: aesGcm(16, 'tink'),
  AES256_GCM: aesGcm(32, 'tink'),
  AES256_GCM_RAW: aesGcm(32, 'raw'),
  HMAC_SHA256_PRF: {
    purpose: 'prf',
    typeUrl: hmacPrfTypeUrl,
    prefix: 'raw',
    generate: (random) => writeHmacPrfKey(hashNumbers.sha256, random(32)),
  },
  HKDF_SHA256: {
    purpose: 'prf',
    typeUrl: hkdfPrfTypeUrl,
    prefix: 'raw',
    generate: (random) => writeHkdfPrfKey(hashNumbers.sha256, random(32)),
  },
  AES256_FPE: {
    purpose: 'fpe',
    typeUrl: aesFpeTypeUrl,
    prefix: 'raw',
    generate: (random) => writeAesFpeKey(random(32)),
  },
} satisfies Record<string, TemplateRow>;

/**
 * Names of key templates. As in Tink: `AES256_GCM` for fields and for key-encryption keys, `HMAC_SHA256_PRF` and
 * `HKDF_SHA256` for pseudonyms and indexes. Of this package: `AES256_FPE` for format-preserving encryption.
 */
export type KeyTemplate = keyof typeof rows;

/** All {@link KeyTemplate}s. */
export const keyTemplates: readonly KeyTemplate[] = Object.keys(rows) as KeyTemplate[];

function rowOf(template: KeyTemplate): TemplateRow {
  if (!Object.hasOwn(rows, template)) {
    throw encryptError('ERR_ENCRYPT_TEMPLATE', 'No key template of that name', {
      hint: `Use one of ${keyTemplates.join(', ')}.`,
    });
  }
  return rows[template];
}

/** A new key of a template. */
export function generateKey(template: KeyTemplate, id: number, random: RandomBytes): KeyEntry {
  const { typeUrl, prefix, generate } = rowOf(template);
  return { id, status: 'enabled', prefix, typeUrl, material: 'symmetric', value: generate(random) };
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
  return rowOf(template).purpose;
}

const purposes: ReadonlyMap<string, KeyPurpose> = new Map(
  Object.values(rows).map(({ typeUrl, purpose }) => [typeUrl, purpose]),
);

/** What keys of a type are for, or `undefined` where the type is unknown. */
export function purposeOfType(typeUrl: string): KeyPurpose | undefined {
  return purposes.get(typeUrl);
}
