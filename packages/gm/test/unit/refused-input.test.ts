import { isDataSecurityError } from '@yushu/core';
import {
  createHmacSm3,
  createSm2KeyExchange,
  createSm3,
  createSm4Cbc,
  createSm4Ccm,
  createSm4Ctr,
  createSm4Gcm,
  createSm4GcmSiv,
  createSm4Xts,
  decryptSm2,
  encryptSm2,
  exportSm2PrivateKey,
  generateSm2KeyPair,
  generateSm4Key,
  hkdfSm3,
  hmacSm3,
  importSm2PrivateKey,
  importSm2PublicKey,
  kdfSm3,
  signSm2,
  sm3,
  verifySm2,
} from '@yushu/gm';
import { createInsecureSm4Ecb } from '@yushu/gm/insecure';
import { describe, expect, it } from 'vitest';

const key = new Uint8Array(16);
const pair = generateSm2KeyPair();
const none = undefined as never;
const wrong = 'secret-text-as-key' as never;

const cases: readonly (readonly [string, string, () => unknown])[] = [
  ['ERR_GM_INPUT', 'a hash of nothing', () => sm3(none)],
  ['ERR_GM_INPUT', 'a hash of a number', () => sm3(7 as never)],
  ['ERR_GM_INPUT', 'a hash of an ArrayBuffer', () => sm3(new ArrayBuffer(3) as never)],
  ['ERR_GM_INPUT', 'a hash of a wider array', () => sm3(new Uint16Array(3) as never)],
  ['ERR_GM_INPUT', 'half a surrogate pair', () => sm3('a\ud800')],
  ['ERR_GM_INPUT', 'a part that is no message', () => createSm3().update({} as never)],
  ['ERR_GM_INPUT', 'a text as HMAC key', () => hmacSm3(wrong, 'x')],
  ['ERR_GM_INPUT', 'a text as tag', () => createHmacSm3(key).verify('x', wrong)],
  ['ERR_GM_INPUT', 'no HKDF length', () => hkdfSm3(key, {} as never)],
  ['ERR_GM_INPUT', 'too long an HKDF', () => hkdfSm3(key, { length: 8161 })],
  ['ERR_GM_INPUT', 'a negative KDF length', () => kdfSm3(key, -1)],
  ['ERR_GM_INPUT', 'a broken KDF length', () => kdfSm3(key, 1.5)],
  ['ERR_GM_INPUT', 'too long a KDF', () => kdfSm3(key, 2 ** 31)],
  ['ERR_GM_INPUT', 'a text as SM4 key', () => createSm4Gcm(wrong)],
  ['ERR_GM_KEY', 'an SM4 key of 15 bytes', () => createSm4Gcm(new Uint8Array(15))],
  ['ERR_GM_KEY', 'an SM4 key of 32 bytes', () => createSm4Cbc(new Uint8Array(32))],
  ['ERR_GM_KEY', 'an XTS key of 16 bytes', () => createSm4Xts(key)],
  [
    'ERR_GM_INPUT',
    'an unknown XTS standard',
    () => createSm4Xts(new Uint8Array(32), { standard: 'NIST' as never }),
  ],
  [
    'ERR_GM_INPUT',
    'a unit of 15 bytes',
    () => createSm4Xts(new Uint8Array(32)).encryptUnit(0, new Uint8Array(15)),
  ],
  [
    'ERR_GM_OPEN',
    'a unit of 15 bytes to open',
    () => createSm4Xts(new Uint8Array(32)).decryptUnit(0, new Uint8Array(15)),
  ],
  [
    'ERR_GM_INPUT',
    'a negative place',
    () => createSm4Xts(new Uint8Array(32)).encryptUnit(-1, new Uint8Array(16)),
  ],
  [
    'ERR_GM_INPUT',
    'a place beyond 128 bits',
    () => createSm4Xts(new Uint8Array(32)).encryptUnit(1n << 128n, new Uint8Array(16)),
  ],
  ['ERR_GM_INPUT', 'a GCM tag of 8 bytes', () => createSm4Gcm(key, { tagLength: 8 })],
  ['ERR_GM_INPUT', 'a GCM nonce of none', () => createSm4Gcm(key, { nonceLength: 0 })],
  ['ERR_GM_INPUT', 'an odd CCM tag', () => createSm4Ccm(key, { tagLength: 7 })],
  ['ERR_GM_INPUT', 'a CCM nonce of 14 bytes', () => createSm4Ccm(key, { nonceLength: 14 })],
  [
    'ERR_GM_INPUT',
    'a CCM message beyond its length field',
    () => createSm4Ccm(key, { nonceLength: 13 }).seal(new Uint8Array(65_536)),
  ],
  [
    'ERR_GM_OPEN',
    'a CCM ciphertext beyond its length field',
    () => createSm4Ccm(key, { nonceLength: 13 }).open(new Uint8Array(65_536 + 13 + 16)),
  ],
  [
    'ERR_GM_INPUT',
    'random nonces of 8 bytes',
    () => createSm4Gcm(key, { nonceLength: 8 }).seal('x'),
  ],
  ['ERR_GM_INPUT', 'a nonce of another length', () => createSm4GcmSiv(key).sealWithNonce(key, 'x')],
  ['ERR_GM_INPUT', 'a text to open', () => createSm4Gcm(key).open(wrong)],
  [
    'ERR_GM_INPUT',
    'associated data of another type',
    () => createSm4Gcm(key).seal('x', {} as never),
  ],
  [
    'ERR_GM_INPUT',
    'an IV of 12 bytes',
    () => createSm4Ctr(key).encryptWithIv(new Uint8Array(12), 'x'),
  ],
  [
    'ERR_GM_INPUT',
    'half a block without padding',
    () => createSm4Cbc(key, { padding: 'none' }).encrypt('x'),
  ],
  [
    'ERR_GM_INPUT',
    'an unknown padding',
    () => createInsecureSm4Ecb(key, { padding: 'zero' as never }),
  ],
  [
    'ERR_GM_OPEN',
    'an empty padded ciphertext',
    () => createInsecureSm4Ecb(key).decrypt(new Uint8Array()),
  ],
  [
    'ERR_GM_RANDOM',
    'a source that gives too little',
    () => generateSm4Key(() => new Uint8Array(15)),
  ],
  [
    'ERR_GM_RANDOM',
    'a source that gives nothing',
    () => createSm4Gcm(key, { random: () => none }).seal('x'),
  ],
  [
    'ERR_GM_RANDOM',
    'a source of zeros',
    () => generateSm2KeyPair((length) => new Uint8Array(length)),
  ],
  [
    'ERR_GM_RANDOM',
    'a source of ones',
    () => signSm2(pair.privateKey, 'x', { random: (length) => new Uint8Array(length).fill(255) }),
  ],
  ['ERR_GM_KEY', 'a public key to sign with', () => signSm2(pair.publicKey as never, 'x')],
  ['ERR_GM_KEY', 'nothing to sign with', () => signSm2(none, 'x')],
  ['ERR_GM_KEY', 'a look-alike of a key', () => signSm2({ ...pair.privateKey } as never, 'x')],
  [
    'ERR_GM_KEY',
    'a private key to verify with',
    () => verifySm2(pair.privateKey as never, 'x', new Uint8Array(64)),
  ],
  ['ERR_GM_INPUT', 'a signature in hex', () => verifySm2(pair.publicKey, 'x', wrong)],
  [
    'ERR_GM_INPUT',
    'an unknown signature form',
    () => signSm2(pair.privateKey, 'x', { form: 'der' as never }),
  ],
  [
    'ERR_GM_INPUT',
    'a user id of 8192 bytes',
    () => signSm2(pair.privateKey, 'x', { userId: new Uint8Array(8192) }),
  ],
  ['ERR_GM_INPUT', 'no ciphertext form to encrypt', () => encryptSm2(pair.publicKey, 'x', none)],
  [
    'ERR_GM_INPUT',
    'no ciphertext form to decrypt',
    () => decryptSm2(pair.privateKey, new Uint8Array(99), {} as never),
  ],
  [
    'ERR_GM_INPUT',
    'an order for ASN.1',
    () => encryptSm2(pair.publicKey, 'x', { form: 'asn1', order: 'C1C2C3' } as never),
  ],
  [
    'ERR_GM_INPUT',
    'an unknown order',
    () => encryptSm2(pair.publicKey, 'x', { form: 'raw', order: 'C2C1C3' as never }),
  ],
  ['ERR_GM_KEY', 'the private key 0', () => importSm2PrivateKey('raw', new Uint8Array(32))],
  [
    'ERR_GM_KEY',
    'the private key n - 1',
    () =>
      importSm2PrivateKey(
        'hex',
        'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54122',
      ),
  ],
  ['ERR_GM_KEY', 'a private key in 62 digits', () => importSm2PrivateKey('hex', '12'.repeat(31))],
  [
    'ERR_GM_KEY',
    'a point off the curve',
    () => importSm2PublicKey('raw', new Uint8Array(65).fill(4, 0, 1)),
  ],
  ['ERR_GM_KEY', 'the point at infinity', () => importSm2PublicKey('raw', new Uint8Array(1))],
  ['ERR_GM_INPUT', 'an unknown key format', () => importSm2PublicKey('der' as never, key as never)],
  [
    'ERR_GM_INPUT',
    'an unknown format to export',
    () => exportSm2PrivateKey('constructor' as never, pair.privateKey),
  ],
  [
    'ERR_GM_INPUT',
    'an unknown role',
    () => createSm2KeyExchange({ ...pair, role: 'client' as never, peerPublicKey: pair.publicKey }),
  ],
];

describe('refuses', () => {
  it.each(cases)('%s for %s', (code, _, act) => {
    let caught: unknown;
    try {
      act();
    } catch (error) {
      caught = error;
    }
    expect(isDataSecurityError(caught, code)).toBe(true);
    const { message, hint } = caught as { message: string; hint?: string };
    expect(hint).toMatch(/\S/);
    expect(`${message} ${hint} ${JSON.stringify(caught)}`).not.toContain('secret-text');
  });
});

describe('serves once', () => {
  const used = (act: () => unknown) => {
    act();
    expect(act).toThrow(expect.objectContaining({ code: 'ERR_GM_STATE' }));
  };
  it('a hash', () => {
    const hash = createSm3();
    used(() => hash.digest());
    expect(() => hash.update('x')).toThrow(expect.objectContaining({ code: 'ERR_GM_STATE' }));
  });
  it('a MAC', () => {
    const mac = createHmacSm3(key).begin();
    used(() => mac.digest());
  });
  it('an ephemeral key', () => {
    const exchange = createSm2KeyExchange({
      role: 'initiator',
      privateKey: pair.privateKey,
      peerPublicKey: pair.publicKey,
    });
    used(() => exchange.agree(exchange.ephemeralPublicKey, 16));
  });
});
