import { createCipheriv, createDecipheriv } from 'node:crypto';
import { createKeyWrap } from '@yushu/encrypt/kms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opaque, shownBy } from '../property/opaque-error.ts';

const failure = (code: string) => expect.objectContaining({ code });
const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength });
const keks = fc.constantFrom(16, 24, 32).chain((length) => bytes(length, length));
/** The initial values of RFC 3394 section 2.2.3 and RFC 5649 section 3. */
const names = { plain: ['wrap', 'a6a6a6a6a6a6a6a6'], padded: ['wrap-pad', 'a65959a6'] } as const;

describe('key wrap', () => {
  it('gives the bytes of OpenSSL, and opens them', () => {
    const cases = fc.record({ kek: keks, units: bytes(2, 12), odd: bytes(1, 200) });
    fc.assert(
      fc.property(cases, ({ kek, units, odd }) => {
        for (const form of ['plain', 'padded'] as const) {
          const key = form === 'plain' ? Buffer.alloc(units.length * 8, units) : odd;
          const [mode, iv] = names[form];
          const name = `id-aes${kek.length * 8}-${mode}`;
          const cipher = createCipheriv(name, kek, Buffer.from(iv, 'hex'));
          const expected = Buffer.concat([cipher.update(key), cipher.final()]);
          const wrap = createKeyWrap(kek, { form });
          expect(Buffer.from(wrap.wrap(key)).equals(expected)).toBe(true);
          expect(Buffer.from(wrap.unwrap(expected)).equals(key)).toBe(true);
          const decipher = createDecipheriv(name, kek, Buffer.from(iv, 'hex'));
          const back = Buffer.concat([decipher.update(wrap.wrap(key)), decipher.final()]);
          expect(back.equals(key)).toBe(true);
        }
      }),
    );
  });

  it.each(['plain', 'padded'] as const)('%s: every one-bit change gives the one error', (form) => {
    const wrap = createKeyWrap(new Uint8Array(32).fill(3), { form });
    const wrapped = wrap.wrap(new Uint8Array(24).fill(5));
    for (let bit = 0; bit < wrapped.length * 8; bit += 1) {
      const changed = wrapped.slice();
      changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7));
      expect(shownBy(() => wrap.unwrap(changed))).toBe(opaque);
    }
    for (let length = 0; length < wrapped.length; length += 1) {
      expect(shownBy(() => wrap.unwrap(wrapped.subarray(0, length)))).toBe(opaque);
    }
    expect(shownBy(() => wrap.unwrap(new Uint8Array(2 ** 20)))).toBe(opaque);
    const other = createKeyWrap(new Uint8Array(32).fill(4), { form });
    expect(shownBy(() => other.unwrap(wrapped))).toBe(opaque);
  });

  it('refuses what is no key, and keeps its own copy of the KEK', () => {
    for (const length of [0, 15, 31, 64]) {
      expect(() => createKeyWrap(new Uint8Array(length))).toThrow(failure('ERR_ENCRYPT_OPTIONS'));
    }
    const kek = new Uint8Array(16).fill(1);
    expect(() => createKeyWrap(kek, { form: 'other' as never })).toThrow(
      failure('ERR_ENCRYPT_OPTIONS'),
    );
    const wrap = createKeyWrap(kek, { form: 'plain' });
    const wrapped = wrap.wrap(new Uint8Array(16));
    kek.fill(0);
    expect(wrap.unwrap(wrapped)).toEqual(new Uint8Array(16));
    for (const length of [0, 8, 17, 2 ** 16 + 8]) {
      expect(() => wrap.wrap(new Uint8Array(length))).toThrow(failure('ERR_ENCRYPT_VALUE'));
    }
    for (const length of [0, 2 ** 16 + 1]) {
      expect(() => createKeyWrap(wrapped.subarray(0, 16)).wrap(new Uint8Array(length))).toThrow(
        failure('ERR_ENCRYPT_VALUE'),
      );
    }
  });
});
