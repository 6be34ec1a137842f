/**
 * Measures that the time of a scan grows as its text does, on texts that make careless scanners slow.
 *
 * ```sh
 * node --conditions=@yushu/source --import tsx packages/detect/test/experiments/linear-time.experiment.ts [MEGABYTES] [SHAPE…]
 * ```
 *
 * Each shape of `test/hostile` is streamed in chunks of 64 Ki code units: 1,000,000 units, then MEGABYTES times as many (default 10;
 * 100 is what is promised). Prints one JSON line a shape: nanoseconds of processor time a unit for both, and their ratio, which is 1
 * where time is linear, and MEGABYTES where it is quadratic. Fails where a ratio is above 2: collecting garbage and other work on the
 * machine make some difference.
 */
import { createScanner } from '../../src/index.ts';
import { hostileShapes, hostileText } from '../hostile/hostile-shapes.ts';

const [megabytes = '10', ...only] = process.argv.slice(2);
const times = Number(megabytes);

/** Nanoseconds of processor time a unit, for a stream of `units`. */
function timeOf(chunk: string, units: number): number {
  const stream = createScanner().openStream();
  const { user, system } = process.cpuUsage();
  for (let sent = 0; sent < units; sent += chunk.length) stream.push(chunk);
  stream.end();
  const spent = process.cpuUsage({ user, system });
  if (!stream.coverage.complete) throw new Error('the stream was not scanned to its end');
  return ((spent.user + spent.system) * 1000) / units;
}

let failed = false;
for (const shape of only.length > 0 ? only : Object.keys(hostileShapes)) {
  const chunk = hostileText(shape, 65_536);
  timeOf(chunk, 1e6);
  const small = Math.min(timeOf(chunk, 1e6), timeOf(chunk, 1e6));
  const large = timeOf(chunk, times * 1e6);
  const ratio = large / small;
  if (ratio > 2) failed = true;
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  process.stdout.write(
    `${JSON.stringify({ shape, megabytes: times, small: rounded(small), large: rounded(large), ratio: rounded(ratio) })}\n`,
  );
}
process.exitCode = failed ? 1 : 0;
