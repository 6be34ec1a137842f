import { systemRandom } from '@yushu/core';
import {
  decryptSm2,
  encryptSm2,
  exportSm2PrivateKey,
  exportSm2PublicKey,
  generateSm2KeyPair,
  importSm2PrivateKey,
  type Sm2PrivateKey,
  signSm2,
  verifySm2,
} from '@yushu/gm/sm2';
import { sm2 as oldSm2 } from 'sm-crypto';
import { sm2 as newSm2 } from 'sm-crypto-v2';
import { describe, expect, it } from 'vitest';
import { Sm2Point } from '../../src/sm2/curve.ts';
import { hex, toHex } from '../ledger/read-vectors.ts';
import { findShortScalars, shortPrivateKeys } from './find-short-keys.ts';

/** What both peers have in common; all texts are hex. */
interface Peer {
  readonly name: string;
  /** Rounds of four round trips each without YUSHU_GM_ROUND_TRIPS. */
  readonly rounds: number;
  encrypt(message: Uint8Array, publicKey: string, order: 0 | 1): string;
  decrypt(encrypted: string, privateKey: string, order: 0 | 1): Uint8Array;
  /** With the public key, which the peer would compute again. */
  sign(
    message: Uint8Array,
    keys: { readonly d: string; readonly publicKey: string },
    userId: string,
    der: boolean,
  ): string;
  verify(
    message: Uint8Array,
    signature: string,
    publicKey: string,
    userId: string,
    der: boolean,
  ): boolean;
}

const peers: readonly Peer[] = [
  {
    name: 'sm-crypto 0.5.8',
    rounds: 60,
    encrypt: (message, publicKey, order) => oldSm2.doEncrypt(message, publicKey, order),
    decrypt: (encrypted, privateKey, order) =>
      Uint8Array.from(oldSm2.doDecrypt(encrypted, privateKey, order, { output: 'array' })),
    sign: (message, { d, publicKey }, userId, der) =>
      oldSm2.doSignature(message, d, { hash: true, der, userId, publicKey }),
    verify: (message, signature, publicKey, userId, der) =>
      oldSm2.doVerifySignature(message, signature, publicKey, { hash: true, der, userId }),
  },
  {
    name: 'sm-crypto-v2 1.15.1',
    rounds: 400,
    encrypt: (message, publicKey, order) => newSm2.doEncrypt(message, publicKey, order),
    decrypt: (encrypted, privateKey, order) =>
      newSm2.doDecrypt(encrypted, privateKey, order, { output: 'array' }),
    sign: (message, { d, publicKey }, userId, der) =>
      newSm2.doSignature(message, d, { hash: true, der, userId, publicKey }),
    verify: (message, signature, publicKey, userId, der) =>
      newSm2.doVerifySignature(message, signature, publicKey, { hash: true, der, userId }),
  },
];

/** How many round trips with each peer: 100000 for the full mode. */
const wanted = Number(process.env['YUSHU_GM_ROUND_TRIPS'] ?? 0);
const minute = 60_000;

/** Milliseconds: a round takes from 40 to 150 on a quiet machine, and many times that where all its processors are busy. */
const timeLimit = (rounds: number) => 10 * minute + rounds * 5000;

/** Keys with zeros in front of the private key and of the coordinates, then random ones. */
function* makeKeys(): Generator<Sm2PrivateKey> {
  for (const raw of [...shortPrivateKeys, ...findShortScalars(Sm2Point.BASE, 24)]) {
    yield importSm2PrivateKey('raw', raw);
  }
  for (;;) yield generateSm2KeyPair().privateKey;
}

describe.each(peers)('$name', (peer) => {
  const rounds = wanted > 0 ? Math.ceil(wanted / 4) : peer.rounds;

  it(
    `agrees in ${4 * rounds} round trips`,
    () => {
      const keys = makeKeys();
      for (let round = 0; round < rounds; round++) {
        const privateKey = keys.next().value as Sm2PrivateKey;
        const { publicKey } = privateKey;
        const d = exportSm2PrivateKey('hex', privateKey);
        const point = exportSm2PublicKey('hex', publicKey);
        // The peers refuse the empty message; lengths go through the borders of a hash block.
        const message = systemRandom(1 + (round % 97));
        const order = (round % 2) as 0 | 1;
        const form = { form: 'raw', order: order === 1 ? 'C1C3C2' : 'C1C2C3' } as const;
        const userId = round % 3 === 0 ? '1234567812345678' : `user-${round}`;
        const der = round % 2 === 0;
        const options = { userId, form: der ? 'asn1' : 'raw' } as const;
        const trip = `round ${round}, d ${d}`;

        const theirs = decryptSm2(privateKey, hex(peer.encrypt(message, point, order)), form);
        expect(toHex(theirs), trip).toBe(toHex(message));
        const ours = peer.decrypt(toHex(encryptSm2(publicKey, message, form)), d, order);
        expect(toHex(ours), trip).toBe(toHex(message));
        const theirSignature = hex(peer.sign(message, { d, publicKey: point }, userId, der));
        expect(verifySm2(publicKey, message, theirSignature, options), trip).toBe(true);
        const signature = toHex(signSm2(privateKey, message, options));
        expect(peer.verify(message, signature, point, userId, der), trip).toBe(true);
      }
    },
    timeLimit(rounds),
  );

  it(
    'agrees where coordinates of C1 and of the shared point begin with zeros',
    () => {
      const { privateKey, publicKey } = generateSm2KeyPair();
      const d = exportSm2PrivateKey('hex', privateKey);
      const message = systemRandom(33);
      const shared = Sm2Point.fromBytes(exportSm2PublicKey('raw', publicKey));
      const numbers = [...findShortScalars(Sm2Point.BASE, 12), ...findShortScalars(shared, 12)];
      for (const k of numbers) {
        const encrypted = encryptSm2(publicKey, message, { form: 'raw', random: () => k });
        expect(encrypted).toHaveLength(64 + 32 + 33);
        expect(toHex(peer.decrypt(toHex(encrypted), d, 1)), toHex(k)).toBe(toHex(message));
        expect(toHex(decryptSm2(privateKey, encrypted, { form: 'raw' }))).toBe(toHex(message));
      }
    },
    timeLimit(24),
  );
});
