import { createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { run } from '../scan/command.ts';
import { usePolicy } from './fixture.ts';

const place = usePolicy();

/** What protect and reveal may take, whatever the size of the input. */
const ceiling = 250_000_000;

/** 24 MB on every run; the full gigabyte with YUSHU_MEMORY_MB=1024. */
const megabytes = Number(process.env['YUSHU_MEMORY_MB'] ?? 24);

function makeBlock(block: number): string {
  let text = '';
  for (let i = block * 1000; i < (block + 1) * 1000; i += 1) {
    const user = i % 20 === 0 ? { 姓名: '张三', id: '110101199003074514' } : {};
    text += `${JSON.stringify({ id: i, level: 'info', msg: `request ${i} took ${i % 90} ms`, path: `/items/${i}`, 备注: '一切正常', ...user })}\n`;
  }
  return text;
}

test(`${megabytes} MB of NDJSON are protected and revealed in less than 250 MB`, {
  timeout: 120_000 + megabytes * 4000,
}, async () => {
  const path = place.path('large.ndjson');
  const file = createWriteStream(path);
  let size = 0;
  for (let block = 0; size < megabytes * 1_000_000; block += 1) {
    const text = makeBlock(block);
    size += Buffer.byteLength(text);
    if (!file.write(text))
      await new Promise<void>((resolve) => file.once('drain', () => resolve()));
  }
  file.end();
  await finished(file);
  const safe = place.path('large.safe.ndjson');
  const protect = await run(place.protectArgs(path, safe));
  expect(protect.code).toBe(0);
  expect(protect.maxResident).toBeLessThan(ceiling);
  const back = place.path('large.back.ndjson');
  const reveal = await run(place.revealArgs(safe, back));
  expect(reveal.code).toBe(0);
  expect(reveal.maxResident).toBeLessThan(ceiling);
  expect((await stat(back)).size).toBe(size);
  await Promise.all([path, safe, back].map((one) => rm(one)));
});
