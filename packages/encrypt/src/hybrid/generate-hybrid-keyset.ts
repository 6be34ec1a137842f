/**
 * Keysets of key pairs.
 *
 * @module
 */
import { encryptError } from '../errors.ts';
import { addKeyOf, type GenerateOptions, generateKeysetOf } from '../keyset/generate-keyset.ts';
import type { TemplateRow } from '../keyset/key-template.ts';
import { entriesOf, type Keyset, makeKeyset } from '../keyset/keyset.ts';
import { writeProto } from '../keyset/proto-wire.ts';
import type { HpkeAlgorithms } from './hpke/create-hpke-suite.ts';
import {
  hpkePrivateKeyType,
  hpkePublicKeyTypeUrl,
  publicHalf,
  writeHpkeParams,
} from './hpke-keys.ts';

const row = (
  kem: HpkeAlgorithms['kem'],
  kdf: HpkeAlgorithms['kdf'],
  aead: HpkeAlgorithms['aead'],
  prefix: 'tink' | 'raw' = 'tink',
): TemplateRow => ({
  type: hpkePrivateKeyType,
  format: writeProto([[1, [writeHpkeParams({ kem, kdf, aead })]]]),
  prefix,
});

const x25519 = 'DHKEM_X25519_HKDF_SHA256';
const p256 = 'DHKEM_P256_HKDF_SHA256';

const rows = {
  DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_128_GCM: row(x25519, 'HKDF_SHA256', 'AES_128_GCM'),
  DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_128_GCM_RAW: row(
    x25519,
    'HKDF_SHA256',
    'AES_128_GCM',
    'raw',
  ),
  DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM: row(x25519, 'HKDF_SHA256', 'AES_256_GCM'),
  DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM_RAW: row(
    x25519,
    'HKDF_SHA256',
    'AES_256_GCM',
    'raw',
  ),
  DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_CHACHA20_POLY1305: row(
    x25519,
    'HKDF_SHA256',
    'CHACHA20_POLY1305',
  ),
  DHKEM_P256_HKDF_SHA256_HKDF_SHA256_AES_128_GCM: row(p256, 'HKDF_SHA256', 'AES_128_GCM'),
  DHKEM_P256_HKDF_SHA256_HKDF_SHA256_AES_256_GCM: row(p256, 'HKDF_SHA256', 'AES_256_GCM'),
  DHKEM_P384_HKDF_SHA384_HKDF_SHA384_AES_256_GCM: row(
    'DHKEM_P384_HKDF_SHA384',
    'HKDF_SHA384',
    'AES_256_GCM',
  ),
  DHKEM_P521_HKDF_SHA512_HKDF_SHA512_AES_256_GCM: row(
    'DHKEM_P521_HKDF_SHA512',
    'HKDF_SHA512',
    'AES_256_GCM',
  ),
} satisfies Record<string, TemplateRow>;

/** Names of templates for hybrid encryption, as in Tink. `DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM` is the one to take. */
export type HybridTemplate = keyof typeof rows;

/** All {@link HybridTemplate}s. */
export const hybridTemplates: readonly HybridTemplate[] = Object.keys(rows) as HybridTemplate[];

function rowOf(template: HybridTemplate): TemplateRow {
  if (!Object.hasOwn(rows, template)) {
    throw encryptError('ERR_ENCRYPT_TEMPLATE', 'No key template of that name', {
      hint: `Use one of ${hybridTemplates.join(', ')}.`,
    });
  }
  return rows[template];
}

/**
 * A new keyset with one private key.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_TEMPLATE` where there is no template of that name.
 *
 * @example
 * ```ts
 * import { generateHybridKeyset } from '@yushu/encrypt/hybrid';
 *
 * const keyset = generateHybridKeyset('DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM');
 * console.log(keyset.keys.length); // 1
 * ```
 */
export function generateHybridKeyset(
  template: HybridTemplate,
  options: GenerateOptions = {},
): Keyset {
  return generateKeysetOf(rowOf(template), options);
}

/**
 * A keyset with one private key more, enabled but not primary.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_TEMPLATE` where there is no template of that name.
 *
 * @example
 * ```ts
 * import { addHybridKey, generateHybridKeyset } from '@yushu/encrypt/hybrid';
 *
 * const template = 'DHKEM_P256_HKDF_SHA256_HKDF_SHA256_AES_128_GCM';
 * console.log(addHybridKey(generateHybridKeyset(template), template).keys.length); // 2
 * ```
 */
export function addHybridKey(
  keyset: Keyset,
  template: HybridTemplate,
  options: GenerateOptions = {},
): Keyset {
  return addKeyOf(keyset, rowOf(template), options);
}

/**
 * The public halves of a keyset of private keys: for everybody who sends.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_KEY_TYPE` where the keyset holds other keys.
 *
 * @example
 * ```ts
 * import { generateHybridKeyset, publicKeysetOf } from '@yushu/encrypt/hybrid';
 *
 * const keyset = generateHybridKeyset('DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM');
 * console.log(publicKeysetOf(keyset).primaryId === keyset.primaryId); // true
 * ```
 */
export function publicKeysetOf(keyset: Keyset): Keyset {
  return makeKeyset(
    keyset.primaryId,
    entriesOf(keyset).map((entry) => {
      if (entry.typeUrl !== hpkePrivateKeyType.typeUrl) {
        throw encryptError('ERR_ENCRYPT_KEY_TYPE', 'A key of the keyset is no private key', {
          details: { keyId: String(entry.id), typeUrl: entry.typeUrl },
        });
      }
      const value = entry.status === 'destroyed' ? entry.value : publicHalf(entry.value);
      return { ...entry, typeUrl: hpkePublicKeyTypeUrl, material: 'public', value };
    }),
  );
}
