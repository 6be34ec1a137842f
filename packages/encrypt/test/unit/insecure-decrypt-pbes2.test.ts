import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { insecureDecryptPbes2 } from '@yushu/encrypt/insecure';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { opaque, shownByAsync } from '../property/opaque-error.ts';

const failure = (code: string) => expect.objectContaining({ code });

/** The OCTET STRINGs and INTEGERs of a DER document, in their order. */
function leavesOf(der: Buffer): { readonly tag: number; readonly bytes: Buffer }[] {
  const leaves = [];
  for (let at = 0; at < der.length; ) {
    const tag = der[at]!;
    const first = der[at + 1]!;
    const extra = first < 128 ? 0 : first & 127;
    const length = extra === 0 ? first : der.readUIntBE(at + 2, extra);
    const start = at + 2 + extra;
    const bytes = der.subarray(start, start + length);
    if (tag === 0x30) leaves.push(...leavesOf(bytes));
    else if (tag === 0x04 || tag === 0x02) leaves.push({ tag, bytes });
    at = start + length;
  }
  return leaves;
}

/** A private key as node:crypto writes it under a password, and what PBES2 needs of it. */
function encryptedKey(password: string) {
  const { privateKey } = generateKeyPairSync('ed25519');
  const format = { type: 'pkcs8', format: 'der' } as const;
  const der = privateKey.export({ ...format, cipher: 'aes-256-cbc', passphrase: password });
  expect(createPrivateKey({ ...format, key: der, passphrase: password }).equals(privateKey)).toBe(
    true,
  );
  const leaves = leavesOf(der);
  const [salt, iv, ciphertext] = leaves.filter(({ tag }) => tag === 4).map(({ bytes }) => bytes);
  const [count] = leaves.filter(({ tag }) => tag === 2).map(({ bytes }) => bytes);
  const iterations = count!.readUIntBE(0, count!.length);
  return {
    plain: new Uint8Array(privateKey.export(format)),
    ciphertext: ciphertext!,
    parameters: { salt: salt!, iterations, iv: iv! },
  };
}

describe('PBES2', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('opens what OpenSSL has put under a password, of text or of bytes', async () => {
    for (const password of ['correct horse battery staple', '密码', '']) {
      const { plain, ciphertext, parameters } = encryptedKey(password);
      for (const given of [password, new TextEncoder().encode(password)]) {
        expect(await insecureDecryptPbes2(ciphertext, given, parameters)).toEqual(plain);
      }
    }
  });

  it('gives the one error for whatever is wrong with the padding', async () => {
    const parameters = { salt: new Uint8Array(8), iterations: 1, iv: new Uint8Array(16) };
    for (const length of [0, 1, 15, 16, 17, 4096]) {
      const shown = await shownByAsync(() =>
        insecureDecryptPbes2(new Uint8Array(length), 'secret', parameters),
      );
      expect(shown).toBe(opaque);
    }
  });

  it('refuses parameters that are none', async () => {
    const good = { salt: new Uint8Array(8), iterations: 1, iv: new Uint8Array(16) };
    for (const change of [
      { iterations: 0 },
      { iterations: 1.5 },
      { iterations: 10_000_001 },
      { iv: new Uint8Array(15) },
    ]) {
      await expect(
        insecureDecryptPbes2(new Uint8Array(16), 'secret', { ...good, ...change }),
      ).rejects.toThrow(failure('ERR_ENCRYPT_OPTIONS'));
    }
  });

  it('says what is missing in a page without WebCrypto', async () => {
    vi.stubGlobal('crypto', {});
    const parameters = { salt: new Uint8Array(8), iterations: 1, iv: new Uint8Array(16) };
    await expect(insecureDecryptPbes2(new Uint8Array(16), 'secret', parameters)).rejects.toThrow(
      failure('ERR_ENCRYPT_OPTIONS'),
    );
  });
});
