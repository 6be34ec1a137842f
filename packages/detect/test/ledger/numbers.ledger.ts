import type { LedgerSuite } from '@yushu/testkit';
import { isBase58Check, isBech32 } from '../../src/detectors/crypto-address.ts';
import { isIban } from '../../src/detectors/iban.ts';
import { isUscc } from '../../src/detectors/organisation-code.ts';
import { nationalNumbers } from '../../src/national/national-numbers.ts';
import { isNumberOf } from '../../src/national/number-format.ts';
import { countCases, readVectors } from './count-cases.ts';

type Verdict = readonly [format: string, input: string, valid: 0 | 1];

const compact = (text: string): string =>
  text
    .trim()
    .toUpperCase()
    .replaceAll(/[\s.\-/]/g, '');

const others: Readonly<Record<string, (input: string) => boolean>> = {
  'cn.uscc': (input) => compact(input).length === 18 && isUscc(compact(input)),
  bitcoin: (input) => isBase58Check(input.trim()) || isBech32(input.trim()),
  iban: (input) => isIban(compact(input)),
};

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'detect/stdnum-verdicts',
    source: 'arthurdejong/python-stdnum tests and doctests at 006192e: verdicts only',
    pinned: 2393,
    run: () => {
      const formats = new Map(nationalNumbers.map((format) => [format.id, format]));
      return countCases(
        readVectors<{ validate: Verdict[] }>('stdnum.json').validate,
        ([id, input, valid]) => {
          const format = formats.get(id);
          const verdict = format === undefined ? others[id]?.(input) : isNumberOf(format, input);
          return verdict === undefined ? undefined : verdict === (valid === 1);
        },
      );
    },
  },
];
