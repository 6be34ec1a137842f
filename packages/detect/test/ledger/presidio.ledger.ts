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
  CA_SIN: ['id.national.ca', 'id.tax.ca'],
  DE_TAX_ID: ['id.tax.de'],
  DE_VAT_ID: ['id.tax.de'],
  DE_HEALTH_INSURANCE: ['id.health.de'],
  DE_SOCIAL_SECURITY: ['id.national.de'],
  DE_ID_CARD: ['id.national.de'],
  DE_PASSPORT: ['id.passport'],
  DE_LANR: ['id.health.de'],
  DE_BSNR: ['id.health.de'],
  FI_PERSONAL_IDENTITY_CODE: ['id.national.fi'],
  IN_AADHAAR: ['id.national.in'],
  IN_PAN: ['id.tax.in'],
  IN_GSTIN: ['id.tax.in'],
  IN_VOTER: ['id.national.in'],
  IN_PASSPORT: ['id.passport'],
  KR_RRN: ['id.national.kr'],
  KR_FRN: ['id.national.kr'],
  KR_BRN: ['id.tax.kr'],
  KR_DRIVER_LICENSE: ['id.driver.kr'],
  KR_PASSPORT: ['id.passport'],
  SE_PERSONNUMMER: ['id.national.se'],
  SE_ORGANISATIONSNUMMER: ['id.tax.se'],
  SG_NRIC_FIN: ['id.national.sg'],
  SG_UEN: ['id.tax.sg'],
  UK_NHS: ['id.health.gb'],
  UK_NINO: ['id.national.gb'],
  UK_PASSPORT: ['id.passport'],
  UK_DRIVING_LICENCE: ['id.driver.gb'],
  US_ITIN: ['id.tax.us'],
  US_NPI: ['id.health.us'],
  US_MBI: ['id.health.us'],
  MEDICAL_LICENSE: ['id.health.us'],
  PH_TIN: ['id.tax.ph'],
  PH_MOBILE_NUMBER: ['contact.phone'],
  TR_PHONE_NUMBER: ['contact.phone'],
  IT_DRIVER_LICENSE: ['id.driver.it'],
  IT_IDENTITY_CARD: ['id.national.it'],
  ES_PASSPORT: ['id.passport'],
  UK_POSTCODE: ['location.postcode'],
  DATE_TIME: ['date'],
  URL: ['network.url'],
};

const scanners = new Map(
  Object.entries(categories).map(([entity, wanted]) => [
    entity,
    // A recogniser of Presidio runs alone and reports every score.
    createScanner({ categories: wanted, minLikelihood: 'very_unlikely' }),
  ]),
);

/**
 * A recogniser that looks for one of two kinds of number that are one category here: what the other kind finds does not count against
 * it. Korean numbers of residents and of foreigners differ in their seventh digit.
 */
const otherKinds: Readonly<Record<string, RegExp>> = {
  KR_RRN: /\.kr\.frn/,
  KR_FRN: /\.kr\.rrn/,
};

function passes({ entity, text, count, spans }: Case): boolean | undefined {
  const found = scanners.get(entity)?.scan(text);
  if (found === undefined) return undefined;
  const other = otherKinds[entity];
  if (count === 0)
    return found.every(({ score, detector }) => score < 0.7 || other?.test(detector) === true);
  return (spans ?? []).every(([start, end]) =>
    found.some(({ span }) => span.start === start && span.end === end),
  );
}

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'detect/presidio-recognizers',
    source:
      'microsoft/presidio recogniser tests at 0aa9f8e, MIT; spans found, and nothing likely where nothing is expected',
    pinned: 807,
    run: () =>
      countCases(readVectors<{ cases: Case[] }>('presidio-recognizers.json').cases, passes),
  },
  {
    suite: 'detect/presidio-glued',
    source: 'the same values, each between Chinese characters',
    pinned: 444,
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
