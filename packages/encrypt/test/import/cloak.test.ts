import {
  decryptStringSync,
  encryptStringSync,
  exportKeychainSync,
  findKeyForMessage,
  generateKey,
  importKeychainSync,
  makeKeychainSync,
} from '@47ng/cloak';
import { createCloakOpener } from '@yushu/encrypt/import';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, hostile, opaque, shownBy } from './opaque-failure.ts';

describe('createCloakOpener', () => {
  it('opens what cloak seals, with any of its keys, as cloak does', () => {
    const keys = Array.from({ length: 3 }, generateKey);
    const opener = createCloakOpener({ keys });
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(text, fc.constantFrom(...keys), (plain, key) => {
        const sealed = encryptStringSync(plain, key);
        expect(opener.open(sealed)).toBe(plain);
        expect(opener.open(sealed)).toBe(decryptStringSync(sealed, key));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['', '\ufeff', '\ufeff张三', '\u0000', '🙂'.repeat(100_000)])('keeps text %#', (text) => {
    const key = generateKey();
    expect(createCloakOpener({ keys: [key] }).open(encryptStringSync(text, key))).toBe(text);
  });

  it('knows a key by both of its spellings', () => {
    const padded = generateKey();
    const bare = padded.replace(/=$/, '');
    expect(bare).not.toBe(padded);
    const master = generateKey();
    const keychain = makeKeychainSync([bare]);
    const imported = importKeychainSync(exportKeychainSync(keychain, master), master);
    const messages = [keychain, imported].map((chain) =>
      encryptStringSync('x', Object.values(chain)[0]!.key),
    );
    expect(new Set(messages.map((message) => message.split('.')[2])).size).toBe(2);
    expect(findKeyForMessage(messages[1]!, imported)).toBeDefined();
    for (const key of [padded, bare]) {
      const opener = createCloakOpener({ keys: [key] });
      expect(messages.map((message) => opener.open(message))).toEqual(['x', 'x']);
    }
  });

  it('opens texts whose padding was cut off', () => {
    const key = generateKey();
    const opener = createCloakOpener({ keys: [key] });
    for (const plain of ['', 'a', 'ab', 'abc']) {
      expect(opener.open(encryptStringSync(plain, key).replace(/=+$/, ''))).toBe(plain);
    }
  });

  it('gives the one error for every change, other keys and what is no ciphertext', () => {
    const key = generateKey();
    const opener = createCloakOpener({ keys: [key] });
    for (const plain of ['', '13800138000', 'ab']) {
      for (const changed of changesOf(encryptStringSync(plain, key))) {
        expect(
          shownBy(() => opener.open(changed)),
          changed,
        ).toBe(opaque);
      }
    }
    const other = encryptStringSync('x', generateKey());
    const renamed = other.replace(/[0-9a-f]{8}/, encryptStringSync('x', key).split('.')[2]!);
    for (const text of [other, renamed, ...hostile]) {
      expect(shownBy(() => opener.open(text as string))).toBe(opaque);
    }
  });

  it.each([[[]], [['']], [['k1.aesgcm256.secret']], [[`k1.aesgcm256.${'_'.repeat(43)}`]]])(
    'refuses keys %j without showing them',
    (keys) => {
      expect(() => createCloakOpener({ keys })).toThrow(
        expect.objectContaining({
          code: 'ERR_ENCRYPT_OPTIONS',
          message: expect.not.stringMatching(/secret|_{43}/),
        }),
      );
    },
  );
});
