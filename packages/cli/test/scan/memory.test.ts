import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { run, useCommand } from './command.ts';

const place = useCommand();

/** What a scan may take, whatever the size of its input. */
const ceiling = 250_000_000;

/** 64 MB on every run; the full gigabyte with YUSHU_MEMORY_MB=1024. */
const megabytes = Number(process.env['YUSHU_MEMORY_MB'] ?? 64);

function makeBlock(block: number): Buffer {
  let text = '';
  for (let i = block * 1000; i < (block + 1) * 1000; i += 1) {
    const user =
      i % 20 === 0 ? { name: '张三', phone: `138${10_000_000 + ((i * 7919) % 89_999_999)}` } : {};
    text += `${JSON.stringify({ id: i, level: 'info', msg: `request ${i} took ${i % 90} ms`, path: `/items/${i}`, 备注: '一切正常', ...user })}\n`;
  }
  return Buffer.from(text);
}

async function* makeBlocks(limit: number): AsyncGenerator<Buffer> {
  let size = 0;
  for (let block = 0; size < limit; block += 1) {
    const bytes = makeBlock(block);
    size += bytes.length;
    yield bytes;
  }
}

test(`${megabytes} MB of NDJSON are scanned in less than 250 MB, from a file, and a quarter of that from a pipe`, {
  timeout: 60_000 + megabytes * 2000,
}, async () => {
  const path = join(place.folder, 'large.ndjson');
  const file = createWriteStream(path);
  let count = 0;
  for await (const block of makeBlocks(megabytes * 1_000_000)) {
    count += 1;
    if (!file.write(block))
      await new Promise<void>((resolve) => file.once('drain', () => resolve()));
  }
  file.end();
  await finished(file);
  const fromFile = await run(['scan', path]);
  await rm(path);
  // Each block holds 50 names and 50 numbers.
  const total = `${(count * 100).toLocaleString('en')} findings`;
  expect([fromFile.code, fromFile.err]).toEqual([0, '']);
  expect(fromFile.out).toContain(total);
  expect(fromFile.maxResident).toBeLessThan(ceiling);
  const fromPipe = await run(['scan', '-'], { input: makeBlocks(megabytes * 250_000) });
  expect(fromPipe.code).toBe(0);
  expect(fromPipe.out).toMatch(/^[\d,]+00 findings .* in 1 file/m);
  expect(fromPipe.maxResident).toBeLessThan(ceiling);
});
