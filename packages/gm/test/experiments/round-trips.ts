/**
 * SM2 round trips with sm-crypto and sm-crypto-v2, both ways, with zeros in front on purpose; two processes, and it goes on where it
 * stopped.
 *
 * ```sh
 * npx tsx --conditions=@yushu/source packages/gm/test/experiments/round-trips.ts [--trips 100000] [--workers 2] [--seconds N] [--state FILE]
 * ```
 *
 * Prints a JSON line for each peer: trips of each kind, rounds with zeros in front by place, failures with the number of their round.
 * `--seconds` stops after that time with code 3; the same command then goes on. Every round follows from its number but for the
 * numbers that the peers and our signing draw.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type PeerName, peerNames, peers } from '../differential/peers.ts';
import { planRound } from '../differential/plan-round.ts';
import { runRound } from '../differential/run-round.ts';

interface Counts {
  readonly kinds: Record<string, number>;
  readonly zeros: Record<string, number>;
  readonly failures: string[];
}

interface Chunk {
  readonly peer: PeerName;
  readonly number: number;
}

/** What the state file holds: results of finished chunks, by peer and chunk number. */
type State = Record<string, Counts>;

const roundsInChunk = 50;
const tripsInRound = 4;
const emptyCounts = (): Counts => ({ kinds: {}, zeros: {}, failures: [] });
const addTo = (counts: Record<string, number>, name: string, more = 1) => {
  counts[name] = (counts[name] ?? 0) + more;
};

function runChunk({ peer, number }: Chunk): Counts {
  const counts = emptyCounts();
  for (let round = number * roundsInChunk; round < (number + 1) * roundsInChunk; round++) {
    for (const place of planRound(round).zeros) {
      // The older peer has no key exchange.
      if (place !== 'ephemeral key' || 'exchange' in peers[peer]) addTo(counts.zeros, place);
    }
    for (const { kind, holds } of runRound(peers[peer], round)) {
      addTo(counts.kinds, kind);
      if (!holds) counts.failures.push(`round ${round}: ${kind}`);
    }
  }
  return counts;
}

const nameOf = ({ peer, number }: Chunk) => `${peer}/${number}`;

function readState(path: string): State {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as State) : {};
}

function writeState(path: string, state: State): void {
  writeFileSync(`${path}.new`, JSON.stringify(state));
  renameSync(`${path}.new`, path);
}

/** Gives chunks to processes until none is left or the time is over. */
async function runChunks(
  chunks: Chunk[],
  workers: number,
  deadlineMs: number,
  done: (chunk: Chunk, counts: Counts) => void,
): Promise<void> {
  const runWorker = (child: ChildProcess) =>
    new Promise<void>((resolve, reject) => {
      let current: Chunk | undefined;
      const next = () => {
        current = Date.now() < deadlineMs ? chunks.shift() : undefined;
        if (current === undefined) child.disconnect();
        else child.send(current);
      };
      child.on('message', (counts) => {
        done(current!, counts as Counts);
        next();
      });
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`exit ${code}`))));
      next();
    });
  const count = Math.min(workers, chunks.length);
  await Promise.all(
    Array.from({ length: count }, () =>
      runWorker(fork(fileURLToPath(import.meta.url), ['--child'])),
    ),
  );
}

function sumUp(peer: PeerName, state: State): Counts & { readonly trips: number } {
  const sum = emptyCounts();
  for (const [name, counts] of Object.entries(state)) {
    if (!name.startsWith(`${peer}/`)) continue;
    for (const [kind, count] of Object.entries(counts.kinds)) addTo(sum.kinds, kind, count);
    for (const [place, count] of Object.entries(counts.zeros)) addTo(sum.zeros, place, count);
    sum.failures.push(...counts.failures);
  }
  return { trips: Object.values(sum.kinds).reduce((total, count) => total + count, 0), ...sum };
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      trips: { type: 'string', default: '100000' },
      workers: { type: 'string', default: '2' },
      seconds: { type: 'string', default: 'Infinity' },
      state: { type: 'string', default: join(tmpdir(), 'yushu-gm-round-trips.json') },
    },
  });
  const chunkCount = Math.ceil(Number(values.trips) / tripsInRound / roundsInChunk);
  const state = readState(values.state);
  const chunks = peerNames
    .flatMap((peer) => Array.from({ length: chunkCount }, (_, number) => ({ peer, number })))
    .filter((chunk) => state[nameOf(chunk)] === undefined);
  const total = chunkCount * peerNames.length;
  await runChunks(
    chunks,
    Number(values.workers),
    Date.now() + Number(values.seconds) * 1000,
    (chunk, counts) => {
      state[nameOf(chunk)] = counts;
      writeState(values.state, state);
      process.stderr.write(`${Object.keys(state).length} of ${total} parts\n`);
    },
  );
  const sums = peerNames.map((peer) => ({ peer: peers[peer].name, ...sumUp(peer, state) }));
  for (const sum of sums) process.stdout.write(`${JSON.stringify(sum)}\n`);
  if (sums.some((sum) => sum.failures.length > 0)) return 1;
  return chunks.length > 0 ? 3 : 0;
}

if (process.argv.includes('--child')) {
  process.on('message', (chunk) => process.send!(runChunk(chunk as Chunk)));
} else {
  process.exitCode = await main();
}
