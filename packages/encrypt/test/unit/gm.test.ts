import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDataSecurityError } from '@yushu/core';
import {
  createAead,
  createFieldCipher,
  createKeyProvider,
  createPrf,
  createStreamingAead,
  generateKeyset,
} from '@yushu/encrypt';
import { generateGmKeyset, gmKeyTypes, rotateToGm } from '@yushu/encrypt/gm';
import { insecureReadKeyset, insecureWriteKeyset } from '@yushu/encrypt/insecure';
import { createKeyFile, openKeyFile, rotateNamedKeyset, writeKeyFile } from '@yushu/encrypt/node';
import { hkdfSm3, hmacSm3 } from '@yushu/gm/sm3';
import { createSm4Gcm } from '@yushu/gm/sm4';
import { describe, expect, it } from 'vitest';
import { through } from '../ledger/through.ts';

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

  it('seal streams with SM4, each under a key of its own by HKDF-SM3', async () => {
    const keyset = generateGmKeyset('SM4_GCM_HKDF_SM3_1MB');
    const stream = createStreamingAead(keyset, options);
    const text = new Uint8Array(2 ** 20 + 77).fill(9);
    const sealed = await through(stream.sealStream(data), text, 70_000);
    // Compared as a whole: vitest looks at every element by itself.
    const opened = await through(stream.openStream(data), sealed, 333_333);
    expect(Buffer.compare(opened, text)).toBe(0);
    expect(() => createStreamingAead(keyset)).toThrow(failure('ERR_ENCRYPT_KEY_TYPE'));

    // What the parts are, from the primitives alone.
    const [key] = JSON.parse(insecureWriteKeyset(keyset)).key;
    const secret = Uint8Array.from(Buffer.from(key.keyData.value, 'base64').subarray(-16));
    const [salt, prefix] = [sealed.subarray(1, 17), sealed.subarray(17, 24)];
    expect(sealed[0]).toBe(24);
    const gcm = createSm4Gcm(hkdfSm3(secret, { salt, info: data, length: 16 }));
    const first = gcm.openWithNonce(
      Uint8Array.of(...prefix, 0, 0, 0, 0, 0),
      sealed.subarray(24, 2 ** 20),
    );
    const last = gcm.openWithNonce(
      Uint8Array.of(...prefix, 0, 0, 0, 1, 1),
      sealed.subarray(2 ** 20),
    );
    expect(first.length + last.length).toBe(text.length);
  });

  it('stand in key files, which open without being told of them', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'gm-keys-')), 'keys.json');
    await createKeyFile(path, [
      { name: 'pii', template: 'SM4_GCM' },
      { name: 'ids', template: 'HMAC_SM3_PRF' },
      { name: 'old', template: 'AES256_GCM' },
    ]);
    const { provider, keysets, kek } = await openKeyFile(path);
    const aead = await provider.aead('pii');
    expect(aead.open(aead.seal(data, data), data)).toEqual(data);
    expect((await provider.prf('ids')).compute(data, 32).length).toBe(32);

    const before = (await provider.aead('old')).seal(data, data);
    const rotated = keysets.map((entry) =>
      entry.purpose === 'aead' ? rotateNamedKeyset(entry, { template: 'SM4_GCM' }) : entry,
    );
    await writeKeyFile(path, rotated, kek, { overwrite: true });
    const later = await openKeyFile(path);
    expect(later.keysets.map(({ keys }) => keys.at(-1)?.template)).toEqual([
      'SM4_GCM',
      'HMAC_SM3_PRF',
      'SM4_GCM',
    ]);
    expect((await later.provider.aead('old')).open(before, data)).toEqual(data);
    const [, ids] = later.keysets;
    expect(() => rotateNamedKeyset(ids!, { template: 'SM4_GCM' })).toThrow(
      failure('ERR_ENCRYPT_TEMPLATE'),
    );
  });
});
