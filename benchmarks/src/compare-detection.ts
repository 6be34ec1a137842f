/**
 * Detection quality, ours beside peers of npm on the same cases, written to docs/detection.md:
 *
 * `npx tsx --conditions=@yushu/source benchmarks/src/compare-detection.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { OpenRedaction } from '@openredaction/core';
import { Redactor } from '@redactpii/node';
import { createScanner } from '@yushu/detect';
import {
  type EvaluatedSpan,
  type Evaluation,
  evaluate,
  readDocuments,
} from '@yushu/detect/evaluate';
import { type DocumentSet, makeDocuments, unmarkedCategories } from '@yushu/testkit';

interface Span {
  readonly category: string;
  readonly start: number;
  readonly end: number;
}

interface Corpus {
  readonly name: string;
  readonly documents: readonly { readonly text: string; readonly spans: readonly Span[] }[];
  /** Spans that are left out, on both sides. */
  readonly unjudged: (category: string) => boolean;
}

type Find = (text: string) => Promise<Span[]> | Span[];

const read = (name: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../packages/detect/test/vectors/${name}`, import.meta.url), 'utf8'),
  );

const categories: Readonly<Record<string, string>> = {
  person: 'person.name',
  phone: 'contact.phone',
  address: 'location.address',
  email: 'contact.email',
  id_number: 'id.resident.cn',
  bank_card: 'finance.card',
  passport: 'id.passport.cn',
  license_plate: 'vehicle.plate.cn',
  zh_phone: 'contact.phone',
  zh_person_name: 'person.name',
  zh_address: 'location.address',
  zh_id_card: 'id.resident.cn',
  zh_bank_card: 'finance.card',
  ip_address: 'network.ipv4',
  PERSON: 'person.name',
  STREET_ADDRESS: 'location.address',
  CREDIT_CARD: 'finance.card',
  US_SSN: 'id.ssn.us',
  EMAIL_ADDRESS: 'contact.email',
  PHONE_NUMBER: 'contact.phone',
  IBAN_CODE: 'finance.iban',
  IP_ADDRESS: 'network.ipv4',
};

type Row = readonly [
  text: string,
  entities: readonly (readonly [string, number, number, ...unknown[]])[],
];

/** Rows of the vectors, whose offsets count code points. */
function documentsOf(rows: readonly Row[]): Corpus['documents'] {
  const lines = rows.map(([text, entities]) =>
    JSON.stringify({
      text,
      spans: entities.map(([type, start, end]) => ({
        category: categories[type] ?? `other.${type}`,
        start,
        end,
      })),
    }),
  );
  return readDocuments(lines, 'code-point').map(({ text, spans }) => ({
    text,
    spans: spans.map((span) => {
      // pii-bench-zh counts the cue as a part of passport numbers.
      const cue = text.slice(span.start, span.end).startsWith('护照号') ? 3 : 0;
      return { ...span, start: span.start + cue };
    }),
  }));
}

const isOther = (category: string): boolean => category.startsWith('other.');
const isUnmarked = (category: string): boolean => unmarkedCategories.includes(category);

function readCorpora(): Corpus[] {
  const adversarial = read('cn-pii-bench-adversarial.json') as {
    cases: { text: string; expect: [string, number, number, string][] }[];
  };
  const own = (set: DocumentSet, seed: number) => makeDocuments({ set, seed, perTemplate: 20 });
  return [
    {
      name: 'pii-bench-zh formal (share)',
      documents: documentsOf((read('pii-bench-zh-formal.json') as { rows: Row[] }).rows),
      unjudged: isOther,
    },
    {
      name: 'cn-pii-bench adversarial',
      documents: documentsOf(adversarial.cases.map(({ text, expect }): Row => [text, expect])),
      // The corpus does not mark postcodes.
      unjudged: (category) => isOther(category) || category === 'location.postcode',
    },
    {
      name: 'Presidio synth v2 (English)',
      documents: documentsOf((read('presidio-synth-v2.json') as { rows: Row[] }).rows),
      unjudged: isOther,
    },
    { name: 'own documents, first set', documents: own('first', 11), unjudged: isUnmarked },
    { name: 'own documents, second set', documents: own('second', 12), unjudged: isUnmarked },
    { name: 'own documents, third set', documents: own('third', 13), unjudged: isUnmarked },
    { name: 'own documents, fourth set', documents: own('fourth', 15), unjudged: isUnmarked },
    { name: 'own documents, fifth set', documents: own('fifth', 16), unjudged: isUnmarked },
    { name: 'own documents, sixth set', documents: own('sixth', 17), unjudged: isUnmarked },
    { name: 'own short messages', documents: own('chat', 14), unjudged: isUnmarked },
  ];
}

const scanner = createScanner();
const redactor = new Redactor();
const openRedaction = new OpenRedaction();
const labels =
  /PERSON_NAME|EMAIL_ADDRESS|PHONE_NUMBER|CREDIT_CARD_NUMBER|CREDIT_CARD|US_SOCIAL_SECURITY_NUMBER|SSN/g;

/** Where a redacted text differs from its original: the peer says no places. */
function differences(text: string, redacted: string): Span[] {
  const parts = redacted.split(labels);
  const spans: Span[] = [];
  let at = text.startsWith(parts[0]!) ? parts[0]!.length : 0;
  for (const part of parts.slice(1)) {
    const next = part === '' ? text.length : text.indexOf(part, at + 1);
    if (next < 0) return spans;
    spans.push({ category: 'any', start: at, end: next });
    at = next + part.length;
  }
  return spans;
}

const finders: readonly (readonly [name: string, find: Find])[] = [
  [
    '@yushu/detect',
    (text) =>
      scanner
        .scan(text)
        .map(({ category, span }) => ({ category, start: span.start, end: span.end })),
  ],
  [
    'openredaction 1.1.5',
    async (text) => {
      const { detections } = await openRedaction.detect(text);
      return detections.map(({ position: [start, end] }) => ({ category: 'any', start, end }));
    },
  ],
  ['@redactpii/node 1.0.17', (text) => differences(text, redactor.redact(text))],
];

interface Result {
  readonly all: Evaluation;
  readonly categories: readonly Evaluation[];
  readonly clean: number;
  readonly alarms: number;
}

async function measure({ documents, unjudged }: Corpus, find: Find): Promise<Result> {
  const truth: EvaluatedSpan[] = [];
  const found: EvaluatedSpan[] = [];
  let clean = 0;
  let alarms = 0;
  for (const [index, { text, spans }] of documents.entries()) {
    const path = String(index);
    const left = spans.filter(({ category }) => unjudged(category));
    const own = (await find(text)).filter(
      ({ category, start, end }) =>
        !unjudged(category) && !left.some((one) => start < one.end && end > one.start),
    );
    const judged = spans.filter(({ category }) => !unjudged(category));
    truth.push(...judged.map((span) => ({ path, ...span })));
    found.push(...own.map((span) => ({ path, ...span })));
    if (spans.length === 0) {
      clean += 1;
      if (own.length > 0) alarms += 1;
    }
  }
  const blind = (spans: readonly EvaluatedSpan[]) =>
    spans.map((span) => ({ ...span, category: 'any' }));
  return {
    all: evaluate(blind(found), blind(truth)).overall,
    categories: evaluate(found, truth).categories,
    clean,
    alarms,
  };
}

const share = (value: number): string => (100 * value).toFixed(1);

async function main(): Promise<void> {
  const overall: string[] = [];
  const details: string[] = [];
  for (const corpus of readCorpora()) {
    for (const [name, find] of finders) {
      const { all, categories: own, clean, alarms } = await measure(corpus, find);
      const { strict, overlapping } = all;
      const alarm = clean === 0 ? '–' : `${alarms} of ${clean}`;
      overall.push(
        `| ${corpus.name} | ${name} | ${share(strict.precision)} | ${share(strict.recall)} | ${share(strict.f1)} | ${share(strict.f2)} | ${share(overlapping.f1)} | ${alarm} |`,
      );
      if (name !== '@yushu/detect') continue;
      const rows = own
        .filter(({ truth }) => truth > 0)
        .map(
          (one) =>
            `| ${one.category} | ${one.truth} | ${share(one.strict.precision)} | ${share(one.strict.recall)} | ${share(one.strict.f1)} | ${share(one.overlapping.f1)} |`,
        );
      details.push(
        `### ${corpus.name}\n\n| category | true | precision | recall | F1 | F1, IoU ≥ 0.9 |\n| --- | ---: | ---: | ---: | ---: | ---: |\n${rows.join('\n')}\n`,
      );
    }
  }
  const issues = (read('issue-regressions.json') as { cases: { text: string; expect: boolean }[] })
    .cases;
  const verdicts: string[] = [];
  for (const [name, find] of finders) {
    let [hits, falses] = [0, 0];
    for (const { text, expect } of issues) {
      if ((await find(text)).length === 0) continue;
      if (expect) hits += 1;
      else falses += 1;
    }
    const wanted = issues.filter(({ expect }) => expect).length;
    verdicts.push(`| ${name} | ${hits} of ${wanted} | ${falses} of ${issues.length - wanted} |`);
  }
  const page = readFileSync(new URL('../../docs/detection.md', import.meta.url), 'utf8');
  const [head] = page.split('<!-- measured -->');
  writeFileSync(
    new URL('../../docs/detection.md', import.meta.url),
    `${head}<!-- measured -->\n\n## All categories, whatever they are called\n\nPer cent; exact spans, but for the last but one column.\n\n| corpus | scanner | precision | recall | F1 | F2 | F1, IoU ≥ 0.9 | clean documents with a false alarm |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n${overall.join('\n')}\n\n### Strings that users of other scanners complained of\n\n| scanner | found, that must be | reported, that must not |\n| --- | ---: | ---: |\n${verdicts.join('\n')}\n\n## Ours by category\n\nExact spans and the right category.\n\n${details.join('\n')}`,
  );
}

await main();
