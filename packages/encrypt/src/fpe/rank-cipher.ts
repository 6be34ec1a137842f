/**
 * Enciphers ranks: FF1 over a numeral string that is just large enough, or the exact permutation where there are few ranks.
 *
 * @module
 */
import type { BlockCipherFactory } from './cipher/block-cipher.ts';
import { createCache } from './create-cache.ts';
import { createFf1Engine, type Ff1Rounds } from './ff1/create-ff1-engine.ts';
import type { Domain, Layout } from './formats/layout.ts';
import { createPermutation, type Permutation } from './permutation/create-permutation.ts';

/** The smallest number of values that FF1 may encipher: SP 800-38G Rev. 1 (second draft), section 5. */
export const domainFloor = 1_000_000;

/** Tweaks whose rounds are kept. */
const maxRounds = 2_048;

/** Entries of all permutations that are kept, at 8 bytes each. */
const maxEntries = 2 ** 21;

/** Largest radix of FF1. */
const maxRadix = 65_536n;

/** How the ranks of a domain are enciphered. */
interface Plan {
  readonly name: string;
  readonly size: bigint;
  /** Set where FF1 is used. */
  readonly numerals?: { readonly radix: number; readonly length: number };
  /** Whether each number that FF1 gives for this domain is exact as a JavaScript number. */
  readonly exact: boolean;
}

/**
 * The shortest even numeral string whose radix is allowed and the smallest radix that makes room for all ranks: it leaves almost
 * nothing over, so that hardly a rank is walked over.
 */
function numeralsFor(size: bigint): { radix: number; length: number } {
  for (let length = 2; ; length += 2) {
    let radix = BigInt(Math.max(2, Math.floor(Number(size) ** (1 / length)) - 1));
    if (Number(size) === Number.POSITIVE_INFINITY) radix = maxRadix;
    while (radix ** BigInt(length) < size) radix += 1n;
    if (radix <= maxRadix) return { radix: Number(radix), length };
  }
}

function planOf(domain: Domain): Plan {
  const size =
    'size' in domain ? BigInt(domain.size) : BigInt(domain.radix) ** BigInt(domain.length);
  if (size < BigInt(domainFloor)) return { name: `table ${size}`, size, exact: true };
  const numerals = 'size' in domain ? numeralsFor(size) : domain;
  const all = BigInt(numerals.radix) ** BigInt(numerals.length);
  return {
    name: `ff1 ${numerals.radix}^${numerals.length} ${size}`,
    size,
    numerals,
    exact: all <= BigInt(Number.MAX_SAFE_INTEGER),
  };
}

/** Enciphers ranks under one key. */
export interface RankCipher {
  /** Whether the domain is below the floor, so that the exact permutation is used. */
  isSmall(domain: Domain): boolean;
  /**
   * The rank in the place of `layout.rank`. `tweakOf` gives the tweak for a text that names domain and what is kept; it is only
   * called for what is not in the cache.
   */
  transform<Rank extends number | bigint>(
    layout: Layout<Rank>,
    place: string,
    tweakOf: (kept: string) => Uint8Array,
    decrypt: boolean,
  ): Rank;
}

/** A cipher of ranks. */
export function createRankCipher(factory: BlockCipherFactory, key: Uint8Array): RankCipher {
  const engine = createFf1Engine(factory(key));
  const plans = createCache<string, Plan>(1_024);
  const rounds = createCache<string, Ff1Rounds>(maxRounds);
  const tables = createCache<string, Permutation>(maxEntries, (table) => table.forward.length);
  const pair = new Float64Array(2);

  const plan = (domain: Domain) =>
    plans.get('size' in domain ? `s${domain.size}` : `n${domain.radix}^${domain.length}`, () =>
      planOf(domain),
    );

  const stepNumber = ({ shape, numbers }: Ff1Rounds, decrypt: boolean) => {
    const rightSize = Number(shape.rightSize);
    return (rank: number): number => {
      let left = Math.floor(rank / rightSize);
      let right = rank - left * rightSize;
      if (right < 0) {
        left -= 1;
        right += rightSize;
      }
      pair[0] = left;
      pair[1] = right;
      if (decrypt) numbers!.decrypt(pair);
      else numbers!.encrypt(pair);
      return pair[0] * rightSize + pair[1];
    };
  };

  const stepBig = ({ shape, numbers, big }: Ff1Rounds, decrypt: boolean) => {
    const { rightSize } = shape;
    return (rank: bigint): bigint => {
      const left = rank / rightSize;
      const right = rank - left * rightSize;
      if (numbers === undefined) {
        const [first, last] = decrypt ? big.decrypt(left, right) : big.encrypt(left, right);
        return first * rightSize + last;
      }
      pair[0] = Number(left);
      pair[1] = Number(right);
      if (decrypt) numbers.decrypt(pair);
      else numbers.encrypt(pair);
      return BigInt(pair[0]) * rightSize + BigInt(pair[1]);
    };
  };

  /** Steps until the rank is one of the domain and of the same kind: the permutation of a set walked along its cycle. */
  const walk = <Rank extends number | bigint>(
    layout: Layout<Rank>,
    size: bigint,
    step: (rank: Rank) => Rank,
  ): Rank => {
    let rank = layout.rank;
    do rank = step(rank);
    while (rank >= size || layout.accepts?.(rank) === false);
    return rank;
  };

  return {
    isSmall: (domain) => plan(domain).numerals === undefined,
    transform(layout, place, tweakOf, decrypt) {
      const { name, size, numerals, exact } = plan(layout.domain);
      const big = typeof layout.rank === 'bigint';
      if (numerals === undefined) {
        // One table for all that is kept: a table for each would be too many.
        const table = tables.get(`${name}\0${place}`, () =>
          createPermutation(factory, key, tweakOf(''), Number(size)),
        );
        const entries = decrypt ? table.backward : table.forward;
        const step = (rank: number | bigint) => {
          const entry = entries[Number(rank)]!;
          return (big ? BigInt(entry) : entry) as typeof layout.rank;
        };
        return walk(layout, size, step);
      }
      const made = rounds.get(`${name}\0${layout.kept}\0${place}`, () =>
        engine(numerals.radix, numerals.length, tweakOf(layout.kept)),
      );
      if (big) {
        return walk(
          layout,
          size,
          stepBig(made, decrypt) as (rank: number | bigint) => typeof layout.rank,
        );
      }
      if (exact && made.numbers !== undefined) {
        return walk(
          layout,
          size,
          stepNumber(made, decrypt) as (rank: number | bigint) => typeof layout.rank,
        );
      }
      const wide = stepBig(made, decrypt);
      // Beyond the domain a number would not be exact: walk on as a big integer until it is back.
      const step = (rank: number) => {
        let next = wide(BigInt(rank));
        while (next >= size) next = wide(next);
        return Number(next);
      };
      return walk(layout, size, step as (rank: number | bigint) => typeof layout.rank);
    },
  };
}
