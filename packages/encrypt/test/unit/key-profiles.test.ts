import {
  createAead,
  createPrf,
  generateKeyset,
  keyProfiles,
  purposeOfTemplate,
} from '@yushu/encrypt';
import { generateProfileKeyset, gmKeyTypes } from '@yushu/encrypt/gm';
import {
  createHybridDecrypt,
  createHybridEncrypt,
  generateHybridKeyset,
  publicKeysetOf,
} from '@yushu/encrypt/hybrid';
import { insecureWriteKeyset } from '@yushu/encrypt/insecure';
import { defaultTemplates } from '@yushu/encrypt/node';
import { createHmacSm3 } from '@yushu/gm/sm3';
import { createSm4Gcm } from '@yushu/gm/sm4';
import { describe, expect, it } from 'vitest';

const purposes = ['aead', 'deterministic', 'mac', 'prf', 'streaming', 'fpe'] as const;
const data = new TextEncoder().encode('place');
const templateError = expect.objectContaining({ code: 'ERR_ENCRYPT_TEMPLATE' });

/** The bytes of the only key of a keyset of `/gm`: behind tag and length of field 3. */
function secretOf(keyset: Parameters<typeof insecureWriteKeyset>[0]): Uint8Array {
  const [key] = JSON.parse(insecureWriteKeyset(keyset)).key;
  return Uint8Array.from(Buffer.from(key.keyData.value, 'base64').subarray(2));
}

describe('key profiles', () => {
  it.each(purposes)('international has a template for %s, of that purpose', (purpose) => {
    expect(purposeOfTemplate(keyProfiles.international[purpose])).toBe(purpose);
    expect(defaultTemplates[purpose]).toBe(keyProfiles.international[purpose]);
    const [made] = generateProfileKeyset('international', purpose).keys;
    const [expected] = generateKeyset(keyProfiles.international[purpose]).keys;
    expect(made?.typeUrl).toBe(expected?.typeUrl);
  });

  it('international has one for key pairs', () => {
    const keyset = generateHybridKeyset(keyProfiles.international.hybrid);
    const sealed = createHybridEncrypt(publicKeysetOf(keyset)).seal(data, data);
    expect(createHybridDecrypt(keyset).open(sealed, data)).toEqual(data);
  });

  it('gm seals with SM4 and computes with SM3', () => {
    const options = { keyTypes: gmKeyTypes };
    const pii = generateProfileKeyset('gm', 'aead');
    const sealed = createAead(pii, options).seal(data, data);
    const gcm = createSm4Gcm(secretOf(pii));
    expect(gcm.openWithNonce(sealed.subarray(5, 17), sealed.subarray(17), data)).toEqual(data);

    const ids = generateProfileKeyset('gm', 'prf');
    expect(createPrf(ids, options).compute(data, 32)).toEqual(
      createHmacSm3(secretOf(ids)).compute(data),
    );
  });

  it('puts nothing in the place of what gm has not', () => {
    for (const purpose of ['deterministic', 'mac', 'fpe'] as const) {
      expect(() => generateProfileKeyset('gm', purpose)).toThrow(templateError);
    }
  });

  it('refuses other purposes and other profiles', () => {
    for (const purpose of ['hybrid', 'toString', '__proto__', '', undefined]) {
      for (const profile of ['international', 'gm'] as const) {
        expect(() => generateProfileKeyset(profile, purpose as never)).toThrow(templateError);
      }
    }
    for (const profile of ['GM', 'constructor', undefined]) {
      expect(() => generateProfileKeyset(profile as never, 'aead')).toThrow(templateError);
    }
  });

  it('opens keysets of the international profile with the key types of gm at hand', () => {
    const aead = createAead(generateProfileKeyset('international', 'aead'), {
      keyTypes: gmKeyTypes,
    });
    expect(aead.open(aead.seal(data, data), data)).toEqual(data);
  });
});
