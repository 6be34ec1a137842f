import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { generateKeyset, readEncryptedKeyset, writeEncryptedKeyset } from '@yushu/encrypt';
import { createPasswordAead } from '@yushu/encrypt/derivation';
import { describe, expect, it } from 'vitest';

const failure = (code: string) => expect.objectContaining({ code });
const salt = new Uint8Array(16).fill(7);
const options = { salt, iterations: 100_000 };
const data = new TextEncoder().encode('place');

describe('encryption under a password', () => {
  it.each([
    ['SHA-256', 'sha256'],
    ['SHA-512', 'sha512'],
  ] as const)('is AES-256-GCM under PBKDF2 with %s', async (hash, name) => {
    const aead = await createPasswordAead('密码', { ...options, hash });
    const sealed = aead.seal(data, data);
    const key = pbkdf2Sync('密码', salt, 100_000, 32, name);
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
    decipher.setAAD(data).setAuthTag(sealed.subarray(-16));
    const opened = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    expect(opened.equals(data)).toBe(true);
  });

  it('opens a keyset by the same password only, however it was typed', async () => {
    const keyset = generateKeyset('AES256_GCM');
    const text = writeEncryptedKeyset(keyset, await createPasswordAead('caf\u00e9', options));
    const again = readEncryptedKeyset(text, await createPasswordAead('cafe\u0301', options));
    expect(again.primaryId).toBe(keyset.primaryId);
    for (const other of [
      await createPasswordAead('cafe', options),
      await createPasswordAead('caf\u00e9', { ...options, salt: new Uint8Array(16) }),
      await createPasswordAead('caf\u00e9', { ...options, iterations: 100_001 }),
    ]) {
      expect(() => readEncryptedKeyset(text, other)).toThrow(failure('ERR_ENCRYPT_OPEN'));
    }
  });

  it('refuses what would make it weak, or never end', async () => {
    for (const [password, wrong] of [
      ['', options],
      ['p', { salt: new Uint8Array(15) }],
      ['p', { salt, iterations: 99_999 }],
      ['p', { salt, iterations: 10_000_001 }],
      ['p', { salt, iterations: 100_000.5 }],
    ] as const) {
      await expect(createPasswordAead(password, wrong)).rejects.toThrow(
        failure('ERR_ENCRYPT_OPTIONS'),
      );
    }
  });
});
