import { createHash } from 'node:crypto';
import { importSm2PrivateKey, type Sm2PrivateKey } from '@yushu/gm/sm2';
import { bytesToNumber, numberTo32Bytes } from '../../src/bytes/big-endian.ts';
import { Sm2Point } from '../../src/sm2/curve.ts';
import { findShortScalars, makeShortPrivateKey } from './find-short-keys.ts';

/** One round with a peer: everything in it follows from its number, so that a failure can be looked at again. */
export interface Round {
  readonly privateKey: Sm2PrivateKey;
  /** The number k of our encryption, where it is chosen. */
  readonly k: Uint8Array | undefined;
  /** Whether a key is agreed on as well, with peers that can. */
  readonly exchanges: boolean;
  /** Our ephemeral private key, where it is chosen. */
  readonly ephemeral: Uint8Array | undefined;
  readonly message: Uint8Array;
  readonly order: 0 | 1;
  readonly userId: string;
  readonly der: boolean;
  /** Where zeros stand in front on purpose. */
  readonly zeros: readonly ZeroPlace[];
}

export type ZeroPlace = 'private key' | 'public key' | 'C1' | 'shared point' | 'ephemeral key';

const { Fn } = Sm2Point;
let shortScalars: readonly Uint8Array[] | undefined;

/** Scalars whose product with G has a zero in front: one of 128 has, these are found once. */
function shortScalar(at: number): Uint8Array {
  shortScalars ??= findShortScalars(Sm2Point.BASE, 200);
  return shortScalars[at % shortScalars.length]!;
}

/** 32 bytes that look random and follow from the round. */
const draw = (round: number, what: string): Uint8Array =>
  createHash('sha256').update(`sm2 round trip ${round}: ${what}`).digest();

/** k for which k·P is the given multiple of G. */
const shareWith = (scalar: Uint8Array, d: Uint8Array): Uint8Array =>
  numberTo32Bytes(Fn.div(bytesToNumber(scalar), bytesToNumber(d)));

/** Every so many rounds a key exchange, with peers that have it. */
const roundsBetweenExchanges = 5;
const places = ['private key', 'public key', 'C1', 'shared point'] as const;

/**
 * Plans a round. Of eight rounds one has a private key that begins with 1 to 30 zero bytes, one a public key with a zero in front of a
 * coordinate, one such a C1, one such a shared point; of two key exchanges one has such an ephemeral key.
 */
export function planRound(number: number): Round {
  const cycle = Math.floor(number / 8);
  const place = places.at(number % 8);
  const exchanges = number % roundsBetweenExchanges === 0;
  const ephemeral =
    exchanges && (number / roundsBetweenExchanges) % 2 === 0 ? shortScalar(number) : undefined;
  const raw =
    place === 'private key'
      ? makeShortPrivateKey(1 + (cycle % 30), draw(number, 'd'))
      : place === 'public key'
        ? shortScalar(cycle)
        : draw(number, 'd');
  const parts = ['message, part 1', 'part 2', 'part 3', 'part 4'].map((part) => draw(number, part));
  return {
    privateKey: importSm2PrivateKey('raw', raw),
    k:
      place === 'C1'
        ? shortScalar(cycle)
        : place === 'shared point'
          ? shareWith(shortScalar(cycle), raw)
          : undefined,
    exchanges,
    ephemeral,
    // The peers refuse the empty message; lengths go through the borders of a hash block.
    message: Buffer.concat(parts).subarray(0, 1 + (number % 97)),
    order: (cycle % 2) as 0 | 1,
    userId: number % 3 === 0 ? '1234567812345678' : `user-${number}`,
    der: cycle % 4 < 2,
    zeros: [
      ...(place === undefined ? [] : [place]),
      ...(ephemeral === undefined ? [] : (['ephemeral key'] as const)),
    ],
  };
}
