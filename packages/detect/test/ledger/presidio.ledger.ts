import { createScanner } from '@yushu/detect';
import type { LedgerSuite } from '@yushu/testkit';
import { countCases, readVectors } from './count-cases.ts';

interface Case {
  readonly entity: string;
  readonly text: string;
  readonly count: number;
  readonly spans: readonly (readonly [number, number])[] | null;
}

/** Entities that are implemented here. */
const categories: Readonly<Record<string, readonly string[]>> = {
  CREDIT_CARD: ['finance.card'],
  CRYPTO: ['finance.crypto_address'],
  EMAIL_ADDRESS: ['contact.email'],
  IBAN_CODE: ['finance.iban'],
  IP_ADDRESS: ['network.ipv4', 'network.ipv6'],
  MAC_ADDRESS: ['network.mac'],
  PHONE_NUMBER: ['contact.phone'],
  US_SSN: ['id.ssn.us'],
  AU_ABN: ['id.tax.au'],
  AU_ACN: ['id.tax.au'],
  AU_TFN: ['id.tax.au'],
  AU_MEDICARE: ['id.health.au'],
  ES_NIE: ['id.national.es'],
  ES_NIF: ['id.national.es'],
  IT_FISCAL_CODE: ['id.tax.it'],
  PL_PESEL: ['id.national.pl'],
  TH_TNIN: ['id.national.th'],
  TR_NATIONAL_ID: ['id.national.tr'],
  ZA_ID_NUMBER: ['id.national.za'],
};

const scanners = new Map(
  Object.entries(categories).map(([entity, wanted]) => [
    entity,
    // A recogniser of Presidio runs alone and reports every score.
    createScanner({ categories: wanted, minLikelihood: 'very_unlikely' }),
  ]),
);

function passes({ entity, text, count, spans }: Case): boolean | undefined {
  const found = scanners.get(entity)?.scan(text);
  if (found === undefined) return undefined;
  if (count === 0) return found.every(({ score }) => score < 0.7);
  return (spans ?? []).every(([start, end]) =>
    found.some(({ span }) => span.start === start && span.end === end),
  );
}

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'detect/presidio-recognizers',
    source:
      'microsoft/presidio recogniser tests at 0aa9f8e, MIT; spans found, and nothing likely where nothing is expected',
    pinned: 405,
    run: () =>
      countCases(readVectors<{ cases: Case[] }>('presidio-recognizers.json').cases, passes),
  },
  {
    suite: 'detect/presidio-glued',
    source: 'the same values, each between Chinese characters',
    pinned: 202,
    run: () =>
      countCases(
        readVectors<{ cases: Case[] }>('presidio-recognizers.json').cases,
        ({ entity, text, count, spans }) => {
          const [span] = spans ?? [];
          if (count !== 1 || span === undefined) return undefined;
          const value = text.slice(span[0], span[1]);
          return passes({
            entity,
            text: `编号${value}有效`,
            count: 1,
            spans: [[2, 2 + value.length]],
          });
        },
      ),
  },
];
