import { FF1 } from '@noble/ciphers/ff1.js';
import {
  type BlockCipher,
  createAesBlockCipher,
  createFf1,
  createLegacyFf3,
} from '@yushu/encrypt/fpe';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const key = Uint8Array.from({ length: 32 }, (_, index) => index * 7);

describe('createFf1', () => {
  it('agrees with an independent implementation for any radix, length and tweak', () => {
    const cases = fc
      .record({
        radix: fc.oneof(fc.integer({ min: 2, max: 64 }), fc.integer({ min: 2, max: 65_535 })),
        extra: fc.integer({ min: 0, max: 60 }),
        tweak: fc.uint8Array({ maxLength: 40 }),
        keyLength: fc.constantFrom(16, 24, 32),
        seed: fc.integer(),
      })
      .map(({ radix, extra, tweak, keyLength, seed }) => {
        const shortest = Math.max(2, Math.ceil(Math.log(1_000_000) / Math.log(radix)) + 1);
        let state = seed >>> 0;
        const numerals = Array.from({ length: shortest + extra }, () => {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
          return state % radix;
        });
        return { radix, tweak, numerals, bytes: key.slice(0, keyLength) };
      });
    fc.assert(
      fc.property(cases, ({ radix, tweak, numerals, bytes }) => {
        const ours = createFf1({ radix, key: bytes, tweak });
        const theirs = FF1(radix, bytes, tweak);
        const encrypted = ours.encrypt(numerals);
        expect(encrypted).toEqual(theirs.encrypt(numerals));
        expect(ours.decrypt(encrypted)).toEqual(numerals);
        const column = Array.from({ length: 10 }, () => numerals);
        expect(ours.encryptColumn(column)[9]).toEqual(encrypted);
        expect(ours.decryptColumn(ours.encryptColumn(column))).toEqual(column);
      }),
      { numRuns: 300 },
    );
  });

  it('goes to the edges of what numbers hold exactly', () => {
    // Halves are numbers up to 30 decimal digits, limbs up to 176, big integers from then on and written in hexadecimal
    // from 1,234 on.
    for (const length of [
      6, 7, 12, 13, 14, 20, 21, 22, 23, 24, 29, 30, 31, 38, 39, 40, 56, 57, 58, 77, 175, 176, 177,
      1_232, 1_236,
    ]) {
      for (const numeral of [0, 9]) {
        const numerals = Array<number>(length).fill(numeral);
        expect(createFf1({ radix: 10, key }).encrypt(numerals)).toEqual(
          FF1(10, key).encrypt(numerals),
        );
      }
    }
  });

  it('agrees at every size of halves in bits, one by one and by column', () => {
    let state = 7;
    for (let length = 60; length <= 160; length += 1) {
      const values = Array.from({ length: 10 }, (_, at) =>
        Array.from({ length }, () => {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
          return at < 2 ? at : (state >>> 16) & 1;
        }),
      );
      const ours = createFf1({ radix: 2, key });
      const theirs = FF1(2, key);
      const expected = values.map((value) => theirs.encrypt(value));
      expect(values.map((value) => ours.encrypt(value))).toEqual(expected);
      expect(ours.encryptColumn(values)).toEqual(expected);
      expect(ours.decryptColumn(expected)).toEqual(values);
    }
  });

  it('enciphers a column of mixed lengths in order', () => {
    const ff1 = createFf1({ radix: 10, key });
    const values = Array.from({ length: 5_000 }, (_, index) =>
      Array.from(String(index * 7_919_777).padStart(6 + (index % 5) * 5, '3'), Number),
    );
    const column = ff1.encryptColumn(values);
    for (let index = 0; index < values.length; index += 97) {
      expect(column[index]).toEqual(ff1.encrypt(values[index]!));
    }
    expect(ff1.decryptColumn(column)).toEqual(values);
    expect(ff1.encryptColumn([])).toEqual([]);
  });

  it('does not depend on later changes of key and tweak', () => {
    const bytes = key.slice();
    const tweak = new Uint8Array([1, 2, 3]);
    const ff1 = createFf1({ radix: 10, key: bytes, tweak });
    const before = ff1.encrypt([1, 2, 3, 4, 5, 6, 7]);
    bytes.fill(0);
    tweak.fill(0);
    expect(ff1.encrypt([1, 2, 3, 4, 5, 6, 7])).toEqual(before);
    expect(ff1.encrypt([1, 2, 3, 4, 5, 6, 7, 8])).toEqual(
      createFf1({ radix: 10, key, tweak: new Uint8Array([1, 2, 3]) }).encrypt([
        1, 2, 3, 4, 5, 6, 7, 8,
      ]),
    );
  });

  it('takes another block cipher, one by one and in columns', () => {
    // AES in the byte interface only, as another cipher would come.
    const aes = (bytes: Uint8Array): BlockCipher => {
      const inner = createAesBlockCipher(bytes);
      return { encryptBlocks: (blocks) => inner.encryptBlocks(blocks) };
    };
    const value = [1, 2, 3, 4, 5, 6, 7, 8];
    const expected = createFf1({ radix: 10, key }).encrypt(value);
    const ff1 = createFf1({ radix: 10, key, blockCipher: aes });
    expect(ff1.encrypt(value)).toEqual(expected);
    expect(ff1.encryptColumn(Array(20).fill(value))[19]).toEqual(expected);
  });

  it('holds the floor of a million values on encryption, and opens old data down to a hundred', () => {
    const ff1 = createFf1({ radix: 10, key });
    const short = [1, 2, 3, 4, 5];
    expect(() => ff1.encrypt(short)).toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_FPE_DOMAIN' }),
    );
    expect(() => ff1.encryptColumn([short])).toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_FPE_DOMAIN' }),
    );
    const old = createFf1({ radix: 10, key, insecureDomainFloor: 100 }).encrypt(short);
    expect(ff1.decrypt(old)).toEqual(short);
    expect(() => ff1.decrypt([1])).toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_FPE_DOMAIN' }),
    );
    expect(() => createFf1({ radix: 10, key, insecureDomainFloor: 99 })).toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_FPE_OPTIONS' }),
    );
    expect(createFf1({ radix: 1000, key }).encrypt([1, 2])).toHaveLength(2);
    expect(() => createFf1({ radix: 999, key }).encrypt([1, 2])).toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_FPE_DOMAIN' }),
    );
  });

  it('bounds the length', () => {
    const ff1 = createFf1({ radix: 10, key });
    const longest = Array<number>(4_096).fill(5);
    expect(ff1.decrypt(ff1.encrypt(longest))).toEqual(longest);
    expect(() => ff1.encrypt([...longest, 5])).toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_FPE_LENGTH' }),
    );
    const wide = createFf1({ radix: 10, key, maxLength: 16_000 });
    expect(wide.encrypt(Array<number>(16_000).fill(5))).toHaveLength(16_000);
  });

  it.each([
    [[1, 2, 3, 4, 5, 10]],
    [[1, 2, 3, 4, 5, -1]],
    [[1, 2, 3, 4, 5, 1.5]],
    [[1, 2, 3, 4, 5, Number.NaN]],
    [['1', '2', '3', '4', '5', '6']],
  ])('refuses numerals out of range: %j', (numerals) => {
    const ff1 = createFf1({ radix: 10, key });
    for (const call of [
      () => ff1.encrypt(numerals as number[]),
      () => ff1.decrypt(numerals as number[]),
      () => ff1.encryptColumn([numerals as number[]]),
    ]) {
      expect(call).toThrow(expect.objectContaining({ code: 'ERR_ENCRYPT_FPE_FORMAT' }));
    }
  });

  it.each([
    [{ radix: 1 }, 'ERR_ENCRYPT_FPE_OPTIONS'],
    [{ radix: 65_537 }, 'ERR_ENCRYPT_FPE_OPTIONS'],
    [{ radix: 10, maxLength: 1 }, 'ERR_ENCRYPT_FPE_OPTIONS'],
    [{ radix: 10, tweak: new Uint8Array(65_537) }, 'ERR_ENCRYPT_FPE_OPTIONS'],
    [{ radix: 10, key: new Uint8Array(20) }, 'ERR_ENCRYPT_FPE_KEY'],
    [{ radix: 10, key: { keyId: 'k' } }, 'ERR_ENCRYPT_FPE_KEY'],
  ])('refuses bad options %#', (options, code) => {
    expect(() => createFf1({ key, ...options } as Parameters<typeof createFf1>[0])).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe('createLegacyFf3', () => {
  it('refuses lengths, numerals and tweaks that FF3 does not know', () => {
    const ff3 = createLegacyFf3({ radix: 10, key, tweak: new Uint8Array(7) });
    for (const numerals of [[1], Array<number>(57).fill(1)]) {
      expect(() => ff3.decrypt(numerals)).toThrow(
        expect.objectContaining({ code: 'ERR_ENCRYPT_FPE_LENGTH' }),
      );
    }
    expect(ff3.decrypt(Array<number>(56).fill(1))).toHaveLength(56);
    expect(() => ff3.decrypt([1, 2, 10])).toThrow(
      expect.objectContaining({ code: 'ERR_ENCRYPT_FPE_FORMAT' }),
    );
    for (const options of [
      { radix: 10, tweak: new Uint8Array(6) },
      { radix: 1, tweak: new Uint8Array(7) },
    ]) {
      expect(() => createLegacyFf3({ key, ...options })).toThrow(
        expect.objectContaining({ code: 'ERR_ENCRYPT_FPE_OPTIONS' }),
      );
    }
  });
});
