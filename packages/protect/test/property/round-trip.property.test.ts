import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPipeline, createRevealer, type DocumentType } from '../../src/index.ts';
import * as documents from '../support/documents.ts';
import { keys, reversiblePolicy, sealColumnsPolicy } from '../support/policies.ts';
import { cutAt, runStream } from '../support/run-stream.ts';

const formats: readonly [DocumentType, fc.Arbitrary<string>, number][] = [
  ['csv', documents.table(','), 200],
  ['tsv', documents.table('\t'), 100],
  ['ndjson', documents.ndjson, 200],
  ['json', documents.json, 200],
  ['text', documents.text, 200],
  ['sql', documents.sql, 150],
];

function plainDigits(json: string): string {
  return json.replaceAll('\\u0031', '1');
}

const cuts = fc.array(fc.nat(), { maxLength: 8 });

describe.each([
  ['what is found', reversiblePolicy],
  ['every column', sealColumnsPolicy],
])('protect and reveal, by a policy for %s', (_name, policy) => {
  it.each(formats)(
    'gives back a %s document to the byte, however both are cut',
    async (type, document, runs) => {
      const pipeline = await createPipeline({ policy, keys, table: 'customers' });
      const revealer = await createRevealer({
        policy,
        keys,
        table: 'customers',
        role: 'auditor',
        purpose: 'fraud',
      });
      await fc.assert(
        fc.asyncProperty(document, cuts, cuts, async (input, cutsIn, cutsOut) => {
          const stream = pipeline.stream(type);
          const output = await runStream(stream, cutAt(input, cutsIn));
          // What is withheld cannot come back; these documents hold nothing of the kind.
          fc.pre(
            stream.summary().withheldCount === 0 &&
              !stream.summary().actions.some((a) => a.outcome === 'failure'),
          );
          const back = await runStream(revealer.stream(type), cutAt(output, cutsOut));
          // A value that is encrypted in its format comes back in plain digits, whatever escapes it was written with.
          expect(plainDigits(back)).toBe(plainDigits(input));
        }),
        { numRuns: runs },
      );
    },
  );
});
