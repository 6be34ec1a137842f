import { isDataSecurityError } from '@yushu/core';
import {
  createAead,
  createFieldCipher,
  createKeyProvider,
  createPrf,
  generateKeyset,
} from '@yushu/encrypt';
import { generateGmKeyset, gmKeyTypes, rotateToGm } from '@yushu/encrypt/gm';
import { insecureReadKeyset, insecureWriteKeyset } from '@yushu/encrypt/insecure';
import { hmacSm3 } from '@yushu/gm/sm3';
import { describe, expect, it } from 'vitest';

const options = { keyTypes: gmKeyTypes };
const failure = (code: string) => expect.objectContaining({ code });
const data = new TextEncoder().encode('place');

describe('gm key types', () => {
  it('seal with SM4-GCM after a rotation from AES, and open both', () => {
    const old = generateKeyset('AES256_GCM');
    const rotated = insecureReadKeyset(insecureWriteKeyset(rotateToGm(old, 'SM4_GCM')));
    const cipher = createFieldCipher(createAead(rotated, options));
    const place = { table: 't', row: '1' };
    expect(cipher.open(createFieldCipher(createAead(old)).seal('old', place), place)).toBe('old');
    expect(cipher.open(cipher.seal('new', place), place)).toBe('new');
    expect(cipher.keyId).toBe(String(rotated.keys[1]?.id));
    expect(() => createAead(rotated)).toThrow(failure('ERR_ENCRYPT_KEY_TYPE'));
  });

  it('give the one error of this package for every one-bit change', () => {
    const aead = createAead(generateGmKeyset('SM4_GCM'), options);
    const sealed = aead.seal(data, data);
    expect(sealed.length).toBe(5 + 12 + data.length + 16);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = sealed.slice();
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      try {
        aead.open(changed, data);
        expect.unreachable();
      } catch (error) {
        expect(isDataSecurityError(error, 'ERR_ENCRYPT_OPEN')).toBe(true);
      }
    }
  });

  it('compute HMAC-SM3, through a provider too', async () => {
    const keyset = generateGmKeyset('HMAC_SM3_PRF');
    const [key] = JSON.parse(insecureWriteKeyset(keyset)).key;
    const secret = Uint8Array.from(Buffer.from(key.keyData.value, 'base64').subarray(2));
    expect(createPrf(keyset, options).compute(data, 20)).toEqual(
      hmacSm3(secret, data).slice(0, 20),
    );
    const provider = createKeyProvider({ ids: keyset, pii: generateGmKeyset('SM4_GCM') }, options);
    expect((await provider.prf('ids')).compute(data, 32)).toEqual(hmacSm3(secret, data));
    expect((await provider.aead('pii')).overhead).toBe(33);
    await expect(provider.aead('ids')).rejects.toThrow(failure('ERR_ENCRYPT_KEY_NOT_FOUND'));
    expect(() => createPrf(generateGmKeyset('SM4_GCM'), options)).toThrow(
      failure('ERR_ENCRYPT_KEY_TYPE'),
    );
  });
});
