import { createCipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { systemRandom } from '@yushu/core';
import { createInsecureSm4Ecb } from '@yushu/gm/insecure';
import { createHmacSm3, createSm3, hkdfSm3, kdfSm3, sm3 } from '@yushu/gm/sm3';
import { createSm4Cbc, createSm4Ctr, createSm4Gcm } from '@yushu/gm/sm4';
import { sm3 as oldSm3, sm4 as oldSm4 } from 'sm-crypto';
import { hkdf, kdf, sm3 as newSm3, sm4 as newSm4 } from 'sm-crypto-v2';
import { describe, expect, it } from 'vitest';
import { hashPlatform as nodeHash } from '../../src/platform/node/sm3.ts';
import { chainPlatform as nodeChain } from '../../src/platform/node/sm4.ts';
import { hashPlatform as pureHash } from '../../src/platform/pure/sm3.ts';
import { chainPlatform as pureChain } from '../../src/platform/pure/sm4.ts';
import { expandSm4Key } from '../../src/sm4/sm4-schedule.ts';
import { readCounter, xorKeystream } from '../../src/sm4/xor-keystream.ts';
import { toHex } from '../ledger/read-vectors.ts';

/** Every length about the borders of blocks and of what OpenSSL is called for. */
const lengths = [
  ...Array.from({ length: 200 }, (_, length) => length),
  ...[255, 256, 257, 1023, 1024, 1025, 2047, 2048, 2049, 2064, 4096, 5000, 65_537],
];

/** The full mode is that of the round trips in `sm-crypto.test.ts`. */
const isFull = Number(process.env['YUSHU_GM_ROUND_TRIPS'] ?? 0) > 0;

describe('SM3', () => {
  it('is that of OpenSSL, sm-crypto and sm-crypto-v2 at every length', () => {
    for (const length of lengths) {
      const message = systemRandom(length);
      const expected = createHash('sm3').update(message).digest('hex');
      expect(toHex(sm3(message)), `${length}`).toBe(expected);
      expect(toHex(pureHash.hash(message)), `${length}`).toBe(expected);
      expect(toHex(nodeHash.hash(message)), `${length}`).toBe(expected);
      if (length === 0 || length > 5000) continue;
      expect(oldSm3(message), `${length}`).toBe(expected);
      expect(newSm3(message), `${length}`).toBe(expected);
    }
  });

  it('gives the same in parts, cut anywhere', () => {
    const message = systemRandom(300);
    const expected = toHex(sm3(message));
    for (let cut = 0; cut <= 300; cut++) {
      const whole = createSm3().update(message.subarray(0, cut)).update(message.subarray(cut));
      expect(toHex(whole.digest())).toBe(expected);
      const engine = pureHash.createHash();
      engine.update(message.subarray(0, cut));
      engine.update(message.subarray(cut, cut + 7));
      engine.update(message.subarray(cut + 7));
      expect(toHex(engine.digest())).toBe(expected);
    }
  });

  it.runIf(isFull)('counts bits beyond 32 of them (full mode only: 600 MiB)', () => {
    // 600 MiB are more than 2^32 bits: the second word of the length is not zero.
    const engine = pureHash.createHash();
    const hash = createHash('sm3');
    const chunk = new Uint8Array(30 * 2 ** 20);
    for (let i = 0; i < 20; i++) {
      engine.update(chunk);
      hash.update(chunk);
    }
    expect(toHex(engine.digest())).toBe(hash.digest('hex'));
  });
});

describe('HMAC, HKDF and KDF', () => {
  it('computes the HMAC of OpenSSL for keys and messages of every length', () => {
    for (const length of lengths) {
      const key = systemRandom(length % 150);
      const message = systemRandom(length);
      const mac = createHmacSm3(key);
      const expected = createHmac('sm3', key).update(message).digest('hex');
      expect(toHex(mac.compute(message)), `${length}`).toBe(expected);
      const inParts = mac.begin().update(message.subarray(0, length >> 1));
      expect(toHex(inParts.update(message.subarray(length >> 1)).digest())).toBe(expected);
    }
  });

  it('derives the keys of OpenSSL and sm-crypto-v2', () => {
    for (let length = 1; length < 200; length++) {
      const secret = systemRandom(1 + (length % 64));
      const salt = systemRandom(length % 80);
      const info = systemRandom(length % 33);
      const derived = toHex(hkdfSm3(secret, { length, salt, info }));
      expect(derived).toBe(
        Buffer.from(hkdfSync('sm3', secret, salt, info, length)).toString('hex'),
      );
      expect(derived).toBe(toHex(hkdf(secret, salt, info, length)));
      expect(toHex(kdfSm3(secret, length))).toBe(toHex(kdf(secret, length)));
    }
    const secret = systemRandom(32);
    expect(hkdfSm3(secret, { length: 8160 })).toHaveLength(8160);
    expect(toHex(hkdfSm3(secret, { length: 40 }))).toBe(
      Buffer.from(hkdfSync('sm3', secret, '', '', 40)).toString('hex'),
    );
  });
});

describe('SM4', () => {
  it('encrypts in CBC, CTR and ECB as OpenSSL, sm-crypto and sm-crypto-v2', () => {
    for (const length of lengths) {
      const key = systemRandom(16);
      const iv = systemRandom(16);
      const message = systemRandom(length);
      const native = (mode: 'cbc' | 'ctr' | 'ecb') => {
        const cipher = createCipheriv(`sm4-${mode}`, key, mode === 'ecb' ? null : iv);
        return Buffer.concat([cipher.update(message), cipher.final()]).toString('hex');
      };
      const cbc = toHex(createSm4Cbc(key).encryptWithIv(iv, message));
      expect(cbc).toBe(native('cbc'));
      expect(toHex(createSm4Ctr(key).encryptWithIv(iv, message))).toBe(native('ctr'));
      expect(toHex(createInsecureSm4Ecb(key).encrypt(message))).toBe(native('ecb'));
      if (length > 5000) continue;
      const options = { mode: 'cbc', iv: toHex(iv) } as const;
      expect(cbc).toBe(oldSm4.encrypt(message, toHex(key), options));
      expect(cbc).toBe(newSm4.encrypt(message, toHex(key), options));
    }
  });

  it('seals in GCM as sm-crypto-v2', () => {
    for (const length of lengths.filter((one) => one > 0 && one <= 5000)) {
      const key = systemRandom(16);
      const nonce = systemRandom(12);
      const associatedData = systemRandom(length % 70);
      const message = systemRandom(length);
      const sealed = createSm4Gcm(key).sealWithNonce(nonce, message, associatedData);
      const { output, tag } = newSm4.encrypt(message, key, {
        mode: 'gcm',
        output: 'array',
        iv: nonce,
        associatedData,
        outputTag: true,
      });
      expect(toHex(sealed), `${length}`).toBe(toHex(output) + toHex(tag!));
    }
  });

  it('chains the same in both twins', () => {
    for (const length of lengths) {
      const schedule = expandSm4Key(systemRandom(16));
      const iv = systemRandom(16);
      const blocks = systemRandom(length - (length % 16));
      const chained = pureChain.chainBlocks(schedule, iv, blocks);
      expect(toHex(nodeChain.chainBlocks(schedule, iv, blocks))).toBe(toHex(chained));
      expect(toHex(pureChain.unchainBlocks(schedule, iv, chained))).toBe(toHex(blocks));
      expect(toHex(nodeChain.unchainBlocks(schedule, iv, chained))).toBe(toHex(blocks));
    }
  });

  it('counts as OpenSSL over the end of every word, and wraps where the mode says so', () => {
    for (let ones = 0; ones <= 16; ones++) {
      const key = systemRandom(16);
      const iv = systemRandom(16).fill(0xff, 16 - ones);
      const text = systemRandom(100);
      const native = createCipheriv('sm4-ctr', key, iv).update(text).toString('hex');
      expect(toHex(createSm4Ctr(key).encryptWithIv(iv, text))).toBe(native);
      // The modes that count in one word only: every block against a block of its own.
      const ecb = createInsecureSm4Ecb(key, { padding: 'none' });
      for (const kind of ['first-word', 'last-word'] as const) {
        const start = kind === 'last-word' ? iv : iv.toReversed();
        const stream = xorKeystream(
          expandSm4Key(key),
          readCounter(start),
          new Uint8Array(100),
          kind,
        );
        const view = new DataView(start.buffer);
        for (let offset = 0; offset < 100; offset += 16) {
          const part = stream.subarray(offset, offset + 16);
          expect(toHex(part)).toBe(toHex(ecb.encrypt(start).subarray(0, part.length)));
          const at = kind === 'last-word' ? 12 : 0;
          view.setUint32(at, view.getUint32(at, at === 0) + 1, at === 0);
        }
      }
    }
  });

  it('does not care where in a buffer its input stands', () => {
    const cipher = createSm4Gcm(systemRandom(16));
    const buffer = systemRandom(3100);
    for (let offset = 0; offset < 20; offset++) {
      const part = buffer.subarray(offset, offset + 3000);
      const nonce = buffer.subarray(offset + 5, offset + 17);
      const sealed = cipher.sealWithNonce(nonce, part, part);
      expect(toHex(sealed)).toBe(
        toHex(cipher.sealWithNonce(nonce.slice(), part.slice(), part.slice())),
      );
    }
  });
});
