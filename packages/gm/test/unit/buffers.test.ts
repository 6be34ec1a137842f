import { createInsecureSm4Ecb } from '@yushu/gm/insecure';
import {
  decryptSm2,
  encryptSm2,
  exportSm2PrivateKey,
  exportSm2PublicKey,
  generateSm2KeyPair,
  importSm2PrivateKey,
  importSm2PublicKey,
  signSm2,
  verifySm2,
} from '@yushu/gm/sm2';
import { hkdfSm3, hmacSm3, kdfSm3, sm3 } from '@yushu/gm/sm3';
import {
  createSm4Cbc,
  createSm4Ccm,
  createSm4Ctr,
  createSm4Gcm,
  createSm4GcmSiv,
  createSm4Xts,
} from '@yushu/gm/sm4';
import { describe, expect, it } from 'vitest';

/**
 * What Node programs give are Buffers, and theirs is another `slice`: it copies nothing. Small ones also lie in the middle of a
 * pool, so that `buffer` without an offset is another's memory.
 */
function pooled(bytes: Uint8Array): Buffer {
  const pool = Buffer.alloc(bytes.length + 64, 0xa5);
  pool.set(bytes, 24);
  return pool.subarray(24, 24 + bytes.length);
}

const bytesOf = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, index) => (index * 31 + seed) & 0xff);

const key = bytesOf(16, 1);
const longKey = bytesOf(32, 2);
const data = bytesOf(70, 3);
const blocks = bytesOf(64, 4);
const iv = bytesOf(16, 5);
const nonce = bytesOf(12, 6);

type Give = (bytes: Uint8Array) => Uint8Array;

/** Each function with all its arguments given by `give`; what it returns must not depend on the kind of bytes. */
const calls: readonly [string, (give: Give) => unknown][] = [
  ['sm3', (give) => sm3(give(data))],
  ['hmacSm3', (give) => hmacSm3(give(key), give(data))],
  ['kdfSm3', (give) => kdfSm3(give(data), 40)],
  ['hkdfSm3', (give) => hkdfSm3(give(key), { length: 40, salt: give(iv), info: give(data) })],
  ['SM4-ECB', (give) => createInsecureSm4Ecb(give(key)).encrypt(give(data))],
  [
    'SM4-ECB without padding',
    (give) => createInsecureSm4Ecb(give(key), { padding: 'none' }).encrypt(give(blocks)),
  ],
  ['SM4-CBC', (give) => createSm4Cbc(give(key), { random: () => give(iv) }).encrypt(give(data))],
  ['SM4-CTR', (give) => createSm4Ctr(give(key), { random: () => give(iv) }).encrypt(give(data))],
  [
    'SM4-GCM',
    (give) => createSm4Gcm(give(key), { random: () => give(nonce) }).seal(give(data), give(blocks)),
  ],
  [
    'SM4-CCM',
    (give) => createSm4Ccm(give(key), { random: () => give(nonce) }).seal(give(data), give(blocks)),
  ],
  [
    'SM4-GCM-SIV',
    (give) =>
      createSm4GcmSiv(give(key), { random: () => give(nonce) }).seal(give(data), give(blocks)),
  ],
  ['SM4-XTS', (give) => createSm4Xts(give(longKey)).encryptUnit(7, give(data))],
  ['SM4-XTS of whole blocks', (give) => createSm4Xts(give(longKey)).encryptUnit(7, give(blocks))],
  ['SM4-XTS back', (give) => createSm4Xts(give(longKey)).decryptUnit(7, give(data))],
];

describe('bytes in a Buffer', () => {
  it.each(calls)('%s gives the same, and leaves them as they were', (_, call) => {
    const given: [Uint8Array, Uint8Array][] = [];
    const asBuffers = call((bytes) => {
      const buffer = pooled(bytes);
      given.push([buffer, bytes]);
      return buffer;
    });
    expect(given.length).toBeGreaterThan(0);
    expect(Buffer.from(asBuffers as Uint8Array)).toEqual(
      Buffer.from(call((bytes) => bytes.slice()) as Uint8Array),
    );
    for (const [buffer, bytes] of given) expect(Buffer.from(buffer)).toEqual(Buffer.from(bytes));
  });

  it.each([
    ['SM4-CBC', createSm4Cbc(key)],
    ['SM4-CTR', createSm4Ctr(key)],
  ])('%s opens them', (_, cipher) => {
    const sealed = pooled(cipher.encrypt(data));
    expect(Buffer.from(cipher.decrypt(sealed))).toEqual(Buffer.from(data));
    expect(Buffer.from(cipher.decrypt(sealed))).toEqual(Buffer.from(data));
  });

  it.each([
    ['SM4-GCM', createSm4Gcm(key)],
    ['SM4-CCM', createSm4Ccm(key)],
    ['SM4-GCM-SIV', createSm4GcmSiv(key)],
  ])('%s opens them', (_, cipher) => {
    const sealed = pooled(cipher.seal(data, pooled(iv)));
    expect(Buffer.from(cipher.open(sealed, pooled(iv)))).toEqual(Buffer.from(data));
    expect(Buffer.from(cipher.open(sealed, pooled(iv)))).toEqual(Buffer.from(data));
  });

  it('SM2 keys do not follow what their caller does to his bytes afterwards', () => {
    const { privateKey, publicKey } = generateSm2KeyPair();
    const raw = pooled(exportSm2PublicKey('raw', publicKey));
    const imported = importSm2PublicKey('raw', raw);
    const signature = pooled(signSm2(privateKey, pooled(data)));
    expect(verifySm2(imported, pooled(data), signature)).toBe(true);
    raw.fill(0);
    expect(verifySm2(imported, data, signature)).toBe(true);
    const form = { form: 'raw', order: 'C1C3C2' } as const;
    const sealed = pooled(encryptSm2(imported, pooled(data), form));
    expect(Buffer.from(decryptSm2(privateKey, sealed, form))).toEqual(Buffer.from(data));
    const secret = pooled(exportSm2PrivateKey('raw', privateKey));
    const again = importSm2PrivateKey('raw', secret);
    secret.fill(0);
    expect(verifySm2(publicKey, data, signSm2(again, data))).toBe(true);
  });
});
