import { isDataSecurityError } from '@yushu/core';
import { setPrimaryKey } from '@yushu/encrypt';
import {
  addHybridKey,
  createHpkeSuite,
  createHybridDecrypt,
  createHybridEncrypt,
  generateHybridKeyset,
  hybridTemplates,
  publicKeysetOf,
} from '@yushu/encrypt/hybrid';
import { insecureWriteKeyset } from '@yushu/encrypt/insecure';
import { describe, expect, it } from 'vitest';
import { curves as noble } from '../../src/platform/curves-default.ts';
import { curves as node } from '../../src/platform/curves-node.ts';

const message = new TextEncoder().encode('hello');
const context = new TextEncoder().encode('report 7');

function opens(call: () => unknown): boolean {
  try {
    call();
    return true;
  } catch (error) {
    if (!isDataSecurityError(error, 'ERR_ENCRYPT_OPEN')) throw error;
    return false;
  }
}

describe.each(hybridTemplates)('%s', (template) => {
  it('opens what was sealed, and nothing that was changed', () => {
    const keyset = generateHybridKeyset(template);
    const sealed = createHybridEncrypt(publicKeysetOf(keyset)).seal(message, context);
    const decrypt = createHybridDecrypt(keyset);
    expect(decrypt.open(sealed, context)).toEqual(message);
    // A bit of every byte: the public-key work makes all of them slow.
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice();
      changed[at] = (changed[at] as number) ^ (1 << (at & 7));
      // The highest bit of an X25519 key is ignored by RFC 7748, but not by HPKE: it is hashed.
      expect(opens(() => decrypt.open(changed, context))).toBe(false);
    }
    for (const length of [0, 4, 5, 40, sealed.length - 1]) {
      expect(opens(() => decrypt.open(sealed.subarray(0, length), context))).toBe(false);
    }
    expect(opens(() => decrypt.open(sealed, message))).toBe(false);
    expect(insecureWriteKeyset(publicKeysetOf(keyset))).not.toContain('PRIVATE');
  });
});

describe('hybrid keysets', () => {
  it('rotate', () => {
    const first = generateHybridKeyset('DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM');
    const grown = addHybridKey(first, 'DHKEM_P256_HKDF_SHA256_HKDF_SHA256_AES_128_GCM');
    const second = setPrimaryKey(grown, grown.keys[1]?.id ?? 0);
    const sealed = [first, second].map((keyset) =>
      createHybridEncrypt(publicKeysetOf(keyset)).seal(message, context),
    );
    for (const bytes of sealed)
      expect(createHybridDecrypt(second).open(bytes, context)).toEqual(message);
    expect(opens(() => createHybridDecrypt(first).open(sealed[1] as Uint8Array, context))).toBe(
      false,
    );
    expect(() => createHybridEncrypt(first)).toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_KEY_TYPE' }),
    );
    expect(() => createHybridDecrypt(publicKeysetOf(first))).toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_KEY_TYPE' }),
    );
    expect(() => publicKeysetOf(publicKeysetOf(first))).toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_KEY_TYPE' }),
    );
  });

  it('refuse keys that are none', () => {
    const suite = createHpkeSuite({
      kem: 'DHKEM_X25519_HKDF_SHA256',
      kdf: 'HKDF_SHA256',
      aead: 'AES_128_GCM',
    });
    const { privateKey, publicKey } = suite.generateKeyPair();
    const options = { code: 'ERR_ENCRYPT_OPTIONS' };
    for (const recipientPublicKey of [new Uint8Array(32), new Uint8Array(31)]) {
      expect(() => suite.setupSender({ recipientPublicKey })).toThrow(
        expect.objectContaining(options),
      );
    }
    const psk = new Uint8Array(32);
    expect(() => suite.setupSender({ recipientPublicKey: publicKey, psk })).toThrow(
      expect.objectContaining(options),
    );
    expect(() =>
      suite.setupSender({ recipientPublicKey: publicKey, psk: psk.subarray(1), pskId: psk }),
    ).toThrow(expect.objectContaining(options));
    expect(
      opens(() =>
        suite.setupRecipient({
          recipientPrivateKey: privateKey,
          encapsulatedKey: new Uint8Array(32),
        }),
      ),
    ).toBe(false);
    expect(() => suite.deriveKeyPair(new Uint8Array(31))).toThrow(expect.objectContaining(options));
    const exporting = createHpkeSuite({
      kem: 'DHKEM_X25519_HKDF_SHA256',
      kdf: 'HKDF_SHA256',
      aead: 'EXPORT_ONLY',
    });
    const sender = exporting.setupSender({ recipientPublicKey: publicKey });
    expect(() => sender.seal(message)).toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_KEY_TYPE' }),
    );
    expect(() => sender.exportSecret(message, 255 * 32 + 1)).toThrow(
      expect.objectContaining(options),
    );
  });
});

describe('curves', () => {
  it.each(['p256', 'p384', 'p521', 'x25519', 'x448'] as const)(
    '%s is the same on both platforms',
    (curve) => {
      for (let run = 1; run <= 5; run += 1) {
        const [one, other] = [run, run + 100].map((seed) => {
          const secret = new Uint8Array(
            { p256: 32, p384: 48, p521: 66, x25519: 32, x448: 56 }[curve],
          ).fill(seed);
          secret[0] = 0;
          return secret;
        }) as [Uint8Array, Uint8Array];
        const point = node.publicKeyOf(curve, other);
        expect(noble.publicKeyOf(curve, other)).toEqual(point);
        expect(noble.sharedSecret(curve, one, point)).toEqual(node.sharedSecret(curve, one, point));
        for (const curves of [node, noble]) {
          expect(() => curves.publicKeyOf(curve, one.subarray(1))).toThrow();
          expect(() => curves.sharedSecret(curve, one, point.subarray(1))).toThrow();
          expect(() => curves.sharedSecret(curve, one, new Uint8Array(point.length))).toThrow();
        }
      }
    },
  );
});
