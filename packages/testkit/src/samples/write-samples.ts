/**
 * Writes `examples/data` anew: `npx tsx packages/testkit/src/samples/write-samples.ts [--seed N] [--scale S] [--out FOLDER]`.
 *
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultSampleSeed, makeSamples, writeTruth } from './make-samples.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(defaultSampleSeed) },
    scale: { type: 'string', default: '1' },
    out: {
      type: 'string',
      default: fileURLToPath(new URL('../../../../examples/data', import.meta.url)),
    },
  },
});
const samples = makeSamples({ seed: Number(values.seed), scale: Number(values.scale) });
mkdirSync(values.out, { recursive: true });
for (const { path, bytes } of samples.files) writeFileSync(join(values.out, path), bytes);
writeFileSync(join(values.out, 'truth.jsonl'), writeTruth(samples.truth));
