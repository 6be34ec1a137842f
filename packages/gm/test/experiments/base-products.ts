/**
 * Ways to multiply the base point by a secret number, which is nearly all the work of a signature, side by side; and whole signatures.
 *
 * ```sh
 * npx tsx --conditions=@yushu/source packages/gm/test/experiments/base-products.ts
 * ```
 *
 * Prints a JSON line for each: microseconds of processor time, the least of 25 rounds of 20 calls and their median; for tables, the
 * milliseconds that making them takes.
 */
import { createECDH, generateKeyPairSync, sign } from 'node:crypto';
import { systemRandom } from '@yushu/core';
import {
  exportSm2PrivateKey,
  exportSm2PublicKey,
  generateSm2KeyPair,
  signSm2,
} from '@yushu/gm/sm2';
import { sm2 } from 'sm-crypto-v2';
import { bytesToNumber } from '../../src/bytes/big-endian.ts';
import { Sm2Point } from '../../src/sm2/curve.ts';

const rounds = 25;
const calls = 20;
const processorUs = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** The base point with tables of its own, by bits of a window. */
const tables = [8, 10, 11, 12].map((bits) => {
  const point = Sm2Point.fromAffine(Sm2Point.BASE.toAffine());
  const start = processorUs();
  point.precompute(bits, false);
  return { bits, point, tableMs: (processorUs() - start) / 1000 };
});

const ecdh = createECDH('SM2');
const ecdsa = {
  key: generateKeyPairSync('ec', { namedCurve: 'SM2' }).privateKey,
  dsaEncoding: 'ieee-p1363',
} as const;
const { privateKey, publicKey } = generateSm2KeyPair();
const d = exportSm2PrivateKey('hex', privateKey);
const point = exportSm2PublicKey('hex', publicKey);
/** Below the order of the curve. */
const drawNumber = () => systemRandom(32).fill(0, 0, 1);

const subjects: Readonly<Record<string, () => unknown>> = {
  'OpenSSL, the number given': () => {
    ecdh.setPrivateKey(drawNumber());
    return ecdh.getPublicKey();
  },
  'OpenSSL, the number drawn there': () => ecdh.generateKeys(),
  'OpenSSL, ECDSA on the curve, whose r and s give number and product': () =>
    sign('sha256', drawNumber(), ecdsa),
  ...Object.fromEntries(
    tables.map(({ bits, point: base }) => [
      `noble, windows of ${bits} bits`,
      () => base.multiply(bytesToNumber(drawNumber())).toAffine(),
    ]),
  ),
  'a signature here': () => signSm2(privateKey, 'm', { form: 'raw' }),
  'a signature of sm-crypto-v2': () => sm2.doSignature('m', d, { hash: true }),
  'a signature of sm-crypto-v2, given the public key': () =>
    sm2.doSignature('m', d, { hash: true, publicKey: point }),
};

const repeat = (call: () => unknown) => {
  for (let i = 0; i < calls; i++) call();
};
const times = new Map(Object.keys(subjects).map((name) => [name, [] as number[]]));
for (const call of Object.values(subjects)) repeat(call);
for (let round = 0; round < rounds; round++) {
  for (const [name, call] of Object.entries(subjects)) {
    const start = processorUs();
    repeat(call);
    times.get(name)?.push((processorUs() - start) / calls);
  }
}
for (const { bits, tableMs } of tables) {
  process.stdout.write(
    `${JSON.stringify({ table: `windows of ${bits} bits`, ms: Math.round(tableMs) })}\n`,
  );
}
for (const [name, taken] of times) {
  taken.sort((a, b) => a - b);
  const [leastUs, medianUs] = [taken[0]!, taken[rounds >> 1]!].map((us) => Math.round(us));
  process.stdout.write(`${JSON.stringify({ name, leastUs, medianUs })}\n`);
}
