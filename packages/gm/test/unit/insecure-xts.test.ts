import { createCipheriv } from 'node:crypto';
import { createInsecureXts } from '@yushu/gm/insecure';
import { createSm4Xts } from '@yushu/gm/sm4';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe('XTS over a cipher that is given', () => {
  it('over OpenSSL’s SM4 gives the bytes of SM4-XTS, in both orders of bits', () => {
    const cases = fc.record({
      key: bytes(32),
      unit: fc.uint8Array({ minLength: 16, maxLength: 100 }),
      tweak: fc.nat(),
    });
    fc.assert(
      fc.property(cases, ({ key, unit, tweak }) => {
        const ecb = (half: Uint8Array, blocks: Uint8Array) => {
          const cipher = createCipheriv('sm4-ecb', half, null).setAutoPadding(false);
          return new Uint8Array(cipher.update(blocks));
        };
        const cipher = {
          transformBlocks: (blocks: Uint8Array) => ecb(key.subarray(0, 16), blocks),
          encryptTweak: (block: Uint8Array) => ecb(key.subarray(16), block),
        };
        for (const standard of ['GB/T 17964-2021', 'IEEE 1619'] as const) {
          const sealed = createInsecureXts(cipher, { standard }).encryptUnit(tweak, unit);
          const sm4 = createSm4Xts(key, { standard });
          expect(sealed).toEqual(sm4.encryptUnit(tweak, unit));
          expect(sm4.decryptUnit(tweak, sealed)).toEqual(unit);
        }
        expect(createInsecureXts(cipher).standard).toBe('IEEE 1619');
      }),
    );
  });

  it('refuses an unknown standard', () => {
    const same = (blocks: Uint8Array) => blocks.slice();
    const cipher = { transformBlocks: same, encryptTweak: same };
    expect(() => createInsecureXts(cipher, { standard: 'NIST' as never })).toThrow(
      expect.objectContaining({ code: 'ERR_GM_INPUT' }),
    );
  });
});
