/**
 * Key types of Chinese commercial cryptography, over `@yushu/gm`. None of them is Tink's.
 *
 * - `Sm4GcmKey{1 version, 3 key_value}`: nonce 12 ‖ ciphertext ‖ tag 16 (GB/T 36624-2018, RFC 8998).
 * - `HmacSm3PrfKey{1 version, 3 key_value}`: HMAC-SM3 (GB/T 15852.2-2024).
 * - `Sm4GcmHkdfStreamingKey`: in its own file.
 *
 * @module
 */
import { createHmacSm3 } from '@yushu/gm/sm3';
import { createSm4Gcm } from '@yushu/gm/sm4';
import { type AeadKeyType, nonceAead } from '../aead/raw-aead.ts';
import { encryptError } from '../errors.ts';
import { checkKeyBytes, checkMinimumKeyBytes, checkVersion } from '../key-types/check-key.ts';
import { ownTypeUrl } from '../key-types/type-url.ts';
import {
  addKeyOf,
  type GenerateOptions,
  generateKeysetOf,
  setPrimaryKey,
} from '../keyset/generate-keyset.ts';
import type { TemplateRow } from '../keyset/key-template.ts';
import type { Keyset } from '../keyset/keyset.ts';
import { bytesField, readProto, writeProto } from '../keyset/proto-wire.ts';
import type { PrfKeyType } from '../prf/raw-prf.ts';
import type { StreamingKeyType } from '../streaming/raw-streaming.ts';
import { sm4GcmHkdfStreamingKeyType } from './sm4-gcm-hkdf-streaming.ts';

function keyOf(value: Uint8Array): Uint8Array {
  const fields = readProto(value);
  checkVersion(fields);
  return bytesField(fields, 3);
}

const sm4GcmKeyType: AeadKeyType = {
  typeUrl: ownTypeUrl('Sm4GcmKey'),
  purpose: 'aead',
  material: 'symmetric',
  create: (_format, random) => writeProto([[3, random(16)]]),
  open(value, fillRandom) {
    const gcm = createSm4Gcm(checkKeyBytes(keyOf(value), [16]));
    // Random 96-bit nonces, as for AES-GCM.
    return nonceAead(12, 2 ** 32, fillRandom, (nonce, data) => ({
      encrypt: (plaintext) => gcm.sealWithNonce(nonce, plaintext, data),
      decrypt: (sealed) => gcm.openWithNonce(nonce, sealed, data),
    }));
  },
};

const hmacSm3PrfKeyType: PrfKeyType = {
  typeUrl: ownTypeUrl('HmacSm3PrfKey'),
  purpose: 'prf',
  material: 'symmetric',
  create: (_format, random) => writeProto([[3, random(32)]]),
  open(value) {
    const mac = createHmacSm3(checkMinimumKeyBytes(keyOf(value), 16));
    return { maxBytes: 32, compute: (input, length) => mac.compute(input).slice(0, length) };
  },
};

/**
 * The key types of Chinese commercial cryptography, to be given as `keyTypes` to `createAead`, `createPrf`,
 * `createStreamingAead` and `createKeyProvider`. Key files of `/node` open with them without being told.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher } from '@yushu/encrypt';
 * import { generateGmKeyset, gmKeyTypes } from '@yushu/encrypt/gm';
 *
 * const aead = createAead(generateGmKeyset('SM4_GCM'), { keyTypes: gmKeyTypes });
 * const cipher = createFieldCipher(aead);
 * console.log(cipher.open(cipher.seal('13800138000', { row: '1' }), { row: '1' })); // 13800138000
 * ```
 */
export const gmKeyTypes: readonly [AeadKeyType, PrfKeyType, StreamingKeyType] = [
  sm4GcmKeyType,
  hmacSm3PrfKeyType,
  sm4GcmHkdfStreamingKeyType,
];

const rows = {
  SM4_GCM: { type: sm4GcmKeyType, format: new Uint8Array(0), prefix: 'tink' },
  HMAC_SM3_PRF: { type: hmacSm3PrfKeyType, format: new Uint8Array(0), prefix: 'raw' },
  SM4_GCM_HKDF_SM3_1MB: {
    type: sm4GcmHkdfStreamingKeyType,
    format: writeProto([
      [1, [writeProto([[1, 2 ** 20]])]],
      [2, 16],
    ]),
    prefix: 'raw',
  },
} satisfies Record<string, TemplateRow>;

/** Names of templates: `SM4_GCM` to seal, `HMAC_SM3_PRF` for pseudonyms and indexes, `SM4_GCM_HKDF_SM3_1MB` for streams and files. */
export type GmTemplate = keyof typeof rows;

/** All {@link GmTemplate}s. */
export const gmTemplates: readonly GmTemplate[] = Object.keys(rows) as GmTemplate[];

/** Type and format of a template. */
export function rowOfGmTemplate(template: GmTemplate): TemplateRow {
  if (Object.hasOwn(rows, template)) return rows[template];
  throw encryptError('ERR_ENCRYPT_TEMPLATE', 'No key template of that name', {
    hint: `Use one of ${gmTemplates.join(', ')}.`,
  });
}

/**
 * A new keyset with one key.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_TEMPLATE` where there is no template of that name.
 *
 * @example
 * ```ts
 * import { createPrf } from '@yushu/encrypt';
 * import { generateGmKeyset, gmKeyTypes } from '@yushu/encrypt/gm';
 *
 * const prf = createPrf(generateGmKeyset('HMAC_SM3_PRF'), { keyTypes: gmKeyTypes });
 * console.log(prf.compute(new TextEncoder().encode('x'), 32).length); // 32
 * ```
 */
export function generateGmKeyset(template: GmTemplate, options: GenerateOptions = {}): Keyset {
  return generateKeysetOf(rowOfGmTemplate(template), options);
}

/**
 * A keyset with a new primary key; all others go on opening. From AES to SM4 or back: one keyset may hold both.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_TEMPLATE` where there is no template of that name.
 *
 * @example
 * ```ts
 * import { generateKeyset } from '@yushu/encrypt';
 * import { rotateToGm } from '@yushu/encrypt/gm';
 *
 * console.log(rotateToGm(generateKeyset('AES256_GCM'), 'SM4_GCM').keys.length); // 2
 * ```
 */
export function rotateToGm(
  keyset: Keyset,
  template: GmTemplate,
  options: GenerateOptions = {},
): Keyset {
  const grown = addKeyOf(keyset, rowOfGmTemplate(template), options);
  return setPrimaryKey(grown, (grown.keys.at(-1) as { id: number }).id);
}
