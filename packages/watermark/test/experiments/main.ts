/**
 * The experiments behind docs/watermark.md:
 *
 *     npx tsx --conditions=@yushu/source packages/watermark/test/experiments/main.ts [NAME…]
 *
 * Each prints one JSON line. `YUSHU_EXPERIMENT_SCALE` multiplies trials and recipients; 1 is what the page shows.
 *
 * @module
 */
import { experiments } from './experiments.ts';

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(experiments)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = process.cpuUsage();
  const result = await run(Number(process.env['YUSHU_EXPERIMENT_SCALE'] ?? 1));
  const { user, system } = process.cpuUsage(started);
  const cpuSeconds = Number(((user + system) / 1e6).toFixed(1));
  process.stdout.write(`${JSON.stringify({ experiment: name, ...result, cpuSeconds })}\n`);
}
