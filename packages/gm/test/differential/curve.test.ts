import { createECDH } from 'node:crypto';
import { systemRandom } from '@yushu/core';
import { describe, expect, it } from 'vitest';
import { bytesToNumber, numberTo32Bytes } from '../../src/bytes/big-endian.ts';
import { isCurveNative, curvePlatform as node } from '../../src/platform/node/sm2.ts';
import { curvePlatform as pure } from '../../src/platform/pure/sm2.ts';
import { PublicPoint } from '../../src/sm2/combine-points.ts';
import { Sm2Point } from '../../src/sm2/curve.ts';
import { sm2Parameters } from '../../src/sm2/parameters.ts';
import { readPoint } from '../../src/sm2/point.ts';
import { toHex } from '../ledger/read-vectors.ts';
import { findShortScalars, shortPrivateKeys } from './find-short-keys.ts';

const { p, n } = sm2Parameters;
const base = Sm2Point.BASE;
const ecdh = createECDH('SM2');

/** k·G by OpenSSL, which shares no code with noble. */
function multiplyByOpenSsl(k: bigint): Uint8Array {
  ecdh.setPrivateKey(numberTo32Bytes(k));
  return ecdh.getPublicKey();
}

const randomScalar = () => (bytesToNumber(systemRandom(32)) % (n - 1n)) + 1n;

describe('points', () => {
  const some = [1n, 2n, n - 1n, n - 2n, randomScalar(), randomScalar()].map(multiplyByOpenSsl);

  it('are read in both forms, and refused off the curve', () => {
    for (const bytes of some) {
      const compressed = Uint8Array.of(2 + (bytes[64]! & 1), ...bytes.subarray(1, 33));
      expect(toHex(readPoint(compressed)!)).toBe(toHex(bytes));
      expect(toHex(readPoint(bytes)!)).toBe(toHex(bytes));
      const changed = Uint8Array.from(bytes);
      changed[64] = changed[64]! ^ 1;
      expect(readPoint(changed)).toBeUndefined();
    }
  });

  it('are refused at infinity, in other forms and with coordinates beyond the modulus', () => {
    const infinity = [1, 33, 65].map((length) => new Uint8Array(length));
    for (const bytes of infinity) expect(readPoint(bytes)).toBeUndefined();
    // Nor is 04 ‖ 0 ‖ 0 a point, with which some libraries mean infinity.
    expect(readPoint(Uint8Array.of(4, ...new Uint8Array(64)))).toBeUndefined();
    const hybrid = Uint8Array.from(some[0]!);
    for (const form of [0, 1, 2, 3, 5, 6, 7]) {
      hybrid[0] = form;
      expect(readPoint(hybrid)).toBeUndefined();
    }
    // x from 1 on, which with p added is still below 2^256.
    for (let x = 1n; x < 20n; x++) {
      const read = readPoint(Uint8Array.of(2, ...numberTo32Bytes(x)));
      expect(readPoint(Uint8Array.of(2, ...numberTo32Bytes(x + p)))).toBeUndefined();
      if (read === undefined) continue;
      const beyond = Uint8Array.of(4, ...numberTo32Bytes(x + p), ...read.subarray(33));
      expect(readPoint(beyond)).toBeUndefined();
    }
  });
});

describe('multiples', () => {
  const near = Array.from({ length: 20 }, (_, i) => BigInt(i + 1));
  const scalars = [
    ...near,
    ...near.map((distance) => n - distance),
    ...[2n ** 255n, 2n ** 255n - 1n, n / 2n, n / 2n + 1n],
    ...[...shortPrivateKeys, ...findShortScalars(base, 6)].map(bytesToNumber),
    ...Array.from({ length: 20 }, randomScalar),
  ];
  const point = multiplyByOpenSsl(randomScalar());

  it('are made by OpenSSL on Node, not by noble twice', () => {
    expect(isCurveNative()).toBe(true);
  });

  it('of the base point are the same in both twins, zeros in front kept', () => {
    for (const k of scalars) {
      const expected = toHex(multiplyByOpenSsl(k));
      expect(toHex(node.multiplyBase(k)), `${k}`).toBe(expected);
      expect(toHex(pure.multiplyBase(k)), `${k}`).toBe(expected);
    }
  });

  it.each([
    ['OpenSSL, with y made from two products', node],
    ['noble', pure],
  ])('of other points are right by %s', (_, platform) => {
    for (const k of scalars.filter((_, i) => i % 2 === 0)) {
      const scalar = platform.createScalar(k);
      expect(toHex(scalar.multiplyBase()), `${k}`).toBe(toHex(multiplyByOpenSsl(k)));
      ecdh.setPrivateKey(numberTo32Bytes(k));
      const multiple = scalar.multiply(point);
      expect(toHex(multiple.subarray(1, 33)), `${k}`).toBe(toHex(ecdh.computeSecret(point)));
      // OpenSSL tells x only: y is proved by points whose logarithms are known, G and its negative among them.
      for (const log of [1n, 5n, n - 1n]) {
        expect(toHex(scalar.multiply(multiplyByOpenSsl(log))), `${k} × ${log}`).toBe(
          toHex(multiplyByOpenSsl((log * k) % n)),
        );
      }
    }
  });

  it('keep the zeros in front of x and y', () => {
    for (const log of findShortScalars(base, 24)) {
      const expected = toHex(multiplyByOpenSsl(bytesToNumber(log)));
      for (const platform of [node, pure]) {
        const half = (bytesToNumber(log) * Sm2Point.Fn.inv(2n)) % n;
        const multiple = platform.createScalar(2n).multiply(multiplyByOpenSsl(half));
        expect(toHex(multiple)).toBe(expected);
      }
    }
  });
});

describe('sums for verification', () => {
  /** Uses a point until it has its table. */
  function warmUp(point: PublicPoint): PublicPoint {
    for (let use = 0; use < 5; use++) point.combineX(1n, 1n);
    return point;
  }

  it('are right with and without a table, infinity and equal summands included', () => {
    const five = multiplyByOpenSsl(5n);
    const withTable = warmUp(new PublicPoint(five));
    for (const make of [() => new PublicPoint(five), () => withTable]) {
      expect(make().combineX(n - 35n, 7n)).toBeUndefined();
      expect(make().combineX(35n, 7n)).toBe(bytesToNumber(multiplyByOpenSsl(70n).subarray(1, 33)));
      for (const s of [1n, 2n, n - 1n, ...Array.from({ length: 20 }, randomScalar)]) {
        const t = randomScalar();
        const sum = multiplyByOpenSsl((s + 5n * t) % n).subarray(1, 33);
        expect(make().combineX(s, t)).toBe(bytesToNumber(sum));
      }
    }
  });

  it('stay right when more points are used than there are tables for', () => {
    const some = Array.from({ length: 66 }, (_, i) => BigInt(i + 2));
    const points = some.map((d) => warmUp(new PublicPoint(multiplyByOpenSsl(d))));
    for (const index of [0, 1, 2, 65]) {
      for (let use = 0; use < 5; use++) {
        const t = randomScalar();
        const sum = multiplyByOpenSsl((7n + some[index]! * t) % n).subarray(1, 33);
        expect(points[index]!.combineX(7n, t)).toBe(bytesToNumber(sum));
      }
    }
  });
});
