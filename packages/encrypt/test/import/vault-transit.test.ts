import { createCipheriv, randomBytes } from 'node:crypto';
import { createVaultTransitOpener, type VaultTransitKeyType } from '@yushu/encrypt/import';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, hostile, opaque, shownBy } from './opaque-failure.ts';

const none = new Uint8Array(0);

/** What Vault's `SymmetricEncryptRaw` and `EncryptWithFactory` write, over node:crypto. */
function sealAsVault(
  type: VaultTransitKeyType,
  key: Uint8Array,
  version: number,
  plaintext: Uint8Array,
  data: Uint8Array,
): string {
  const algorithm = {
    'aes128-gcm96': 'aes-128-gcm',
    'aes256-gcm96': 'aes-256-gcm',
    'chacha20-poly1305': 'chacha20-poly1305',
  }[type] as 'aes-256-gcm';
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: 16 });
  cipher.setAAD(data);
  const sealed = [nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()];
  return `vault:v${version}:${Buffer.concat(sealed).toString('base64')}`;
}

const types = [
  ['aes128-gcm96', 16],
  ['aes256-gcm96', 32],
  ['chacha20-poly1305', 32],
] as const;

describe.each(types)('createVaultTransitOpener with %s', (type, length) => {
  const keys = Array.from({ length: 12 }, () => randomBytes(length));
  const exported = Object.fromEntries(keys.map((key, i) => [i + 1, key.toString('base64')]));
  const opener = createVaultTransitOpener({ keys: exported, type });

  it('opens every version, with and without associated data', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(bytes, bytes, fc.integer({ min: 1, max: 12 }), (plaintext, data, version) => {
        const key = keys[version - 1]!;
        const sealed = sealAsVault(type, key, version, plaintext, data);
        expect(opener.open(sealed, data)).toEqual(plaintext);
        const bound = data.length > 0;
        expect(shownBy(() => opener.open(sealed))).toBe(bound ? opaque : 'opened');
      }),
    );
  });

  it('gives the one error for every change and what is no ciphertext', () => {
    const data = randomBytes(5);
    for (const plaintext of ['', '13800138000', 'ab']) {
      const sealed = sealAsVault(type, keys[0]!, 1, Buffer.from(plaintext), data);
      expect(opener.openText(sealed, data)).toBe(plaintext);
      for (const changed of changesOf(sealed)) {
        expect(
          shownBy(() => opener.open(changed, data)),
          changed,
        ).toBe(opaque);
      }
      for (const other of ['v01', 'v0', 'v2', 'v13', 'v-1', 'v1.0']) {
        const renamed = sealed.replace('v1', other);
        expect(
          shownBy(() => opener.open(renamed, data)),
          other,
        ).toBe(opaque);
      }
      // Unpadded and URL-safe base64 are not what Vault writes or takes.
      if (sealed.endsWith('=')) {
        expect(shownBy(() => opener.open(sealed.replace(/=+$/, ''), data))).toBe(opaque);
      }
    }
    for (const text of hostile) {
      expect(shownBy(() => opener.open(text as string))).toBe(opaque);
    }
  });

  it('gives the one error for text that is not UTF-8', () => {
    const sealed = sealAsVault(type, keys[0]!, 1, Uint8Array.of(0xff), none);
    expect(opener.open(sealed)).toEqual(Uint8Array.of(0xff));
    expect(shownBy(() => opener.openText(sealed))).toBe(opaque);
  });

  it('refuses keys of another length without showing them', () => {
    const wrong = randomBytes(length + 8).toString('base64');
    for (const key of [wrong, '', 'secret!', 7 as unknown as string]) {
      expect(() => createVaultTransitOpener({ keys: { 1: key }, type })).toThrow(
        expect.objectContaining({
          code: 'ERR_ENCRYPT_OPTIONS',
          message: `A key is not ${length} bytes in base64`,
        }),
      );
    }
  });
});

describe('createVaultTransitOpener', () => {
  const options = expect.objectContaining({ code: 'ERR_ENCRYPT_OPTIONS' });

  it('takes AES-256 for granted', () => {
    const key = randomBytes(32);
    const sealed = sealAsVault('aes256-gcm96', key, 1, Buffer.from('张三'), none);
    const opener = createVaultTransitOpener({ keys: { 1: key.toString('base64') } });
    expect(opener.openText(sealed)).toBe('张三');
  });

  it.each(['rsa-2048', 'toString', ''])('refuses the type %j', (type) => {
    const keys = { 1: randomBytes(32).toString('base64') };
    const call = () => createVaultTransitOpener({ keys, type: type as 'aes256-gcm96' });
    expect(call).toThrow(options);
  });

  it('refuses to be made without keys', () => {
    expect(() => createVaultTransitOpener({ keys: {} })).toThrow(options);
  });
});
