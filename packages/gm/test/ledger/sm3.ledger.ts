import { createHmacSm3, createSm3, kdfSm3, sm3 } from '@yushu/gm/sm3';
import type { LedgerSuite } from '@yushu/testkit';
import { countCases } from './count-cases.ts';
import { ascii, hex, readGmVectors, readWycheproof, toHex } from './read-vectors.ts';

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'gm/sm3',
    source: 'GB/T 32905-2016 appendix A: emmansun/gmsm sm3_test.go, MIT',
    pinned: 6,
    run: () =>
      countCases(readGmVectors('sm3'), ({ ascii: text, hash }) => {
        const message = ascii(text!);
        const inParts = createSm3();
        for (const byte of message) inParts.update(Uint8Array.of(byte));
        return toHex(sm3(message)) === hash && toHex(inParts.digest()) === hash;
      }),
  },
  {
    suite: 'gm/sm3-kdf',
    source: 'GB/T 32918.4-2016 section 5.4.3: emmansun/gmsm TestKdf, MIT',
    pinned: 16,
    run: () =>
      countCases(
        readGmVectors('sm3_kdf'),
        ({ z_ascii, len, out }) => toHex(kdfSm3(ascii(z_ascii!), Number(len))) === out,
      ),
  },
  {
    suite: 'gm/wycheproof-hmac-sm3',
    source: 'C2SP/wycheproof testvectors_v1/hmac_sm3_test.json, Apache-2.0',
    pinned: 174,
    run: () =>
      countCases(
        readWycheproof('hmac-sm3').flatMap(({ tagSize, tests }) =>
          tests.map((test) => ({ tagBytes: tagSize / 8, test })),
        ),
        ({ tagBytes, test }) => {
          const { key, msg, tag, result } = test as Readonly<Record<string, string>>;
          const mac = createHmacSm3(hex(key!));
          const isValid = result === 'valid';
          const computed = toHex(mac.compute(hex(msg!)).subarray(0, tagBytes));
          return mac.verify(hex(msg!), hex(tag!)) === isValid && (computed === tag) === isValid;
        },
      ),
  },
];
