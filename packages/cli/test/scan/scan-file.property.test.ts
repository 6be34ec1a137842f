import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { InputProblem } from '../../src/input/input-problem.ts';
import type { FileFinding } from '../../src/scan/file-finding.ts';
import { createFileScanner } from '../../src/scan/scan-file.ts';

const values = [
  '13800138000',
  '+86 139-0013-9000',
  'zhwk.qvx@hxbzt.cn',
  '11010519491231002X',
  '6222021234567890128',
  '沪A12345',
  '张三丰',
];

const value = fc.constantFrom(...values);
const filler = fc.constantFrom(
  '',
  'a',
  '备注',
  '😀',
  'x,y',
  'it\'s "q"',
  'line\nbreak',
  '\\',
  '普通的一句话。',
);
const cell = fc.oneof(
  value,
  filler,
  fc.tuple(filler, value, filler).map((parts) => parts.join(' ')),
);
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('phone', '姓名', 'note', 'mail') },
  { weight: 1, arbitrary: value.filter((text) => /\d{5}/.test(text)) },
);

function quoteCell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 });
const names = fc.uniqueArray(name, { minLength: 3, maxLength: 3 });
const documents = fc.oneof(
  fc
    .tuple(names, rows)
    .map(([header, body]) => [
      'a.csv',
      [header, ...body].map((row) => row.map(quoteCell).join(',')).join('\n'),
    ]),
  fc
    .tuple(names, rows)
    .map(([header, body]) => [
      'a.ndjson',
      body
        .map((row) => JSON.stringify(Object.fromEntries(row.map((text, i) => [header[i]!, text]))))
        .join('\n'),
    ]),
  fc
    .tuple(names, rows)
    .map(([header, body]) => [
      'a.json',
      JSON.stringify({ list: body.map((row) => ({ [header[0]!]: row })) }, null, 1),
    ]),
  rows.map((body) => [
    'a.sql',
    `INSERT INTO t VALUES ${body.map((row) => `(${row.map((text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(',')})`).join(',\n')};\n`,
  ]),
  rows.map((body) => ['a.log', body.map((row) => row.join(' ')).join('\r\n')]),
) as fc.Arbitrary<[string, string]>;

/** Breaks a document somewhere, or leaves it. */
const damage = fc.option(fc.tuple(fc.nat(), fc.constantFrom('"', '{', ',', '\n', "'", ')')), {
  nil: undefined,
});

interface Outcome {
  readonly findings: FileFinding[];
  readonly problems: InputProblem[];
}

async function scanBytes(path: string, chunks: readonly Uint8Array[]): Promise<Outcome> {
  const outcome: Outcome = { findings: [], problems: [] };
  // The name gives the format, the bytes come as from standard input.
  async function* stdin() {
    yield* chunks;
  }
  const scanner = createFileScanner({ stdin: stdin(), name: path, minLikelihood: 'possible' });
  for await (const batch of scanner.scan({ kind: 'file', path: '-', isOperand: true })) {
    outcome.findings.push(...batch.findings);
    outcome.problems.push(...batch.problems);
  }
  return outcome;
}

function applyDamage(text: string, change: [number, string] | undefined): string {
  if (change === undefined) return text;
  const at = change[0] % (text.length + 1);
  return text.slice(0, at) + change[1] + text.slice(at);
}

describe('any document', () => {
  test('gives the same findings and problems for any chunking of its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        damage,
        fc.constantFrom('utf-8', 'gb18030'),
        fc.array(fc.nat(), { maxLength: 6 }),
        async ([path, plain], change, encoding, cuts) => {
          const bytes = iconv.encode(applyDamage(plain, change), encoding);
          const positions = cuts.map((at) => at % (bytes.length + 1)).sort((a, b) => a - b);
          const chunks = [...positions, bytes.length].map((at, i) =>
            bytes.subarray(positions[i - 1] ?? 0, at),
          );
          expect(await scanBytes(path, chunks)).toEqual(await scanBytes(path, [bytes]));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('never tells more than three characters of a value in a row', async () => {
    await fc.assert(
      fc.asyncProperty(documents, damage, async ([path, plain], change) => {
        const text = applyDamage(plain, change);
        const { findings, problems } = await scanBytes(path, [Buffer.from(text)]);
        const told = [
          ...findings.map((finding) => [
            finding.pointer,
            finding.detector,
            ...finding.evidence.map((one) => one.detail),
          ]),
          ...problems.map((problem) => [problem.message, problem.hint]),
        ].flat();
        const secrets = values.filter((one) =>
          findings.some((finding) => text.slice(finding.start, finding.end).includes(one)),
        );
        for (const words of told) {
          for (const secret of secrets) {
            for (let at = 0; at + 4 <= secret.length; at += 1) {
              expect(words ?? '').not.toContain(secret.slice(at, at + 4));
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('gives places at which the value stands', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async ([path, text]) => {
        const { findings, problems } = await scanBytes(path, [Buffer.from(text)]);
        expect(problems).toEqual([]);
        for (const { start, end, line, column, endLine, endColumn } of findings) {
          const before = text.slice(0, start).split(/\r\n|\n/);
          expect([line, column]).toEqual([before.length, before.at(-1)!.length + 1]);
          const whole = text.slice(0, end).split(/\r\n|\n/);
          expect([endLine, endColumn]).toEqual([whole.length, whole.at(-1)!.length + 1]);
          expect(end).toBeGreaterThan(start);
        }
      }),
      { numRuns: 150 },
    );
  });
});
