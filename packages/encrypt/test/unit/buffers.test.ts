import { randomBytes } from 'node:crypto';
import type { Aead } from '@yushu/core';
import {
  createAead,
  createFieldCipher,
  generateKeyset,
  readEncryptedKeyset,
  readEncryptedKeysetBinary,
  writeEncryptedKeyset,
  writeEncryptedKeysetBinary,
} from '@yushu/encrypt';
import { insecureReadKeysetBinary, insecureWriteKeysetBinary } from '@yushu/encrypt/insecure';
import { describe, expect, it } from 'vitest';

// Buffer.slice gives a view where Uint8Array.slice gives a copy.
describe("Node's Buffers", () => {
  const inner = createAead(generateKeyset('AES256_GCM'));
  const bufferAead: Aead = {
    keyId: 'kms',
    seal: (plaintext, data) => Buffer.from(inner.seal(plaintext, data)),
    open: (sealed, data) => Buffer.from(inner.open(sealed, data)),
  };
  const data = Buffer.from('place');

  it('lend a keyset nothing that can be changed or erased afterwards', () => {
    const keyset = generateKeyset('AES256_GCM', { random: (length) => randomBytes(length) });
    const sealed = createAead(keyset).seal(data, data);
    const bytes = Buffer.from(insecureWriteKeysetBinary(keyset));
    const read = insecureReadKeysetBinary(bytes);
    bytes.fill(0);
    const opened = [
      read,
      readEncryptedKeyset(writeEncryptedKeyset(keyset, bufferAead), bufferAead),
      readEncryptedKeysetBinary(writeEncryptedKeysetBinary(keyset, bufferAead), bufferAead),
    ];
    for (const each of opened) {
      expect(createAead(each).open(sealed, data)).toEqual(Uint8Array.from(data));
    }
  });

  it('may come from an Aead of any make', () => {
    const cipher = createFieldCipher(bufferAead);
    for (const value of ['x', Uint8Array.of(1, 2, 3), Buffer.of(4, 5)]) {
      const opened = cipher.open(cipher.seal(value, {}), {});
      expect(opened).toStrictEqual(typeof value === 'string' ? value : Uint8Array.from(value));
      expect(cipher.openBytes(cipher.sealBytes(value, {}), {})).toEqual(opened);
    }
  });

  it('do not come out where bytes go in', () => {
    const sealed = createAead(generateKeyset('AES256_GCM')).seal(data, data);
    expect(Object.getPrototypeOf(sealed)).toBe(Uint8Array.prototype);
    expect(Object.getPrototypeOf(inner.open(inner.seal(data, data), data))).toBe(
      Uint8Array.prototype,
    );
  });
});
