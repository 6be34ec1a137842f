import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockModes as nobleModes } from '../../src/platform/block-modes-default.ts';
import { blockModes as nodeModes } from '../../src/platform/block-modes-node.ts';
import { platform as noble } from '../../src/platform/default.ts';
import { platform as node } from '../../src/platform/node.ts';

const bytes = (maxLength = 80) => fc.uint8Array({ maxLength });
const fixed = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const key = fc.constantFrom(16, 24, 32).chain(fixed);

describe('platforms', () => {
  it('seal and open alike with AES-GCM', () => {
    fc.assert(
      fc.property(
        key,
        fixed(12),
        bytes(),
        bytes(),
        fc.nat(),
        (secret, nonce, plaintext, data, flip) => {
          const outputs = [node, noble].map((platform) => {
            const out = new Uint8Array(plaintext.length + 20);
            platform.createAesGcm(secret).seal(nonce, plaintext, data, out, 3);
            return out.subarray(3, -1);
          });
          expect(outputs[0]).toEqual(outputs[1]);
          const sealed = outputs[0] as Uint8Array;
          const changed = sealed.slice();
          changed[flip % changed.length] = (changed[flip % changed.length] as number) ^ 1;
          for (const platform of [node, noble]) {
            const gcm = platform.createAesGcm(secret);
            expect(gcm.open(nonce, sealed, data)).toEqual(plaintext);
            expect(gcm.open(nonce, changed, data)).toBeUndefined();
          }
        },
      ),
    );
  });

  it('have the same AES-CTR, HMAC and comparison', () => {
    fc.assert(
      fc.property(
        key,
        fixed(16),
        bytes(),
        bytes(200),
        fc.constantFrom('sha1', 'sha224', 'sha256', 'sha384', 'sha512'),
        (secret, counter, data, macKey, hash) => {
          expect(node.aesCtr(secret, counter, data)).toEqual(noble.aesCtr(secret, counter, data));
          const pieces = [data, counter, secret];
          const tag = node.createHmac(hash, macKey)(...pieces);
          expect(noble.createHmac(hash, macKey)(...pieces)).toEqual(tag);
          for (const platform of [node, noble]) {
            expect(platform.equalBytes(data, data.slice())).toBe(true);
            expect(platform.equalBytes(tag, tag.subarray(1))).toBe(false);
            expect(platform.equalBytes(counter, tag.subarray(0, 16))).toBe(false);
          }
        },
      ),
    );
  });

  it('have the same modes of AES for older formats, and leave what they are given as it was', () => {
    fc.assert(
      fc.property(key, fixed(16), bytes(), bytes(5), (secret, iv, data, blocks) => {
        const sealed = nodeModes.encryptCbc(secret, iv, data);
        expect(nobleModes.encryptCbc(secret, iv, data)).toEqual(sealed);
        const whole = new Uint8Array(blocks.length * 16).fill(blocks[0] ?? 0);
        const copies = [secret, iv, data, whole, sealed].map((value) => value.slice());
        for (const modes of [nodeModes, nobleModes]) {
          expect(modes.decryptCbc(secret, iv, sealed)).toEqual(data);
          for (const decrypt of [false, true]) {
            const turned = modes.transformBlocks(secret, whole, decrypt);
            expect(turned).toEqual(nodeModes.transformBlocks(secret, whole, decrypt));
            expect(Object.getPrototypeOf(turned)).toBe(Uint8Array.prototype);
            expect(modes.transformBlocks(secret, turned, !decrypt)).toEqual(whole);
          }
        }
        expect([secret, iv, data, whole, sealed]).toEqual(copies);
        // Most of these have no padding: where one has, both must find the same.
        expect(nobleModes.decryptCbc(secret, iv, data)).toEqual(
          nodeModes.decryptCbc(secret, iv, data),
        );
        expect(nobleModes.decryptCbc(secret, iv, whole)).toEqual(
          nodeModes.decryptCbc(secret, iv, whole),
        );
      }),
    );
  });

  it('read and write the same base64url, and nothing else', () => {
    fc.assert(
      fc.property(bytes(), (value) => {
        const text = node.encodeBase64Url(value);
        expect(noble.encodeBase64Url(value)).toBe(text);
        for (const platform of [node, noble]) expect(platform.decodeBase64Url(text)).toEqual(value);
      }),
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ABz09-_+/= \né'), maxLength: 8 }),
        (text) => {
          expect(noble.decodeBase64Url(text)).toEqual(node.decodeBase64Url(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('give no Buffers', () => {
    for (const value of [
      node.aesCtr(randomBytes(16), randomBytes(16), randomBytes(3)),
      node.createHmac('sha256', randomBytes(16))(randomBytes(3)),
      node.decodeBase64Url('AAAA'),
    ]) {
      expect(Object.getPrototypeOf(value)).toBe(Uint8Array.prototype);
    }
  });
});
