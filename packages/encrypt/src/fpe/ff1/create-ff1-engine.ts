/**
 * FF1 under one key: shapes, tweaks and rounds, made once and kept.
 *
 * @module
 */
import { type BlockCipher, encryptWordsOf } from '../cipher/block-cipher.ts';
import { createCache } from '../create-cache.ts';
import { type BigRounds, createBigRounds } from './ff1-bigints.ts';
import { createLimbRounds, type LimbRounds } from './ff1-limbs.ts';
import { createNumberRounds, fitsNumbers, type NumberRounds } from './ff1-numbers.ts';
import { ff1Prefix } from './ff1-prefix.ts';
import { type Ff1Shape, ff1Shape } from './ff1-shape.ts';

/** FF1 for one radix, length and tweak. */
export interface Ff1Rounds {
  readonly shape: Ff1Shape;
  /** There where both halves fit into numbers; otherwise `big` is to be used. */
  readonly numbers: NumberRounds | undefined;
  /** There where halves are a few limbs. */
  readonly limbs: LimbRounds | undefined;
  readonly big: BigRounds;
}

/** Makes {@link Ff1Rounds}. Nothing is kept here but shapes. */
export type Ff1Engine = (radix: number, length: number, tweak: Uint8Array) => Ff1Rounds;

/** Shapes that are kept. Those of long strings hold big numbers, so there is a bound. */
const maxShapes = 64;

/** An engine over a block cipher. */
export function createFf1Engine(cipher: BlockCipher): Ff1Engine {
  const encryptWords = encryptWordsOf(cipher);
  const shapes = createCache<string, Ff1Shape>(maxShapes);
  return (radix, length, tweak) => {
    const shape = shapes.get(`${radix},${length}`, () => ff1Shape(radix, length));
    const prefix = ff1Prefix(shape, tweak, encryptWords);
    const isSmall = fitsNumbers(shape);
    const limbs = isSmall ? undefined : createLimbRounds(shape, prefix, cipher, encryptWords);
    return {
      shape,
      numbers: isSmall ? createNumberRounds(shape, prefix, cipher, encryptWords) : undefined,
      limbs,
      big: limbs ?? createBigRounds(shape, prefix, encryptWords),
    };
  };
}
