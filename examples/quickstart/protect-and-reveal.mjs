/**
 * Steps two and three: protect by the policy, then reveal as the one who may, and check that what was sealed is back.
 */
import { readFileSync, rmSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { inRoot, out, root } from './command.mjs';
import { compareTables, cutCells } from './compare-tables.mjs';
import { count, dim, green, plural, red, say, sayCommand, sayStep, sayTable } from './terminal.mjs';

const policy = 'examples/quickstart/policy.yaml';
const keys = `${out}/keys.json`;

/** Files of one's own that are protected here, at most. */
const maxFiles = 3;

const sampleFile = 'examples/data/customers.csv';
const newKeys = ['keys', 'new', '--policy', policy, '-o', keys];

function jobOf(file, index) {
  const extension = extname(file);
  const stem = `${out}/${index === 0 ? '' : `${index + 1}-`}${basename(file, extension)}`;
  return {
    file,
    safe: `${stem}.protected${extension}`,
    back: `${stem}.revealed${extension}`,
  };
}

function protectArgs({ file, safe }) {
  return ['protect', file, '-o', safe, '--policy', policy, '--keys', keys];
}

function revealArgs({ safe, back }) {
  const who = ['--role', 'auditor', '--purpose', 'fraud'];
  return ['reveal', safe, '-o', back, '--keys', keys, ...who];
}

const sampleJob = jobOf(sampleFile, 0);

/** What will be run for the sample data: it does not wait for the findings. */
export const sampleCommands = [newKeys, protectArgs(sampleJob), revealArgs(sampleJob)];

async function run(yushu, args) {
  sayCommand(args);
  const result = await yushu.run(args);
  if (result.words !== '') say(dim(result.words.replace(/^/gm, '   ')));
  return result.code;
}

/** Protects and reveals the sample table, or the files of one's own in which most was found. */
export async function protectAndReveal(yushu, found, sample) {
  const files = sample ? [sampleFile] : found.files.slice(0, maxFiles);
  if (files.length === 0) return { failed: found.failed };
  sayStep(2, 'Protect');
  if ((await run(yushu, newKeys)) !== 0) return { failed: true };

  const jobs = [];
  for (const [index, file] of files.entries()) {
    const job = jobOf(file, index);
    const code = await run(yushu, protectArgs(job));
    // 3: some records were withheld and named; the others are there.
    if (code === 0 || code === 3) jobs.push({ ...job, whole: code === 0 });
  }
  if (!sample && found.files.length > maxFiles) {
    say(
      dim(
        `   … and ${plural(found.files.length - maxFiles, 'more file')} with findings: the same command does each.`,
      ),
    );
  }
  if (sample && jobs.length > 0) sayRow(jobs[0]);

  sayStep(3, 'Reveal');
  let failed = jobs.length < files.length && sample;
  for (const job of jobs) {
    const code = await run(yushu, revealArgs(job));
    const good = code === 0 && (sample ? sayColumns(job) : sayBytes(job));
    if (!good) failed = true;
  }
  return { failed };
}

/** A customer before and after: everybody in the sample is made up. */
function sayRow({ file, safe }) {
  const [before, after] = [file, safe].map((path) => cutCells(readFileSync(inRoot(path), 'utf8')));
  const row = 1;
  const cut = (text) => (text.length > 34 ? `${text.slice(0, 33)}…` : text);
  say();
  sayTable(
    ['column', 'before', 'after'],
    before[0].flatMap((name, at) =>
      before[row][at] === after[row][at]
        ? []
        : [[name.trim(), cut(before[row][at]), cut(after[row][at])]],
    ),
    [],
  );
}

function sayColumns({ file, safe, back }) {
  const texts = [file, safe, back].map((path) => readFileSync(inRoot(path), 'utf8'));
  const columns = compareTables(...texts);
  const sealed = columns.filter((column) => column.sealed > 0);
  const lost = sealed.filter((column) => column.back < column.sealed);
  say();
  sayTable(
    ['column', 'protected', 'sealed', 'came back byte for byte'],
    columns.map((column) => [
      column.name,
      count(column.changed),
      column.sealed === 0 ? '–' : count(column.sealed),
      column.sealed === 0
        ? 'no: covered for good'
        : column.back === column.sealed
          ? 'yes, all'
          : count(column.back),
    ]),
    [1, 2],
  );
  const total = sealed.reduce((sum, column) => sum + column.sealed, 0);
  if (sealed.length === 0 || lost.length > 0) {
    say(
      `   ${red('✗')} Not everything that was sealed came back: ${lost.map(({ name }) => name).join(', ')}`,
    );
    return false;
  }
  say(
    `   ${green('✓')} ${count(total)} sealed cells in ${plural(sealed.length, 'column')} came back byte for byte`,
  );
  return true;
}

/** Files of one's own: equal bytes, or how many lines are covered for good. The revealed copy is not kept. */
function sayBytes({ file, back, whole }) {
  const before = readFileSync(resolve(root, file));
  const after = readFileSync(inRoot(back));
  rmSync(inRoot(back));
  if (before.equals(after)) {
    say(`   ${green('✓')} The file came back byte for byte; the revealed copy is deleted again`);
    return true;
  }
  const [left, right] = [before, after].map((bytes) => bytes.toString('latin1').split('\n'));
  const differ = left.filter((line, at) => line !== right[at]).length;
  say(
    `   ${green('✓')} Revealed; ${plural(differ, 'line')} of ${count(left.length)} stay changed: masked, blocked${whole ? '' : ' or withheld'} by the policy. The copy is deleted again`,
  );
  return true;
}
