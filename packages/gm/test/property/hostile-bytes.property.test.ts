import { isDataSecurityError } from '@yushu/core';
import {
  createSm4Gcm,
  decryptSm2,
  exportSm2PrivateKey,
  exportSm2PublicKey,
  generateSm2KeyPair,
  importSm2PrivateKey,
  importSm2PublicKey,
  signSm2,
  verifySm2,
} from '@yushu/gm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const { privateKey, publicKey } = generateSm2KeyPair();
const bytes = fc.uint8Array({ maxLength: 200 });

/** Bytes that begin as the real thing and then go wrong. */
const nearly = (real: Uint8Array) =>
  fc
    .tuple(fc.nat(real.length), fc.uint8Array({ maxLength: 40 }), fc.nat(real.length))
    .map(([start, middle, end]) =>
      Uint8Array.from([...real.subarray(0, start), ...middle, ...real.subarray(end)]),
    );

/** Runs it; any error must be ours and carry one of the codes. */
function survives(codes: readonly string[], act: () => unknown): void {
  try {
    act();
  } catch (error) {
    expect(isDataSecurityError(error)).toBe(true);
    expect(codes).toContain((error as { code: string }).code);
  }
}

describe('whatever the bytes are', () => {
  it('signatures are true or false', () => {
    const real = signSm2(privateKey, 'message');
    fc.assert(
      fc.property(fc.oneof(bytes, nearly(real)), (signature) => {
        const isReal = Buffer.compare(signature, real) === 0;
        expect(verifySm2(publicKey, 'message', signature)).toBe(isReal);
      }),
      { numRuns: 300 },
    );
  });

  it('opening ends in one error', () => {
    const cipher = createSm4Gcm(new Uint8Array(16));
    fc.assert(
      fc.property(bytes, (data) => {
        survives(['ERR_GM_OPEN'], () => cipher.open(data));
        for (const form of ['asn1', 'prefixed', 'raw'] as const) {
          survives(['ERR_GM_OPEN'], () => decryptSm2(privateKey, data, { form }));
        }
      }),
    );
  });

  it('keys are read or refused', () => {
    const pkcs8 = exportSm2PrivateKey('pkcs8', privateKey);
    const sec1 = exportSm2PrivateKey('sec1', privateKey);
    const spki = exportSm2PublicKey('spki', publicKey);
    fc.assert(
      fc.property(
        fc.oneof(bytes, nearly(pkcs8), nearly(sec1), nearly(spki)),
        fc.string(),
        fc.anything(),
        (data, text, thing) => {
          for (const format of ['pkcs8', 'sec1', 'raw'] as const) {
            survives(['ERR_GM_KEY'], () => importSm2PrivateKey(format, data));
          }
          for (const format of ['spki', 'raw', 'compressed'] as const) {
            survives(['ERR_GM_KEY'], () => importSm2PublicKey(format, data));
          }
          survives(['ERR_GM_KEY'], () => importSm2PrivateKey('pem', text));
          survives(['ERR_GM_KEY'], () => importSm2PublicKey('hex', text));
          survives(['ERR_GM_KEY'], () => importSm2PublicKey('jwk', thing as never));
          survives(['ERR_GM_KEY', 'ERR_GM_INPUT'], () =>
            importSm2PrivateKey('jwk', thing as never),
          );
          survives(['ERR_GM_KEY', 'ERR_GM_INPUT'], () =>
            importSm2PrivateKey('pkcs8', thing as never),
          );
          survives(['ERR_GM_KEY', 'ERR_GM_INPUT'], () => importSm2PublicKey('pem', thing as never));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('no PKCS #8 document that was changed in one bit is taken for another key', () => {
    const real = exportSm2PrivateKey('pkcs8', privateKey);
    const taken: number[] = [];
    for (let bit = 0; bit < real.length * 8; bit++) {
      const copy = real.slice();
      copy[bit >> 3] = copy[bit >> 3]! ^ (0x80 >> (bit & 7));
      survives(['ERR_GM_KEY'], () => {
        const key = importSm2PrivateKey('pkcs8', copy);
        expect(exportSm2PrivateKey('hex', key)).toBe(exportSm2PrivateKey('hex', privateKey));
        taken.push(bit);
      });
    }
    // The version says 1 in place of 0, which RFC 5958 allows; the public key proves everything else.
    expect(taken).toEqual([5 * 8 + 7]);
  });
});
