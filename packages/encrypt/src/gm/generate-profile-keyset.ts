import { encryptError } from '../errors.ts';
import type { SymmetricPurpose } from '../key-types/key-type.ts';
import { type GenerateOptions, generateKeyset } from '../keyset/generate-keyset.ts';
import type { KeyTemplate } from '../keyset/key-template.ts';
import type { Keyset } from '../keyset/keyset.ts';
import { type KeyProfile, keyProfiles } from '../profile/key-profiles.ts';
import { type GmTemplate, generateGmKeyset } from './gm-key-types.ts';

function templateFor<Template>(
  profile: KeyProfile,
  templates: Readonly<Partial<Record<SymmetricPurpose, Template>>>,
  purpose: SymmetricPurpose,
): Template {
  const template = Object.hasOwn(templates, purpose) ? templates[purpose] : undefined;
  if (template !== undefined) return template;
  throw encryptError('ERR_ENCRYPT_TEMPLATE', 'The profile has no template for this purpose', {
    hint: 'Choose a purpose that `keyProfiles` names for the profile, or another profile.',
    details: { profile },
  });
}

/**
 * A new keyset with one key, for a purpose, of the profile that a configuration names. Whoever opens it gives
 * `keyTypes: gmKeyTypes`, which does no harm to keysets of the other profile.
 *
 * @param purpose - `aead`, `deterministic`, `mac`, `prf`, `streaming` or `fpe`; of these `gm` has `aead`, `prf` and `streaming`
 * @throws {DataSecurityError} `ERR_ENCRYPT_TEMPLATE` where there is no such profile, or it has nothing for the purpose.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher, type KeyProfile } from '@yushu/encrypt';
 * import { generateProfileKeyset, gmKeyTypes } from '@yushu/encrypt/gm';
 *
 * const profile: KeyProfile = 'gm'; // from a configuration
 * const keyset = generateProfileKeyset(profile, 'aead');
 * const cipher = createFieldCipher(createAead(keyset, { keyTypes: gmKeyTypes }));
 * console.log(cipher.open(cipher.seal('13800138000', { row: '1' }), { row: '1' })); // 13800138000
 * ```
 */
export function generateProfileKeyset(
  profile: KeyProfile,
  purpose: SymmetricPurpose,
  options: GenerateOptions = {},
): Keyset {
  switch (profile) {
    case 'international': {
      const { hybrid: _, ...templates } = keyProfiles.international;
      return generateKeyset(templateFor<KeyTemplate>(profile, templates, purpose), options);
    }
    case 'gm':
      return generateGmKeyset(templateFor<GmTemplate>(profile, keyProfiles.gm, purpose), options);
    default:
      throw encryptError('ERR_ENCRYPT_TEMPLATE', 'No key profile of that name', {
        hint: `Use one of ${Object.keys(keyProfiles).join(', ')}.`,
      });
  }
}
