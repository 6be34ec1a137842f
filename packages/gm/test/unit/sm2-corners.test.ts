import {
  createSm2KeyExchange,
  decryptSm2,
  encryptSm2,
  exportSm2PrivateKey,
  generateSm2KeyPair,
  importSm2PrivateKey,
  signSm2,
  verifySm2,
} from '@yushu/gm/sm2';
import { describe, expect, it } from 'vitest';
import { numberTo32Bytes } from '../../src/bytes/big-endian.ts';
import { sm2Parameters } from '../../src/sm2/parameters.ts';

const { n } = sm2Parameters;
const { privateKey, publicKey } = generateSm2KeyPair();

/** Gives the numbers one after the other. */
function script(...numbers: readonly (bigint | Uint8Array)[]) {
  let next = 0;
  return () => {
    const number = numbers[next++];
    if (number === undefined) throw new Error('The script is at its end');
    return typeof number === 'bigint' ? numberTo32Bytes(number) : number;
  };
}

describe('random numbers', () => {
  it('out of range are drawn again, not reduced', () => {
    const beyond = new Uint8Array(32).fill(0xff);
    const once = signSm2(privateKey, 'x', { random: script(5n) });
    const later = signSm2(privateKey, 'x', { random: script(beyond, 0n, n, 5n) });
    expect(later).toEqual(once);
    const pair = generateSm2KeyPair(script(n - 1n, beyond, 7n));
    expect(exportSm2PrivateKey('raw', pair.privateKey)).toEqual(numberTo32Bytes(7n));
  });

  it('make every signature another one', () => {
    const signatures = new Set(
      Array.from({ length: 20 }, () => Buffer.from(signSm2(privateKey, 'x')).toString('hex')),
    );
    expect(signatures.size).toBe(20);
  });

  it('that give a key stream of zeros are drawn again', () => {
    // With one byte of text, one k in 256 gives a zero. Find it, then see that it is passed over.
    const form = { form: 'raw' } as const;
    for (let k = 1n; k < 5000n; k++) {
      let draws = 0;
      const random = () => {
        draws++;
        return numberTo32Bytes(draws === 1 ? k : k + 10_000n);
      };
      const encrypted = encryptSm2(publicKey, Uint8Array.of(0x41), { ...form, random });
      expect(decryptSm2(privateKey, encrypted, form)).toEqual(Uint8Array.of(0x41));
      if (draws === 2) return;
      expect(encrypted[96]).not.toBe(0x41);
    }
    throw new Error('No key stream of zeros in 5000 tries');
  });
});

describe('messages', () => {
  it.each([0, 1, 31, 32, 33, 1000, 100_000])('of %i bytes are encrypted', (length) => {
    const message = new Uint8Array(length).fill(0x55);
    for (const form of ['asn1', 'prefixed', 'raw'] as const) {
      const opened = decryptSm2(privateKey, encryptSm2(publicKey, message, { form }), { form });
      expect(Buffer.compare(opened, message)).toBe(0);
    }
  });

  it('may be empty, and failure is never an empty result', () => {
    const form = { form: 'prefixed' } as const;
    const encrypted = encryptSm2(publicKey, '', form);
    expect(decryptSm2(privateKey, encrypted, form)).toEqual(new Uint8Array(0));
    encrypted[96] = encrypted[96]! ^ 1;
    expect(() => decryptSm2(privateKey, encrypted, form)).toThrow('could not be opened');
  });

  it('are text as UTF-8, and user ids too', () => {
    const signature = signSm2(privateKey, '合同第四十二号', { userId: '张三' });
    const options = { userId: Buffer.from('张三') };
    const message = Buffer.from('合同第四十二号');
    expect(verifySm2(publicKey, message, signature, options)).toBe(true);
  });
});

describe('verification', () => {
  it('is the same before and after the table is made', () => {
    const good = signSm2(privateKey, 'x');
    const bad = signSm2(privateKey, 'y');
    const fresh = importSm2PrivateKey('raw', exportSm2PrivateKey('raw', privateKey)).publicKey;
    for (let time = 0; time < 40; time++) {
      expect(verifySm2(fresh, 'x', good)).toBe(true);
      expect(verifySm2(fresh, 'x', bad)).toBe(false);
    }
  });

  it('refuses numbers out of range', () => {
    const raw = (r: bigint, s: bigint) => Buffer.concat([r, s].map(numberTo32Bytes));
    for (const [r, s] of [
      [0n, 1n],
      [1n, 0n],
      [n, 1n],
      [1n, n],
      [1n, n - 1n],
      [2n ** 256n - 1n, 1n],
    ] as const) {
      expect(verifySm2(publicKey, 'x', raw(r, s), { form: 'raw' })).toBe(false);
    }
  });

  it('takes DER only: no long lengths, no zeros too many, nothing behind', () => {
    const r = numberTo32Bytes(1n).fill(0x11);
    const integer = [2, 32, ...r];
    const sequence = (...body: number[]) => Uint8Array.of(0x30, body.length, ...body);
    const wrongs = [
      Uint8Array.of(0x30, 0x81, 68, ...integer, ...integer),
      sequence(2, 33, 0, ...r, ...integer),
      Uint8Array.of(...sequence(...integer, ...integer), 0),
      sequence(...integer, ...integer, ...integer),
      Uint8Array.of(0x30, 0x80, ...integer, ...integer, 0, 0),
      sequence(2, 0, ...integer),
      sequence(2, 1, 0x80, ...integer),
    ];
    for (const wrong of wrongs) expect(verifySm2(publicKey, 'x', wrong)).toBe(false);
  });
});

it('exchanges keys only between sides that mean each other', () => {
  const bob = generateSm2KeyPair();
  const eve = generateSm2KeyPair();
  const alice = createSm2KeyExchange({
    role: 'initiator',
    privateKey,
    peerPublicKey: bob.publicKey,
    peerUserId: 'bob',
  });
  const other = createSm2KeyExchange({
    role: 'responder',
    privateKey: eve.privateKey,
    userId: 'bob',
    peerPublicKey: publicKey,
  });
  const one = alice.agree(other.ephemeralPublicKey, 32);
  const two = other.agree(alice.ephemeralPublicKey, 32);
  expect(one.key).not.toEqual(two.key);
  expect(() => one.confirmPeer(two.confirmation)).toThrow('could not be opened');
});
