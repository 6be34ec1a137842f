import { createCipheriv, createDecipheriv } from 'node:crypto';
import { createInsecureAesXts } from '@yushu/encrypt/insecure';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opaque, shownBy } from '../property/opaque-error.ts';

const failure = (code: string) => expect.objectContaining({ code });
const countUp = (length: number) => Uint8Array.from({ length }, (_, i) => i);

describe('AES-XTS', () => {
  it('gives the bytes of OpenSSL, and reads them', () => {
    const cases = fc.record({
      keyLength: fc.constantFrom(32, 64),
      // Two halves that are the same are refused by both.
      start: fc.uint8Array({ minLength: 63, maxLength: 63 }),
      unit: fc.uint8Array({ minLength: 16, maxLength: 600 }),
      number: fc.bigInt(0n, 2n ** 128n - 1n),
    });
    fc.assert(
      fc.property(cases, ({ keyLength, start, unit, number }) => {
        const key = Uint8Array.of(...start.subarray(0, keyLength - 1), 0);
        key[keyLength - 1] = key[keyLength / 2 - 1]! ^ 1;
        const tweak = Buffer.from(number.toString(16).padStart(32, '0'), 'hex').reverse();
        const name = `aes-${keyLength * 4}-xts`;
        const disk = createInsecureAesXts(key);
        const sealed = disk.encryptUnit(number, unit);
        expect(sealed).toEqual(new Uint8Array(createCipheriv(name, key, tweak).update(unit)));
        expect(disk.decryptUnit(tweak, sealed)).toEqual(unit);
        expect(new Uint8Array(createDecipheriv(name, key, tweak).update(sealed))).toEqual(unit);
      }),
    );
  });

  it('takes two different AES keys only, and keeps its own copy', () => {
    for (const key of [countUp(0), countUp(31), countUp(33), countUp(40), new Uint8Array(64)]) {
      expect(() => createInsecureAesXts(key)).toThrow(failure('ERR_ENCRYPT_OPTIONS'));
    }
    const key = Buffer.from(countUp(48));
    const disk = createInsecureAesXts(key);
    const sealed = disk.encryptUnit(1, countUp(31));
    key.fill(0);
    expect(disk.decryptUnit(1, sealed)).toEqual(countUp(31));
    expect(JSON.stringify(disk)).toBe('{"algorithm":"AES-XTS"}');
  });

  it('says what is no unit and no place in the terms of this package', () => {
    const disk = createInsecureAesXts(countUp(64));
    const long = new Uint8Array(2 ** 24 + 1);
    for (const unit of [new Uint8Array(15), long]) {
      expect(() => disk.encryptUnit(0, unit)).toThrow(failure('ERR_ENCRYPT_VALUE'));
      expect(shownBy(() => disk.decryptUnit(0, unit))).toBe(opaque);
    }
    for (const tweak of [-1, 1.5, 2 ** 60, -1n, 2n ** 128n, new Uint8Array(15)]) {
      expect(() => disk.encryptUnit(tweak, countUp(16))).toThrow(failure('ERR_ENCRYPT_VALUE'));
      expect(() => disk.decryptUnit(tweak, countUp(16))).toThrow(failure('ERR_ENCRYPT_VALUE'));
    }
    expect(() => disk.encryptUnit(0, 'text' as never)).toThrow(failure('ERR_ENCRYPT_VALUE'));
  });
});
