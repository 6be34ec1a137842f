import { FF1 } from '@noble/ciphers/ff1.js';
import { createFf1, createFpe } from '@yushu/encrypt/fpe';
import type { Bench } from '../../src/bench.ts';

const key = Uint8Array.from({ length: 32 }, (_, index) => index * 5);

/** Decimal values of one length, the same in every run. */
function makeValues(count: number, length: number): number[][] {
  let state = 2026;
  return Array.from({ length: count }, () =>
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state >>> 8) % 10;
    }),
  );
}

const sameNumerals = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length && one.every((numeral, index) => numeral === other[index]);

/** Lengths of a PIN block, a mobile number, a card, an identity number, an account with its bank, and two such. */
const lengths = [6, 11, 16, 18, 24, 30, 40] as const;

const single = lengths.map(
  (length): Bench => ({
    name: `encrypt.fpe.ff1-${length}-digits`,
    about: `FF1 with AES-256 over ${length} digits, one value at a time`,
    prepare() {
      const values = makeValues(50, length);
      const ours = createFf1({ radix: 10, key });
      const theirs = FF1(10, key);
      return {
        work: { unit: 'value', amount: values.length },
        check() {
          for (const value of values) {
            const encrypted = ours.encrypt(value);
            if (!sameNumerals(encrypted, theirs.encrypt(value))) throw new Error('results differ');
            if (!sameNumerals(ours.decrypt(encrypted), value)) throw new Error('no way back');
          }
        },
        subjects: {
          createFf1: () => values.reduce((sum, value) => sum + ours.encrypt(value)[0]!, 0),
          '@noble/ciphers': () => values.reduce((sum, value) => sum + theirs.encrypt(value)[0]!, 0),
        },
      };
    },
  }),
);

const columns = lengths.map(
  (length): Bench => ({
    name: `encrypt.fpe.ff1-column-${length}-digits`,
    about: `FF1 with AES-256 over a column of 2,000 values of ${length} digits`,
    prepare() {
      const values = makeValues(2_000, length);
      const ours = createFf1({ radix: 10, key });
      const theirs = FF1(10, key);
      return {
        work: { unit: 'value', amount: values.length },
        check() {
          const column = ours.encryptColumn(values);
          if (!values.every((value, at) => sameNumerals(column[at]!, theirs.encrypt(value)))) {
            throw new Error('results differ');
          }
        },
        subjects: {
          'createFf1 by column': () => ours.encryptColumn(values),
          '@noble/ciphers': () => values.map((value) => theirs.encrypt(value)),
        },
      };
    },
  }),
);

const mobile: Bench = {
  name: 'encrypt.fpe.mobile',
  about:
    'A mobile number into another, beside FF1 of its eight digits alone with a key schedule a value',
  prepare() {
    const numbers = makeValues(50, 8).map((digits) => `138${digits.join('')}`);
    const fpe = createFpe({ format: 'mobile', key: { keyId: 'bench', bytes: key } });
    const place = { table: 'customers', column: 'phone' };
    return {
      work: { unit: 'value', amount: numbers.length },
      check() {
        for (const number of numbers) {
          const hidden = fpe.apply(number, place);
          if (!/^138\d{8}$/.test(hidden)) throw new Error('not a mobile number');
          if (fpe.reveal(hidden, place) !== number) throw new Error('no way back');
        }
      },
      subjects: {
        'createFpe mobile': () =>
          numbers.reduce((sum, number) => sum + fpe.apply(number, place).length, 0),
        '@noble/ciphers FF1': () =>
          numbers.reduce(
            (sum, number) =>
              sum +
              FF1(10, key)
                .encrypt(Array.from(number.slice(3), Number))
                .join('').length,
            0,
          ),
      },
    };
  },
};

export const benches: readonly Bench[] = [...single, ...columns, mobile];
