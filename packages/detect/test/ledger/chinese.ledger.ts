import { createScanner } from '@yushu/detect';
import type { LedgerSuite } from '@yushu/testkit';
import { countCases, readVectors, unitOffsets } from './count-cases.ts';

type Row = readonly [text: string, entities: readonly (readonly [string, number, number])[]];

interface AdversarialCase {
  readonly text: string;
  readonly expect: readonly (readonly [string, number, number, string])[];
}

interface Fixture {
  readonly set: string;
  readonly type: string;
  readonly text: string;
  readonly expect: boolean;
  readonly expected_text?: string;
}

const categories: Readonly<Record<string, string>> = {
  person: 'person.name',
  phone: 'contact.phone',
  address: 'location.address',
  email: 'contact.email',
  id_number: 'id.resident.cn',
  bank_card: 'finance.card',
  passport: 'id.passport.cn',
  license_plate: 'vehicle.plate.cn',
  credit_code: 'org.uscc.cn',
  iban: 'finance.iban',
  mac_address: 'network.mac',
  imei: 'device.imei',
  zh_phone: 'contact.phone',
  zh_person_name: 'person.name',
  zh_address: 'location.address',
  ip_address: 'network.ipv4',
};

/** Category and text of each finding or entity, to compare whole texts. */
function sameFindings(
  text: string,
  wanted: ReadonlySet<string>,
  ignored: ReadonlySet<string>,
): boolean {
  const found = new Set(
    scanner
      .scan(text)
      .filter(({ category }) => !ignored.has(category))
      .map(({ category, span }) => `${category} ${text.slice(span.start, span.end)}`),
  );
  return found.size === wanted.size && [...wanted].every((key) => found.has(key));
}

const scanner = createScanner();
const nothing: ReadonlySet<string> = new Set();
// The corpus does not mark postcodes.
const postcodes: ReadonlySet<string> = new Set(['location.postcode']);

export const suites: readonly LedgerSuite[] = [
  {
    suite: 'detect/pii-bench-zh-formal',
    source:
      'wan9yu/argus-redact generators, seed 42, Apache-2.0; texts whose findings are exactly the entities',
    pinned: 2495,
    run: () =>
      countCases(
        readVectors<{ rows: Row[] }>('pii-bench-zh-formal.json').rows,
        ([text, entities]) => {
          const offsets = unitOffsets(text);
          const wanted = entities.map(([type, start, end]) => {
            const value = text.slice(offsets[start], offsets[end]);
            // The corpus counts the cue as a part of passport numbers.
            return `${categories[type]!} ${value.replace(/^护照号/, '')}`;
          });
          return sameFindings(text, new Set(wanted), nothing);
        },
      ),
  },
  {
    suite: 'detect/cn-pii-bench-adversarial',
    source:
      'Jzh-li/cn-pii-bench cases_adversarial, MIT; texts whose findings are exactly the entities',
    pinned: 28,
    run: () =>
      countCases(
        readVectors<{ cases: AdversarialCase[] }>('cn-pii-bench-adversarial.json').cases,
        ({ text, expect }) =>
          sameFindings(
            text,
            new Set(expect.map(([type, , , value]) => `${categories[type]!} ${value}`)),
            postcodes,
          ),
      ),
  },
  {
    suite: 'detect/argus-zh-fixtures',
    source: 'wan9yu/argus-redact tests/fixtures, Apache-2.0; the types that have a category here',
    pinned: 90,
    run: () =>
      countCases(readVectors<{ unit: Fixture[] }>('argus-zh-fixtures.json').unit, (fixture) => {
        const category = categories[fixture.type];
        if (category === undefined || !/^(?:zh_|shared_|email|iban)/.test(fixture.set))
          return undefined;
        const { text, expected_text: value } = fixture;
        const found = scanner.scan(text).filter(
          (finding) =>
            finding.category === category ||
            // Addresses of either version are one type there.
            (fixture.type === 'ip_address' && finding.category === 'network.ipv6'),
        );
        if (!fixture.expect) return found.length === 0;
        return found.some(
          ({ span }) => value === undefined || text.slice(span.start, span.end) === value,
        );
      }),
  },
];
