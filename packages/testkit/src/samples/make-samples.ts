import type { AnnotatedText, Truth } from './annotated-text.ts';
import { makeApiResponse } from './api-response.ts';
import { makeApplicationLog } from './application-log.ts';
import { makeChineseChat, makeEnglishChat } from './chat-transcripts.ts';
import { makeCustomersCsv, makeLedgerTsv } from './customers-csv.ts';
import { encodeGb18030 } from './encode-gb18030.ts';
import { makeLegacyLog } from './legacy-log.ts';
import { createSampleRandom, type SampleRandom } from './sample-random.ts';
import { makeSqlDump } from './sql-dump.ts';

/** A file of samples. */
export interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Files and what in them is sensitive. */
export interface Samples {
  readonly files: readonly SampleFile[];
  readonly truth: readonly Truth[];
}

/** Options of {@link makeSamples}. */
export interface SampleOptions {
  /** Another seed gives other people and numbers. */
  readonly seed?: number;
  /** Size of the files; 1 is what is checked in, about 3 MB. */
  readonly scale?: number;
}

/** The seed of what is checked in. */
export const defaultSampleSeed = 20261120;

/**
 * Makes the samples: the same files, byte for byte, for the same options. Written from the standards of the numbers and from how
 * people write, with no look at a detector, so that the truth is independent of what is tested with it.
 *
 * @example
 * ```ts
 * import { makeSamples } from './make-samples.ts';
 *
 * console.log(makeSamples({ scale: 0.001 }).files.map((file) => file.path).includes('customers.csv')); // true
 * ```
 */
export function makeSamples({ seed = defaultSampleSeed, scale = 1 }: SampleOptions = {}): Samples {
  const size = (full: number) => Math.max(1, Math.round(full * scale));
  // A generator a file, so that a change in one leaves the others as they are.
  const makers: readonly ((random: SampleRandom) => AnnotatedText)[] = [
    (random) => makeCustomersCsv(random, size(3000)),
    (random) => makeApplicationLog(random, size(3600)),
    (random) => makeChineseChat(random, size(320)),
    (random) => makeEnglishChat(random, size(200)),
    (random) => makeSqlDump(random, size(1500)),
    (random) => makeApiResponse(random, size(300)),
    (random) => makeLegacyLog(random, size(3000)),
    (random) => makeLedgerTsv(random, size(1000)),
  ];
  const made = makers.map((make, index) => make(createSampleRandom(seed + index)));
  return {
    files: made.map(({ path, text }) => ({
      path,
      bytes: path.includes('gb18030') ? encodeGb18030(text) : new TextEncoder().encode(text),
    })),
    truth: made.flatMap(({ truth }) => truth),
  };
}

/** The truth as JSON lines, the shape that `yushu scan --format jsonl` begins its lines with. */
export function writeTruth(truth: readonly Truth[]): string {
  return truth
    .map(({ path, category, start, end }) => `${JSON.stringify({ path, category, start, end })}\n`)
    .join('');
}
