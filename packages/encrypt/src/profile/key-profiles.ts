import type { GmTemplate } from '../gm/gm-key-types.ts';
import type { HybridTemplate } from '../hybrid/generate-hybrid-keyset.ts';
import type { SymmetricPurpose } from '../key-types/key-type.ts';
import type { KeyTemplate } from '../keyset/key-template.ts';

/**
 * Which template to take for each purpose of keys.
 *
 * - `international`: algorithms of NIST and the IETF, all but those of `fpe` in Tink's formats. `hybrid` is for
 *   `generateHybridKeyset` of `/hybrid`.
 * - `gm`: Chinese commercial cryptography, SM4 (GB/T 32907-2016) and SM3 (GB/T 32905-2016), with the key types of `/gm`. It
 *   has no more purposes than it names: where it has none, nothing of the other profile is put in its place. Beside
 *   keysets, `@yushu/gm` has SM2 for signatures and key pairs, and `createSm4BlockCipher` is for FF1 on SM4.
 *
 * @example
 * ```ts
 * import { generateKeyset, keyProfiles } from '@yushu/encrypt';
 * import { generateGmKeyset } from '@yushu/encrypt/gm';
 *
 * console.log(generateKeyset(keyProfiles.international.aead).keys.length); // 1
 * console.log(generateGmKeyset(keyProfiles.gm.aead).keys.length); // 1
 * ```
 */
export const keyProfiles = {
  international: {
    aead: 'AES256_GCM',
    deterministic: 'AES256_SIV',
    mac: 'HMAC_SHA256_256BITTAG',
    prf: 'HMAC_SHA256_PRF',
    streaming: 'AES256_GCM_HKDF_1MB',
    fpe: 'AES256_FPE',
    hybrid: 'DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM',
  },
  gm: { aead: 'SM4_GCM', prf: 'HMAC_SM3_PRF', streaming: 'SM4_GCM_HKDF_SM3_1MB' },
} as const satisfies {
  readonly international: Readonly<Record<SymmetricPurpose, KeyTemplate>> & {
    readonly hybrid: HybridTemplate;
  };
  readonly gm: Readonly<Partial<Record<SymmetricPurpose, GmTemplate>>>;
};

/** Name of a profile. */
export type KeyProfile = keyof typeof keyProfiles;
