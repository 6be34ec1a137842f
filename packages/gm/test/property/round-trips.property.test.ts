import {
  createHmacSm3,
  createSm4Cbc,
  createSm4Ccm,
  createSm4Ctr,
  createSm4Gcm,
  createSm4GcmSiv,
  createSm4Xts,
  decryptSm2,
  encryptSm2,
  generateSm2KeyPair,
  type Sm2CiphertextForm,
  signSm2,
  verifySm2,
} from '@yushu/gm';
import { createInsecureSm4Ecb } from '@yushu/gm/insecure';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const key = fc.uint8Array({ minLength: 16, maxLength: 16 });
const message = fc.uint8Array({ maxLength: 300 });
const same = (a: Uint8Array, b: Uint8Array) => expect(Buffer.compare(a, b)).toBe(0);

describe('round trips', () => {
  it('SM4 AEADs, of any nonce and tag length', () => {
    const shape = fc.record({
      nonceLength: fc.integer({ min: 7, max: 13 }),
      tagLength: fc.constantFrom(12, 14, 16),
    });
    fc.assert(
      fc.property(key, message, message, shape, fc.infiniteStream(fc.nat(255)), (k, m, d, o, s) => {
        const nonce = Uint8Array.from({ length: o.nonceLength }, () => s.next().value as number);
        for (const cipher of [createSm4Gcm(k, o), createSm4Ccm(k, o)]) {
          const sealed = cipher.sealWithNonce(nonce, m, d);
          expect(sealed).toHaveLength(m.length + o.tagLength);
          same(cipher.openWithNonce(nonce, sealed, d), m);
        }
        const siv = createSm4GcmSiv(k);
        same(siv.open(siv.seal(m, d), d), m);
      }),
    );
  });

  it('SM4 without authentication', () => {
    fc.assert(
      fc.property(key, message, (k, m) => {
        for (const cipher of [createSm4Cbc(k), createSm4Ctr(k), createInsecureSm4Ecb(k)]) {
          same(cipher.decrypt(cipher.encrypt(m)), m);
        }
      }),
    );
  });

  it('SM4-XTS, for any length and place', () => {
    const pair = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const unit = fc.uint8Array({ minLength: 16, maxLength: 100 });
    const standards = fc.constantFrom('GB/T 17964-2021', 'IEEE 1619');
    fc.assert(
      fc.property(
        pair,
        unit,
        fc.bigInt(0n, 2n ** 128n - 1n),
        standards,
        (k, m, place, standard) => {
          const xts = createSm4Xts(k, { standard });
          const encrypted = xts.encryptUnit(place, m);
          expect(encrypted).toHaveLength(m.length);
          same(xts.decryptUnit(place, encrypted), m);
        },
      ),
    );
  });

  it('SM2 encryption and signatures, in every form', () => {
    const { privateKey, publicKey } = generateSm2KeyPair();
    const forms = fc.constantFrom<Sm2CiphertextForm>(
      { form: 'asn1' },
      { form: 'prefixed' },
      { form: 'prefixed', order: 'C1C2C3' },
      { form: 'raw' },
      { form: 'raw', order: 'C1C2C3' },
    );
    const signatureForms = fc.constantFrom('asn1', 'raw');
    fc.assert(
      fc.property(
        message,
        forms,
        signatureForms,
        fc.uint8Array({ maxLength: 40 }),
        (m, f, s, u) => {
          same(decryptSm2(privateKey, encryptSm2(publicKey, m, f), f), m);
          const options = { form: s, userId: u };
          expect(verifySm2(publicKey, m, signSm2(privateKey, m, options), options)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('HMAC of text and of its UTF-8', () => {
    fc.assert(
      fc.property(key, fc.string({ unit: 'grapheme' }), (k, text) => {
        const mac = createHmacSm3(k);
        same(mac.compute(text), mac.compute(Buffer.from(text)));
      }),
    );
  });
});
