import { createECDH } from 'node:crypto';
import { systemRandom } from '@yushu/core';
import { describe, expect, it } from 'vitest';
import { bytesToNumber, numberTo32Bytes } from '../../src/bytes/big-endian.ts';
import {
  addPoints,
  createPoint,
  decodePoint,
  doublePoint,
  encodePoint,
} from '../../src/sm2/curve-point.ts';
import {
  add,
  createElement,
  elementOf,
  invert,
  settle,
  subtract,
  toNumber,
} from '../../src/sm2/field.ts';
import { multiply as multiplyField } from '../../src/sm2/multiply-field.ts';
import { createTable, multiplyTablePublicly } from '../../src/sm2/multiply-point.ts';
import { sm2Parameters } from '../../src/sm2/parameters.ts';
import { readPoint } from '../../src/sm2/point.ts';
import { recodeScalar } from '../../src/sm2/recode-scalar.ts';
import { combineX, multiply, multiplyBase } from '../../src/sm2/scalar-products.ts';
import { square } from '../../src/sm2/square-field.ts';
import { toHex } from '../ledger/read-vectors.ts';
import { findShortScalars, shortPrivateKeys } from './find-short-keys.ts';
import { NoblePoint } from './noble-curve.ts';

const { p, n } = sm2Parameters;
const base = NoblePoint.BASE;

/** Numbers about the borders of limbs, of the modulus and of its parts, then random ones. */
const fieldNumbers = [
  ...[0n, 1n, 2n, p - 1n, p - 2n, (p - 1n) / 2n, 2n ** 255n, 2n ** 224n, 2n ** 96n - 1n],
  ...Array.from({ length: 11 }, (_, i) => 2n ** BigInt(24 * i) - 1n),
  ...Array.from({ length: 11 }, (_, i) => 2n ** BigInt(24 * i + 23)),
  ...Array.from({ length: 60 }, () => bytesToNumber(systemRandom(32)) % p),
].map((value) => value % p);

const mod = (value: bigint, modulus: bigint) => ((value % modulus) + modulus) % modulus;

describe('field', () => {
  it('multiplies, squares, adds and subtracts as BigInt', () => {
    const out = createElement();
    for (const x of fieldNumbers) {
      const a = elementOf(x);
      expect(toNumber(a)).toBe(x);
      square(out, a);
      expect(toNumber(out)).toBe((x * x) % p);
      for (const y of fieldNumbers) {
        const b = elementOf(y);
        multiplyField(out, a, b);
        expect(toNumber(out)).toBe((x * y) % p);
        add(out, a, b);
        expect(toNumber(out)).toBe((x + y) % p);
        subtract(out, a, b);
        expect(toNumber(out)).toBe(mod(x - y, p));
      }
    }
  });

  it('is exact at the bounds that it names', () => {
    // Three bounds times three, and ten times one, with all limbs at their greatest and every sign.
    for (const [left, right] of [
      [3, 3],
      [10, 1],
      [1, 10],
      [5, 2],
    ] as const) {
      for (let signs = 0; signs < 64; signs++) {
        const fill = (factor: number, turn: number) =>
          Float64Array.from({ length: 11 }, (_, i) =>
            i === 10 ? 2 ** 16 : ((signs >> ((i + turn) % 6)) & 1 ? -1 : 1) * factor * 2 ** 23,
          );
        const a = fill(left, 0);
        const b = fill(right, 3);
        const value = (limbs: Float64Array) =>
          limbs.reduceRight((sum, limb) => sum * 2n ** 24n + BigInt(limb), 0n);
        const out = createElement();
        multiplyField(out, a, b);
        expect(mod(value(out) * 2n ** 264n, p)).toBe(mod(value(a) * value(b), p));
        for (let i = 0; i < 10; i++) expect(Math.abs(out[i]!)).toBeLessThanOrEqual(2 ** 23);
        if (left === 3) {
          square(out, a);
          expect(mod(value(out) * 2n ** 264n, p)).toBe(mod(value(a) * value(a), p));
        }
        const settled = a.slice();
        settle(settled);
        expect(value(settled)).toBe(value(a));
        for (let i = 0; i < 10; i++) expect(Math.abs(settled[i]!)).toBeLessThanOrEqual(2 ** 23);
      }
    }
  });

  it('inverts, zero to zero', () => {
    const out = createElement();
    for (const x of fieldNumbers) {
      invert(out, elementOf(x));
      expect((toNumber(out) * x) % p).toBe(x === 0n ? 0n : 1n);
    }
  });
});

describe('points', () => {
  /** Infinity, the base point and others, with their opposites and doubles: every exception of incomplete formulas. */
  const some = [
    base,
    base.double(),
    base.multiply(7n),
    base.multiply(bytesToNumber(systemRandom(31))),
  ];
  const all = [NoblePoint.ZERO, ...some, ...some.map((one) => one.negate())];
  const ours = (point: typeof base) =>
    point.is0() ? createPoint() : decodePoint(point.toBytes(false));
  const hexOf = (point: typeof base) => (point.is0() ? undefined : point.toHex(false));
  const encoded = (point: ReturnType<typeof createPoint>) => {
    const bytes = encodePoint(point);
    return bytes && toHex(bytes);
  };

  it('add up and double as those of noble, all cases', () => {
    const out = createPoint();
    for (const one of all) {
      doublePoint(out, ours(one));
      expect(encoded(out)).toBe(hexOf(one.double()));
      for (const other of all) {
        addPoints(out, ours(one), ours(other));
        expect(encoded(out)).toBe(hexOf(one.add(other)));
      }
    }
  });

  it('are read in both forms, and refused off the curve', () => {
    for (const one of some) {
      expect(toHex(readPoint(one.toBytes(true))!)).toBe(one.toHex(false));
      const bytes = one.toBytes(false);
      expect(toHex(readPoint(bytes)!)).toBe(one.toHex(false));
      bytes[64] = bytes[64]! ^ 1;
      expect(readPoint(bytes)).toBeUndefined();
    }
    const wrong = Array.from({ length: 60 }, () => Uint8Array.of(2, ...systemRandom(32)));
    for (const bytes of wrong) {
      let expected: string | undefined;
      try {
        expected = NoblePoint.fromBytes(bytes).toHex(false);
      } catch {
        expected = undefined;
      }
      const read = readPoint(bytes);
      expect(read && toHex(read)).toBe(expected);
    }
    const beyond = Uint8Array.of(2, ...numberTo32Bytes(p + 1n));
    expect(readPoint(beyond)).toBeUndefined();
  });
});

describe('multiples', () => {
  const near = Array.from({ length: 70 }, (_, i) => BigInt(i + 1));
  const scalars = [
    ...near,
    ...near.map((distance) => n - distance),
    // Where 2^256 and n come near each other, as the last window does.
    ...[2n ** 256n - n, 2n ** 256n - n - 1n, 2n ** 256n - n + 1n, 2n ** 255n, 2n ** 255n - 1n],
    ...[n / 2n, n / 2n + 1n, n - (2n ** 256n - n), (n - 31n) / 32n, (n + 1n) / 2n + 16n],
    ...Array.from({ length: 51 }, (_, i) => 32n ** BigInt(i)),
    ...Array.from({ length: 51 }, (_, i) => 32n ** BigInt(i) - 1n),
    ...Array.from({ length: 40 }, () => (bytesToNumber(systemRandom(32)) % (n - 1n)) + 1n),
  ]
    .filter((k) => k > 0n && k < n)
    .map(numberTo32Bytes)
    .concat(shortPrivateKeys, findShortScalars(base, 6));
  const point = base.multiply(bytesToNumber(systemRandom(31)));
  const bytes = point.toBytes(false);

  it('are recoded to the same number in odd digits', () => {
    for (const scalar of scalars) {
      const { digits, sign } = recodeScalar(scalar);
      expect(digits.every((digit) => digit % 2 !== 0 && Math.abs(digit) <= 31)).toBe(true);
      const sum = digits.reduceRight((value, digit) => value * 32n + BigInt(digit), 0n);
      expect(mod(BigInt(sign) * sum, n)).toBe(bytesToNumber(scalar));
    }
  });

  it('are those of noble', () => {
    const table = createTable(decodePoint(bytes));
    for (const scalar of scalars) {
      const k = bytesToNumber(scalar);
      expect(toHex(multiplyBase(scalar)), `${k}`).toBe(base.multiplyUnsafe(k).toHex(false));
      const expected = point.multiplyUnsafe(k).toHex(false);
      expect(toHex(multiply(bytes, scalar)), `${k}`).toBe(expected);
      expect(toHex(encodePoint(multiplyTablePublicly(table, scalar))!), `${k}`).toBe(expected);
    }
  });

  it('are those of OpenSSL', () => {
    const ecdh = createECDH('SM2');
    for (const scalar of scalars.slice(-60)) {
      ecdh.setPrivateKey(scalar);
      expect(toHex(multiplyBase(scalar))).toBe(ecdh.getPublicKey('hex'));
      expect(toHex(multiply(bytes, scalar).subarray(1, 33))).toBe(
        ecdh.computeSecret(bytes).toString('hex'),
      );
    }
  });

  it('are combined, infinity and equal summands included', () => {
    const five = base.multiply(5n);
    const fiveBytes = five.toBytes(false);
    for (const table of [undefined, createTable(decodePoint(fiveBytes))]) {
      expect(combineX(n - 35n, 7n, fiveBytes, table)).toBeUndefined();
      expect(combineX(35n, 7n, fiveBytes, table)).toBe(base.multiply(70n).x);
      for (const scalar of scalars.slice(0, 40)) {
        const s = bytesToNumber(scalar);
        const t = (bytesToNumber(systemRandom(32)) % (n - 1n)) + 1n;
        expect(combineX(s, t, fiveBytes, table)).toBe(base.mulAddUnsafe(s, five, t).x);
      }
    }
  });
});
