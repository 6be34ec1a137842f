import {
  exportSm2PrivateKey,
  exportSm2PublicKey,
  generateSm2KeyPair,
  importSm2PrivateKey,
  importSm2PublicKey,
  type Sm2PrivateKeyFormats,
  type Sm2PublicKeyFormats,
} from '@yushu/gm/sm2';
import { describe, expect, it } from 'vitest';
import { Sm2Point } from '../../src/sm2/curve.ts';
import { findShortScalars, shortPrivateKeys } from '../differential/find-short-keys.ts';

/** Made with `openssl ecparam -genkey -name SM2` and `openssl genpkey -algorithm SM2` of OpenSSL 3.0. */
const opensslPkcs8 = `-----BEGIN SM2 PARAMETERS-----
BggqgRzPVQGCLQ==
-----END SM2 PARAMETERS-----
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQgg3FPFJ/UWcywmEYm
o6LctDkzqCDotuq981ejLhv0cwWhRANCAAT9EzEnepYWmui1gNo/RfR2UEaV7WCv
Due8jRVAxDUzvrseyb88JvAz1e5tyhG5d1yezXPCPE+5Vn8vS3L1zFbm
-----END PRIVATE KEY-----
`;

const keys = [
  generateSm2KeyPair().privateKey,
  ...[...shortPrivateKeys, ...findShortScalars(Sm2Point.BASE, 8)].map((raw) =>
    importSm2PrivateKey('raw', raw),
  ),
];

describe('keys with zeros in front', () => {
  it('come back from every private form', () => {
    const formats: readonly (keyof Sm2PrivateKeyFormats)[] = [
      ...(['pem', 'pkcs8', 'sec1', 'sec1-pem', 'raw', 'hex', 'jwk'] as const),
    ];
    for (const key of keys) {
      for (const format of formats) {
        const written = exportSm2PrivateKey(format, key);
        const read = importSm2PrivateKey(format, written);
        expect(exportSm2PrivateKey('hex', read)).toBe(exportSm2PrivateKey('hex', key));
        expect(exportSm2PrivateKey(format, read)).toEqual(written);
      }
      expect(exportSm2PrivateKey('raw', key)).toHaveLength(32);
      expect(exportSm2PrivateKey('hex', key)).toHaveLength(64);
    }
  });

  it('come back from every public form', () => {
    const formats: readonly (keyof Sm2PublicKeyFormats)[] = [
      ...(['pem', 'spki', 'raw', 'hex', 'compressed', 'jwk'] as const),
    ];
    for (const { publicKey } of keys) {
      for (const format of formats) {
        const written = exportSm2PublicKey(format, publicKey);
        const read = importSm2PublicKey(format, written);
        expect(exportSm2PublicKey('hex', read)).toBe(exportSm2PublicKey('hex', publicKey));
        expect(exportSm2PublicKey(format, read)).toEqual(written);
      }
      const bare = exportSm2PublicKey('hex', publicKey).slice(2);
      expect(exportSm2PublicKey('hex', importSm2PublicKey('hex', bare))).toBe(`04${bare}`);
      expect(importSm2PublicKey('hex', `04${bare.toUpperCase()}`)).toBeDefined();
    }
  });
});

describe('documents of others', () => {
  it('reads OpenSSL with a block of parameters and with Windows line ends', () => {
    const key = importSm2PrivateKey('pem', opensslPkcs8);
    expect(exportSm2PrivateKey('hex', key).slice(0, 8)).toBe('83714f14');
    const windows = importSm2PrivateKey('pem', opensslPkcs8.replaceAll('\n', '\r\n'));
    expect(exportSm2PrivateKey('hex', windows)).toBe(exportSm2PrivateKey('hex', key));
    expect(opensslPkcs8.endsWith(exportSm2PrivateKey('pem', key))).toBe(true);
  });

  it('reads private keys whose zeros were dropped, or that got one more', () => {
    const raw = new Uint8Array(32).fill(0x71, 2);
    const sec1 = exportSm2PrivateKey('sec1', importSm2PrivateKey('raw', raw));
    const curve = sec1.subarray(sec1.indexOf(0xa0), sec1.indexOf(0xa0) + 12);
    const write = (scalar: Uint8Array) => {
      const body = [2, 1, 1, 4, scalar.length, ...scalar, ...curve];
      return Uint8Array.of(0x30, body.length, ...body);
    };
    for (const scalar of [raw.subarray(2), raw.subarray(1), raw, Uint8Array.of(0, ...raw)]) {
      const key = importSm2PrivateKey('sec1', write(scalar));
      expect(exportSm2PrivateKey('raw', key)).toEqual(raw);
    }
    for (const scalar of [new Uint8Array(0), Uint8Array.of(1, ...raw), new Uint8Array(34)]) {
      expect(() => importSm2PrivateKey('sec1', write(scalar))).toThrow('SEC 1');
    }
  });

  it('refuses keys of another curve', () => {
    // openssl ecparam -name prime256v1 -genkey, then pkcs8
    const p256 = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt
6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==
-----END PUBLIC KEY-----
`;
    expect(() => importSm2PublicKey('pem', p256)).toThrow(
      expect.objectContaining({ code: 'ERR_GM_KEY' }),
    );
  });

  it('says what to do with an encrypted document, and refuses two keys in one', () => {
    const pem = exportSm2PrivateKey('pem', keys[0]!);
    const encrypted = pem.replaceAll('PRIVATE KEY', 'ENCRYPTED PRIVATE KEY');
    expect(() => importSm2PrivateKey('pem', encrypted)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('Decrypt it first') }),
    );
    expect(() => importSm2PrivateKey('pem', pem + pem)).toThrow('more than one');
  });

  it('reads a hostile PEM document in linear time', () => {
    const begin = '-----BEGIN PRIVATE KEY-----\n';
    const lines = `${begin}${'A'.repeat(64)}\n`.repeat(150).slice(0, 16_000);
    expect(() => importSm2PrivateKey('pem', lines)).toThrow();
    expect(() => importSm2PrivateKey('pem', begin.repeat(100_000))).toThrow('not a PEM document');
  });

  it('refuses a private key beside the public key of another', () => {
    const [one, two] = [generateSm2KeyPair(), generateSm2KeyPair()];
    const mixed = {
      ...exportSm2PrivateKey('jwk', one.privateKey),
      ...exportSm2PublicKey('jwk', two.publicKey),
    };
    expect(() => importSm2PrivateKey('jwk', mixed)).toThrow('does not fit');
  });
});
