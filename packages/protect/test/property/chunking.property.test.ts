import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPipeline, type DocumentType } from '../../src/index.ts';
import * as documents from '../support/documents.ts';
import { keys, maskingPolicy } from '../support/policies.ts';
import { cutAt, runStream } from '../support/run-stream.ts';

/** Anything at all, well-formed or not, with some of what the formats are made of. */
const anything = fc
  .array(
    fc.oneof(
      documents.cellText,
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ':',
        ',',
        '"a"',
        '"phone":',
        'INSERT INTO t VALUES (',
        ');',
        '(',
        ')',
        ';\n',
      ),
      fc.constantFrom(
        'name,phone\n',
        'ysk1.AAAA',
        '"ysk1.AAAA"',
        '\\',
        '--',
        '/*',
        '*/',
        '\uFEFF',
        '\uFFFD',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const inputs: Readonly<Record<DocumentType, fc.Arbitrary<string>>> = {
  csv: documents.table(','),
  tsv: documents.table('\t'),
  ndjson: documents.ndjson,
  json: documents.json,
  text: documents.text,
  sql: documents.sql,
};

describe('a stream cut in any way', () => {
  it.each(Object.keys(inputs) as DocumentType[])(
    'gives the same %s and says the same of it as one piece',
    async (type) => {
      const events: unknown[] = [];
      const pipeline = await createPipeline({
        policy: maskingPolicy,
        keys,
        clock: () => 0,
        audit: {
          write: async (batch) => {
            events.push(...batch);
          },
        },
      });
      const document = fc.oneof(inputs[type], anything);
      await fc.assert(
        fc.asyncProperty(document, fc.array(fc.nat(), { maxLength: 20 }), async (input, cuts) => {
          events.length = 0;
          const whole = pipeline.stream(type);
          const expected = await runStream(whole, [input]);
          const expectedEvents = events.splice(0);
          const cut = pipeline.stream(type);
          expect(await runStream(cut, cutAt(input, cuts))).toBe(expected);
          expect(cut.summary()).toEqual(whole.summary());
          expect(events).toEqual(expectedEvents);
        }),
        { numRuns: 150 },
      );
    },
  );

  it('gives the same where every character comes by itself', async () => {
    const pipeline = await createPipeline({ policy: maskingPolicy, keys });
    const input = 'name,phone\r\n"张 ""三""",138 0013 8000\r\n李四,"+86 13900139001"\n';
    const expected = await runStream(pipeline.stream('csv'), [input]);
    expect(await runStream(pipeline.stream('csv'), Array.from(input))).toBe(expected);
    expect(expected).toContain('"张 ""三"""');
  });
});
