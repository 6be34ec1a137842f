import { createCipherSweetOpener } from '@yushu/encrypt/import';
import { describe, expect, it } from 'vitest';
import { hex, toHex } from '../vectors/read-vectors.ts';
import { javaScriptCases, knownAnswers } from './cipher-sweet-cases.ts';
import { changesOf, hostile, opaque, shownBy } from './opaque-failure.ts';

const backends = ['BoringCrypto', 'ModernCrypto', 'FIPSCrypto'] as const;

describe.each(backends)('createCipherSweetOpener with %s', (backend) => {
  const known = knownAnswers().filter((one) => one.backend === backend);
  const messages = javaScriptCases().filter((one) => one.backend === backend);

  it('opens the known answers, with their types', () => {
    expect(
      known
        .map(({ type }) => type)
        .sort()
        .join(),
    ).toBe('bool,bool,float,float,int,int,string,string');
    for (const { key, table, column, type, plaintext, ciphertext } of known) {
      for (const form of [key, key.toUpperCase(), hex(key), Buffer.from(hex(key))]) {
        const opener = createCipherSweetOpener({ backend, keys: [form] });
        expect(opener.open(ciphertext, { table, column, type })).toBe(plaintext);
      }
    }
  });

  it('opens messages of ciphersweet-js, with associated data', () => {
    expect(messages).toHaveLength(6);
    for (const { key, table, column, aad, plaintext, ciphertext } of messages) {
      const opener = createCipherSweetOpener({ backend, keys: ['00'.repeat(32), key] });
      const field = { table, column, type: 'bytes', associatedData: aad } as const;
      expect(toHex(opener.open(ciphertext, field))).toBe(plaintext);
      expect(opener.open(ciphertext, { ...field, type: 'string' })).toBe(
        Buffer.from(plaintext, 'hex').toString(),
      );
      for (const other of [
        { ...field, table: `${table}x` },
        { ...field, column: `${column}x` },
        { ...field, associatedData: `${aad}x` },
        { ...field, associatedData: new TextEncoder().encode(`${aad}0`) },
      ]) {
        expect(shownBy(() => opener.open(ciphertext, other))).toBe(opaque);
      }
    }
  });

  it('gives the one error for every change and what is no ciphertext', () => {
    const { key, table, column, type, ciphertext } = known[0]!;
    const opener = createCipherSweetOpener({ backend, keys: [key] });
    const field = { table, column, type };
    for (const changed of changesOf(ciphertext)) {
      expect(
        shownBy(() => opener.open(changed, field)),
        changed,
      ).toBe(opaque);
    }
    const others = knownAnswers().filter((one) => one.backend !== backend);
    for (const text of [...others.map((one) => one.ciphertext), ...hostile]) {
      expect(shownBy(() => opener.open(text as string, field))).toBe(opaque);
    }
    const stranger = createCipherSweetOpener({ backend, keys: ['00'.repeat(32)] });
    expect(shownBy(() => stranger.open(ciphertext, field))).toBe(opaque);
  });

  it('gives the one error for a value of another type', () => {
    for (const { key, table, column, type, ciphertext } of known) {
      const opener = createCipherSweetOpener({ backend, keys: [key] });
      // Integers and floats both have eight bytes: these cannot be told apart.
      const others = (['int', 'float', 'bool'] as const).filter(
        (other) => (other === 'bool') !== (type === 'bool') || type === 'string',
      );
      for (const other of others) {
        const call = () => opener.open(ciphertext, { table, column, type: other });
        expect(shownBy(call)).toBe(opaque);
      }
    }
  });

  it('opens more columns than it keeps keys for', () => {
    const { key, table, column, type, plaintext, ciphertext } = known[0]!;
    const opener = createCipherSweetOpener({ backend, keys: [key] });
    for (let i = 0; i < 1005; i += 1) {
      const elsewhere = { table, column: `c${i}`, type };
      expect(shownBy(() => opener.open(ciphertext, elsewhere))).toBe(opaque);
    }
    expect(opener.open(ciphertext, { table, column, type })).toBe(plaintext);
  });
});

describe('createCipherSweetOpener', () => {
  it.each([
    ['BoringCrypto', []],
    ['BoringCrypto', ['secret']],
    ['BoringCrypto', [new Uint8Array(31)]],
    ['BoringCrypto', [undefined]],
    ['toString', ['00'.repeat(32)]],
  ])('refuses %s with keys %#', (backend, keys) => {
    const call = () =>
      createCipherSweetOpener({ backend: backend as 'BoringCrypto', keys: keys as string[] });
    expect(call).toThrow(
      expect.objectContaining({
        code: 'ERR_ENCRYPT_OPTIONS',
        message: expect.not.stringMatching(/secret/),
      }),
    );
  });
});
