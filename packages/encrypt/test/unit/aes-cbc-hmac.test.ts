import { createCipheriv, createHmac } from 'node:crypto';
import { type AesCbcHmacAlgorithm, createAesCbcHmac } from '@yushu/encrypt/jose';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opaque, shownBy } from '../property/opaque-error.ts';
import { hex, toHex } from '../vectors/read-vectors.ts';

const failure = (code: string) => expect.objectContaining({ code });
const text = (value: string) => new TextEncoder().encode(value);
const keyBytes = { 'A128CBC-HS256': 32, 'A192CBC-HS384': 48, 'A256CBC-HS512': 64 } as const;
const algorithms = Object.keys(keyBytes) as AesCbcHmacAlgorithm[];
const countUp = (length: number) => Uint8Array.from({ length }, (_, i) => i);

describe('AES-CBC with HMAC', () => {
  // RFC 7518 appendices B.1 to B.3.
  it.each([
    ['A128CBC-HS256', '652c3fa36b0a7c5b3219fab3a30bc1c4'],
    ['A192CBC-HS384', '8490ac0e58949bfe51875d733f93ac2075168039ccc733d7'],
    ['A256CBC-HS512', '4dd3b4c088a7f45c216839645b2012bf2e6269a8c56a816dbc1b267761955bc5'],
  ] as const)('%s gives the tag of the standard', (algorithm, tag) => {
    const iv = hex('1af38c2dc2b96ffdd86694092341bc04');
    const random = () => iv;
    const cipher = createAesCbcHmac(algorithm, countUp(keyBytes[algorithm]), { random });
    const plaintext = text(
      'A cipher system must not be required to be secret, and it must be able to fall into the hands of the enemy without inconvenience',
    );
    const data = text('The second principle of Auguste Kerckhoffs');
    const sealed = cipher.seal(plaintext, data);
    expect(toHex(sealed.tag)).toBe(tag);
    expect(cipher.open(sealed, data)).toEqual(plaintext);
  });

  it('gives what AES-CBC and HMAC of node:crypto give, joined by the rule', () => {
    const cases = fc.record({
      algorithm: fc.constantFrom(...algorithms),
      material: fc.uint8Array({ minLength: 64, maxLength: 64 }),
      plaintext: fc.uint8Array({ maxLength: 100 }),
      data: fc.uint8Array({ maxLength: 100 }),
    });
    fc.assert(
      fc.property(cases, ({ algorithm, material, plaintext, data }) => {
        const key = material.subarray(0, keyBytes[algorithm]);
        const half = key.length / 2;
        const cipher = createAesCbcHmac(algorithm, key);
        const { iv, ciphertext, tag } = cipher.seal(plaintext, data);
        const aes = createCipheriv(`aes-${half * 8}-cbc`, key.subarray(half), iv);
        expect(toHex(ciphertext)).toBe(aes.update(plaintext, undefined, 'hex') + aes.final('hex'));
        const bits = Buffer.alloc(8);
        bits.writeUInt32BE(data.length * 8, 4);
        const mac = createHmac(`sha${half * 16}`, key.subarray(0, half));
        for (const piece of [data, iv, ciphertext, bits]) mac.update(piece);
        expect(toHex(tag)).toBe(mac.digest('hex').slice(0, 2 * half));
        expect(cipher.open({ iv, ciphertext, tag }, data)).toEqual(plaintext);
      }),
    );
  });

  it.each(algorithms)('%s: every one-bit change gives the one error', (algorithm) => {
    const cipher = createAesCbcHmac(algorithm, countUp(keyBytes[algorithm]));
    const data = text('eyJhbGciOiJkaXIifQ');
    const sealed = cipher.seal(text('13800138000, 13800138001'), data);
    const parts = { ...sealed, data };
    for (const name of ['iv', 'ciphertext', 'tag', 'data'] as const) {
      const part = parts[name];
      const shown = (changed: Uint8Array) => {
        const { data: other, ...rest } = { ...parts, [name]: changed };
        return shownBy(() => cipher.open(rest, other));
      };
      expect(shown(part.slice())).toBe('opened');
      for (let bit = 0; bit < part.length * 8; bit += 1) {
        const changed = part.slice();
        changed[bit >> 3] = changed[bit >> 3]! ^ (1 << (bit & 7));
        expect(shown(changed)).toBe(opaque);
      }
      for (let length = 0; length < part.length; length += 1) {
        expect(shown(part.subarray(0, length))).toBe(opaque);
      }
      expect(shown(Uint8Array.of(...part, 0))).toBe(opaque);
    }
  });

  it('gives the one error where the tag is right and the rest is none', () => {
    // Whoever has the key can make these; they must not look different either.
    const key = countUp(64);
    const cipher = createAesCbcHmac('A256CBC-HS512', key);
    const forge = (iv: Uint8Array, ciphertext: Uint8Array) => {
      const mac = createHmac('sha512', key.subarray(0, 32)).update(iv).update(ciphertext);
      const tag = mac.update(new Uint8Array(8)).digest().subarray(0, 32);
      return shownBy(() => cipher.open({ iv, ciphertext, tag }, new Uint8Array(0)));
    };
    expect(forge(new Uint8Array(16), new Uint8Array(0))).toBe(opaque);
    expect(forge(new Uint8Array(16), new Uint8Array(15))).toBe(opaque);
    expect(forge(new Uint8Array(16), new Uint8Array(16))).toBe(opaque);
    expect(forge(new Uint8Array(15), new Uint8Array(16))).toBe(opaque);
  });

  it('takes a key of its algorithm only, and keeps its own copy', () => {
    for (const algorithm of algorithms) {
      for (const length of [0, 16, 31, 40, 65]) {
        expect(() => createAesCbcHmac(algorithm, new Uint8Array(length))).toThrow(
          failure('ERR_ENCRYPT_OPTIONS'),
        );
      }
    }
    expect(() => createAesCbcHmac('toString' as never, countUp(64))).toThrow(
      failure('ERR_ENCRYPT_OPTIONS'),
    );
    const key = Buffer.from(countUp(32));
    const cipher = createAesCbcHmac('A128CBC-HS256', key);
    const sealed = cipher.seal(text('1'), text('2'));
    key.fill(0);
    expect(cipher.open(sealed, text('2'))).toEqual(text('1'));
    expect(JSON.stringify(cipher)).toBe('{"algorithm":"A128CBC-HS256"}');
  });
});
