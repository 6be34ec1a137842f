/**
 * Scanning by the least processor time of many short runs, which is what a machine gives that others use at the same time.
 *
 * `npx tsx --conditions=@yushu/source benchmarks/src/scan-speed.ts [ROUNDS]` prints one JSON line for each corpus: MB/s of ours, the ratio
 * to a bare loop over the bytes, and how many times as fast as openredaction and @redactpii/node it is, all on the same text. That
 * findings are right is checked by `npm run -s bench -- --check detect.scan`.
 *
 * @module
 */
import { OpenRedaction } from '@openredaction/core';
import { Redactor } from '@redactpii/node';
import { createScanner } from '@yushu/detect';
import { corpus, corpusNames } from '../cases/detect/corpora.ts';

const rounds = Number(process.argv[2] ?? 300);
const size = 65_536;
/** openredaction needs seconds for what takes us milliseconds. */
const roundsOfPeers = 5;

function countBytes(bytes: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index]!;
    if ((byte >= 0x30 && byte <= 0x39) || byte === 0x40) count += 1;
  }
  return count;
}

/** Least milliseconds of processor time that a run takes: others who use the machine lengthen a long run, and not this. */
async function leastOf(times: number, run: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < times; round += 1) {
    const began = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(began);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const scanner = createScanner();
const open = new OpenRedaction();
const redactor = new Redactor();
for (const name of corpusNames) {
  const text = corpus(name, size);
  const bytes = new TextEncoder().encode(text);
  const ours = await leastOf(rounds, () => scanner.scan(text).length);
  const loop = await leastOf(rounds, () => countBytes(bytes));
  const openTime = await leastOf(roundsOfPeers, () => open.detect(text));
  const redactTime = await leastOf(roundsOfPeers * 10, () => redactor.redact(text));
  const rounded = (value: number): number => Number(value.toPrecision(3));
  process.stdout.write(
    `${JSON.stringify({
      corpus: name,
      megabytesPerSecond: rounded(bytes.length / ours / 1000),
      againstByteLoop: rounded(loop / ours),
      timesOpenredaction: rounded(openTime / ours),
      timesRedactpii: rounded(redactTime / ours),
    })}\n`,
  );
}
