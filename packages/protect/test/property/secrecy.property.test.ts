import type { SecurityEvent } from '@yushu/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createPipeline,
  createRevealer,
  type DocumentType,
  readPolicy,
  safeReadPolicy,
} from '../../src/index.ts';
import { sensitive } from '../support/documents.ts';
import { keys, reversiblePolicy, sealColumnsPolicy } from '../support/policies.ts';
import { runStream } from '../support/run-stream.ts';

/** Four characters of the value in a row that no other text of the record could hold by chance. */
function leaks(record: string, value: string): string | undefined {
  // What is told of places and times holds digits too: only pieces with the value's own surroundings count.
  for (let at = 0; at + 4 <= value.length; at += 1) {
    const piece = value.slice(at, at + 4);
    if (record.includes(piece)) return piece;
  }
  return undefined;
}

/** Everything that is told of an error. */
function describeError(error: unknown): string {
  const { message, stack, hint, details, cause } = error as Record<string, unknown>;
  return JSON.stringify([message, hint, details, cause ? describeError(cause) : null, stack]);
}

const templates: readonly [DocumentType, (value: string) => string][] = [
  ['csv', (value) => `name,phone,salary\n张三,${value},${value}\n"broken,${value}`],
  ['csv', (value) => `${value},x\n1,2\n`],
  [
    'ndjson',
    (value) => `{"phone":"${value}","${value}":{"salary":"${value}"}}\n{"phone":${value}x}\n`,
  ],
  ['json', (value) => `[{"phone":"${value}"},{"a":"${value}" oops]`],
  ['text', (value) => `call ${value}\nysk1. ${value}\n`],
  ['sql', (value) => `-- ${value}\nINSERT INTO t (phone) VALUES ('${value}'),('${value}',2);\n`],
];

describe('what is told of the work', () => {
  it.each(templates)('holds no four characters of a value in %s', async (type, write) => {
    await fc.assert(
      fc.asyncProperty(sensitive, async (value) => {
        const events: SecurityEvent[] = [];
        const audit = {
          write: async (batch: readonly SecurityEvent[]) => {
            events.push(...batch);
          },
        };
        const pipeline = await createPipeline({
          policy: reversiblePolicy,
          keys,
          table: 't',
          audit,
          clock: () => 0,
        });
        const stream = pipeline.stream(type);
        const output = await runStream(stream, [write(value)]);
        const revealer = await createRevealer({
          policy: reversiblePolicy,
          keys,
          table: 't',
          role: 'clerk',
          audit,
          clock: () => 0,
        });
        const told: string[] = [];
        await runStream(revealer.stream(type), [output]).catch((error: unknown) =>
          told.push(describeError(error)),
        );
        const keyIds = new Set(events.map((event) => event.keyId ?? ''));
        told.push(
          JSON.stringify(stream.summary()),
          ...events.map((event) => JSON.stringify(event)),
        );
        for (const text of told) {
          let plain = text;
          // Ids of keys and sealed keys of objects are random: they may hold any four digits.
          for (const keyId of keyIds) if (keyId !== '') plain = plain.replaceAll(keyId, '');
          plain = plain.replace(/ysk1\.[\w-]+/g, '');
          expect(leaks(plain, value)).toBeUndefined();
        }
      }),
      // The one example is a resident number and a credit code at once: its key passes by this policy.
      { numRuns: 60, examples: [['110101195001010009']] },
    );
  });

  it('holds nothing of a value in any error', async () => {
    const pipeline = await createPipeline({ policy: sealColumnsPolicy, keys, table: 't' });
    const revealer = await createRevealer({
      policy: sealColumnsPolicy,
      keys,
      table: 't',
      role: 'auditor',
    });
    await fc.assert(
      fc.asyncProperty(sensitive, async (value) => {
        const place = { column: 'phone', row: '1' };
        const sealed = pipeline.value(value, place).value as string;
        const attempts: (() => unknown)[] = [
          () => pipeline.value(value, { column: 'phone' }),
          () => pipeline.value(`ysk1.${value}`, place),
          () => pipeline.record({ phone: value, broken: (() => value) as unknown as string }),
          () => pipeline.record({ phone: new Map([[value, value]]) as unknown as string }),
          () => revealer.value(sealed, { column: 'phone', row: '2' }),
          () => revealer.value(`${sealed}x`, place),
          () => revealer.value(`ysk1.${value}`, place),
          () =>
            readPolicy(`version: 1\nrules: [{ match: { category: ${value} }, action: ${value} }]`),
          () => readPolicy(`"${value}`),
        ];
        for (const attempt of attempts) {
          let error: unknown;
          try {
            attempt();
          } catch (thrown) {
            error = thrown;
          }
          expect(error).toBeDefined();
          // Stacks hold file names and line numbers, and the constant part of the addresses is no secret.
          const told = describeError(error).replace(/:\d+/g, '');
          expect(leaks(told, value.split('@')[0]!)).toBeUndefined();
        }
        const problems = safeReadPolicy(
          `version: ${JSON.stringify(value)}\nrules: ${JSON.stringify(value)}`,
        );
        expect(leaks(JSON.stringify(problems), value.split('@')[0]!)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});
