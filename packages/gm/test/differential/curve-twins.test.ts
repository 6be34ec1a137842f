import { systemRandom } from '@yushu/core';
import { describe, expect, it } from 'vitest';
import { bytesToNumber, numberTo32Bytes } from '../../src/bytes/big-endian.ts';
import { isCurveNative } from '../../src/platform/node/native-scalar.ts';
import { curvePlatform as native } from '../../src/platform/node/sm2.ts';
import { curvePlatform as pure } from '../../src/platform/pure/sm2.ts';
import { Sm2Point, sm2Parameters } from '../../src/sm2/curve.ts';
import { toHex } from '../ledger/read-vectors.ts';
import { findShortScalars, shortPrivateKeys } from './find-short-keys.ts';

const { n } = sm2Parameters;
const base = Sm2Point.BASE;

describe('curve on OpenSSL', () => {
  const scalars = [
    ...[1n, 2n, 3n, n - 2n, n - 1n].map(numberTo32Bytes),
    ...shortPrivateKeys,
    ...findShortScalars(base, 6),
    ...Array.from({ length: 12 }, () => systemRandom(32).fill(0x5a, 0, 1)),
  ];
  const points = [
    base,
    base.negate(),
    base.double(),
    base.double().negate(),
    base.multiply(n - 2n),
    ...Array.from({ length: 4 }, () => base.multiply(bytesToNumber(systemRandom(31)))),
  ].map((point) => point.toBytes(false));

  it('is compared with noble, not noble with itself', () => {
    expect(isCurveNative()).toBe(true);
  });

  it('multiplies as noble does, y included, zeros in front kept', () => {
    for (const scalar of scalars) {
      const ours = native.createSecretScalar(scalar);
      const theirs = pure.createSecretScalar(scalar);
      expect(toHex(ours.basePoint)).toBe(toHex(theirs.basePoint));
      for (const point of points) {
        expect(toHex(ours.multiply(point)), toHex(scalar)).toBe(toHex(theirs.multiply(point)));
      }
    }
  });

  it('combines as noble does', () => {
    for (const point of points) {
      for (const scalar of scalars.slice(0, 12)) {
        const s = bytesToNumber(scalar);
        const t = bytesToNumber(systemRandom(31)) + 1n;
        expect(native.combineX(s, t, point)).toBe(pure.combineX(s, t, point));
      }
    }
  });

  it('knows infinity', () => {
    const point = base.multiply(5n).toBytes(false);
    // 5·G·t + s·G with s = n - 5t.
    expect(native.combineX(n - 35n, 7n, point)).toBeUndefined();
    expect(pure.combineX(n - 35n, 7n, point)).toBeUndefined();
  });
});
