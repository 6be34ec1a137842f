import { isDataSecurityError } from '@yushu/core';
import { createTableTracer, planRelease } from '@yushu/watermark';
import { createMarkingStream, readTable } from '@yushu/watermark/documents';
import { describe, expect, it } from 'vitest';
import { experimentKey } from '../experiments/host.ts';

const rows = Array.from({ length: 3000 }, (_, at) => [
  `city ${at % 7}`,
  String(((at * 7919) % 99_991) / 10),
  `a "b", ${at}`,
]);
const columns = ['city', 'amount', 'note'];
const record = planRelease({ key: experimentKey, columns, rows, budget: 0.1 });
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = `\uFEFFcity,amount,note\r\n${rows.map((row) => [row[0], row[1], quote(row[2]!)].join()).join('\r\n')}\r\n`;
const ndjson = rows
  .map(
    ([city, amount, note]) =>
      `{ "city": ${JSON.stringify(city)}, "amount":${amount}, "note": ${JSON.stringify(note)} }`,
  )
  .join('\n');

async function mark(text: string, format: 'csv' | 'ndjson', size = 1000): Promise<string> {
  const stream = createMarkingStream({ record, key: experimentKey, recipient: 'acme', format });
  const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
    text.slice(at * size, (at + 1) * size),
  );
  const source = new ReadableStream<string>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  let marked = '';
  for await (const piece of source.pipeThrough(stream)) marked += piece;
  return marked;
}

async function trace(text: string, format: 'csv' | 'ndjson') {
  let tracer: ReturnType<typeof createTableTracer> | undefined;
  for await (const batch of readTable([text], { format })) {
    tracer ??= createTableTracer({ record, key: experimentKey, columns: batch.columns });
    tracer.read(batch.rows);
  }
  return tracer!.trace({ recipients: ['globex', 'acme'], decoys: 0 });
}

describe.each([
  ['csv', csv],
  ['ndjson', ndjson],
] as const)('%s', (format, text) => {
  it('carries marks, and keeps every other character', async () => {
    const marked = await mark(text, format);
    const before = text.split('\n');
    const after = marked.split('\n');
    expect(after.length).toBe(before.length);
    const changed = after.filter((line, at) => line !== before[at]);
    expect(changed.length).toBeGreaterThan(300);
    const mask = (line: string) => line.replace(/(,|"amount":)\d+(?:\.\d+)?/, '$1N');
    expect(after.map(mask)).toEqual(before.map(mask));
    expect((await trace(marked, format)).named[0]?.recipient).toBe('acme');
    expect((await trace(text, format)).verdict).toBe('no-one');
  });

  it('gives the same for any chunking', async () => {
    const part = text.slice(0, text.lastIndexOf('\n', 20_000) + 1);
    const wanted = await mark(part, format, part.length);
    expect(wanted).not.toBe(part);
    for (const size of [7, 4096]) expect(await mark(part, format, size)).toBe(wanted);
  });
});

describe('broken input', () => {
  it.each([
    ['a quote that never closes', `${csv}X,1,"open`, 'csv', 'ERR_WATERMARK_INPUT'],
    ['a cut line of JSON', `${ndjson}\n{"city":`, 'ndjson', 'ERR_WATERMARK_INPUT'],
    ['nothing', '', 'csv', 'ERR_WATERMARK_INPUT'],
    ['a header alone', 'city,amount,note\n', 'csv', 'ERR_WATERMARK_INPUT'],
    ['another table', 'x,y\n1,2\n', 'csv', 'ERR_WATERMARK_SCHEMA'],
  ] as const)('%s ends the stream with a code', async (_, text, format, code) => {
    const error = await mark(text, format).catch((caught: unknown) => caught);
    expect(isDataSecurityError(error, code)).toBe(true);
  });
});
