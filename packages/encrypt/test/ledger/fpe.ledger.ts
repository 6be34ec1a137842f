import { createFf1, createLegacyFf3 } from '@yushu/encrypt/fpe';
import type { LedgerSuite } from '@yushu/testkit';
import { hex, readVectors } from '../vectors/read-vectors.ts';
import { countCases, refuses } from './count-cases.ts';

interface FpeCase {
  readonly radix?: number;
  readonly alphabet?: string;
  readonly key: string;
  readonly tweak?: string;
  readonly pt: string;
  readonly ct: string;
}

interface NistVectors {
  readonly alphabets: Readonly<Record<string, string>>;
  readonly acvpFF1: readonly FpeCase[];
  readonly acvpFF3_1: readonly FpeCase[];
  readonly nistFF1Samples: readonly FpeCase[];
  readonly nistFF3Samples: readonly FpeCase[];
  readonly acvpFF1DecimalOld: readonly FpeCase[];
  readonly nobleBinaryFF1: readonly { key: string; data: string; exp: string }[];
  readonly nobleHighRadix: readonly {
    radix: number;
    key: string;
    tweak: string;
    msg: readonly number[];
    ct: readonly number[];
  }[];
}

interface WycheproofTest {
  readonly key: string;
  readonly tweak: string;
  readonly msg: string | readonly number[];
  readonly ct: string | readonly number[];
  readonly result: 'valid' | 'invalid';
}

interface WycheproofVectors {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly testGroups: readonly {
          readonly radix: number;
          readonly alphabet?: string;
          readonly tests: readonly WycheproofTest[];
        }[];
      }
    >
  >;
}

const nist = () => readVectors<NistVectors>('fpe/nist-fpe.json');
const wycheproof = () => readVectors<WycheproofVectors>('fpe/wycheproof-ff1.json');

/** A numeral that stands in no alphabet becomes −1, which must be refused. */
const toNumerals = (text: string | readonly number[], alphabet: string) =>
  typeof text === 'string' ? Array.from(text, (character) => alphabet.indexOf(character)) : text;

const equal = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length && one.every((numeral, index) => numeral === other[index]);

/** The vectors go below a million values: the floor of 2016. */
const ff1Of = (radix: number, key: string, tweak: string) =>
  createFf1({ radix, key: hex(key), tweak: hex(tweak), insecureDomainFloor: 100 });

/** One at a time, in a column, and back. */
function ff1Holds(
  radix: number,
  key: string,
  tweak: string,
  plain: readonly number[],
  cipher: readonly number[],
): boolean {
  const ff1 = ff1Of(radix, key, tweak);
  const column = Array<readonly number[]>(9);
  return (
    equal(ff1.encrypt(plain), cipher) &&
    equal(ff1.decrypt(cipher), plain) &&
    ff1.encryptColumn(column.fill(plain)).every((result) => equal(result, cipher)) &&
    ff1.decryptColumn(column.fill(cipher)).every((result) => equal(result, plain))
  );
}

const countFf1 = (cases: (vectors: NistVectors) => readonly FpeCase[]) => () => {
  const vectors = nist();
  return countCases(cases(vectors), ({ radix = 10, alphabet, key, tweak = '', pt, ct }) => {
    const symbols = alphabet ?? vectors.alphabets[radix]!;
    return ff1Holds(radix, key, tweak, toNumerals(pt, symbols), toNumerals(ct, symbols));
  });
};

const countFf3 = (cases: (vectors: NistVectors) => readonly FpeCase[]) => () => {
  const vectors = nist();
  return countCases(cases(vectors), ({ radix = 10, alphabet, key, tweak = '', pt, ct }) => {
    const symbols = alphabet ?? vectors.alphabets[radix]!;
    const ff3 = createLegacyFf3({ radix, key: hex(key), tweak: hex(tweak) });
    return equal(ff3.decrypt(toNumerals(ct, symbols)), toNumerals(pt, symbols));
  });
};

const countWycheproof = (file: string) => () => {
  const groups = wycheproof().files[file]!.testGroups;
  const tests = groups.flatMap(({ radix, alphabet = '', tests: cases }) =>
    cases.map((test) => ({ ...test, radix, alphabet })),
  );
  return countCases(tests, ({ radix, alphabet, key, tweak, msg, ct, result }) => {
    const plain = toNumerals(msg, alphabet);
    const cipher = toNumerals(ct, alphabet);
    if (result === 'valid') return ff1Holds(radix, key, tweak, plain, cipher);
    return (
      refuses(() => ff1Of(radix, key, tweak).encrypt(plain)) &&
      refuses(() => ff1Of(radix, key, tweak).encryptColumn([plain]))
    );
  });
};

/** Bit 0 of a byte is its first numeral. */
const bitsOf = (data: string) =>
  Array.from(hex(data)).flatMap((byte) => Array.from({ length: 8 }, (_, bit) => (byte >> bit) & 1));

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'encrypt/ff1-acvp',
    source: 'usnistgov/ACVP-Server v1.1.0.43 ACVP-AES-FF1-1.0',
    pinned: 750,
    run: countFf1((vectors) => vectors.acvpFF1),
  },
  {
    suite: 'encrypt/ff1-acvp-decimal',
    source: 'usnistgov/ACVP-Server 8e6f5ee ACVP-AES-FF1-1.0, radix 10',
    pinned: 15,
    run: countFf1((vectors) => vectors.acvpFF1DecimalOld),
  },
  {
    suite: 'encrypt/ff1-nist-samples',
    source: 'NIST FF1samples.pdf',
    pinned: 9,
    run: countFf1((vectors) => vectors.nistFF1Samples),
  },
  {
    suite: 'encrypt/ff1-noble-binary',
    source: 'paulmillr/noble-ciphers test/vectors/ff1.json',
    pinned: 511,
    run: () =>
      countCases(nist().nobleBinaryFF1, ({ key, data, exp }) =>
        ff1Holds(2, key, '', bitsOf(data), bitsOf(exp)),
      ),
  },
  {
    suite: 'encrypt/ff1-noble-high-radix',
    source: 'paulmillr/noble-ciphers test/ff1.test.ts',
    pinned: 2,
    run: () =>
      countCases(nist().nobleHighRadix, ({ radix, key, tweak, msg, ct }) =>
        ff1Holds(radix, key, tweak, msg, ct),
      ),
  },
  {
    suite: 'encrypt/ff3-1-acvp-decrypt',
    source: 'usnistgov/ACVP-Server v1.1.0.43 ACVP-AES-FF3-1-1.0, decryption of every vector',
    pinned: 450,
    run: countFf3((vectors) => vectors.acvpFF3_1),
  },
  {
    suite: 'encrypt/ff3-nist-samples-decrypt',
    source: 'NIST FF3samples.pdf',
    pinned: 15,
    run: countFf3((vectors) => vectors.nistFF3Samples),
  },
  ...(
    [
      ['radix10', 143],
      ['radix36', 77],
      ['radix256', 74],
      ['radix65536', 56],
      ['base62', 107],
    ] as const
  ).map(([name, pinned]) => ({
    suite: `encrypt/ff1-wycheproof-${name}`,
    source: `C2SP/wycheproof dac1dd4 testvectors_v1/aes_ff1_${name}_test.json`,
    pinned,
    run: countWycheproof(`aes_ff1_${name}`),
  })),
];
