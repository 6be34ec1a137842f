/**
 * Step one: scan, say what was found by level and category, and how that compares with the truth of the sample data.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { inRoot, out } from './command.mjs';
import { count, dim, plural, red, say, sayCommand, sayStep, sayTable } from './terminal.mjs';

const policy = 'examples/quickstart/policy.yaml';
const data = 'examples/data/';

// What truth.jsonl does not speak of is not judged: see examples/data/README.md.
const unspoken = ['person.gender', 'person.username'];

/** Runs the scan and prints its table. */
export async function findAndReport(yushu, paths, sample) {
  sayStep(1, 'Find');
  const scan = ['scan', ...paths, '--format', 'jsonl', '-o', `${out}/findings.jsonl`];
  scan.push('--report', `${out}/report.html`, '--policy', policy);
  sayCommand(scan);
  const started = performance.now();
  const { code, words } = await yushu.run(scan);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  // 3 says that some input could not be read: it is named, and the rest was scanned.
  if (code !== 0 && code !== 3) {
    say(`${red('✗')} ${words}`);
    return { files: [], failed: true };
  }
  const found = await readFindings();

  const total =
    found.total === 0
      ? 'Nothing found'
      : `${plural(found.total, 'finding')} in ${plural(found.files.size, 'file')}`;
  say(`\n   ${total}, ${seconds} s`);
  if (words !== '') say(dim(words.replace(/^/gm, '   ')));
  if (found.total > 0) say();
  if (sample) {
    if (!(await sayJudged(yushu, found))) return { files: [], failed: true };
  } else if (found.total > 0) sayCounted(found);
  return {
    files: [...found.files].sort((a, b) => b[1] - a[1]).map(([path]) => path),
    unreadable: code === 3,
    failed: false,
  };
}

/** Counts the findings line by line, however many there are. */
async function readFindings() {
  const found = { total: 0, files: new Map(), categories: new Map() };
  const input = createReadStream(inRoot(`${out}/findings.jsonl`));
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const { path, category, level } = JSON.parse(line);
    found.total += 1;
    found.files.set(path, (found.files.get(path) ?? 0) + 1);
    const row = found.categories.get(category) ?? { category, level, found: 0 };
    row.found += 1;
    found.categories.set(category, row);
  }
  return found;
}

/** Categories, highest level first, then the most frequent. */
function sortCategories({ categories }) {
  const order = [1, 2, 3, 4, 'important', 'core'];
  return [...categories.values()].sort(
    (a, b) => order.indexOf(b.level) - order.indexOf(a.level) || b.found - a.found,
  );
}

function sayCounted(found) {
  const rows = sortCategories(found).map(({ category, level, found }) => [
    String(level),
    category,
    count(found),
  ]);
  if (rows.length > 0) sayTable(['level', 'category', 'findings'], rows, [2]);
}

/** The same with precision and recall; a category that no detector knows yet stands below, not among the zeros. */
async function sayJudged(yushu, found) {
  const evaluation = `${out}/evaluation.json`;
  const args = ['evaluate', `${data}truth.jsonl`, `${out}/findings.jsonl`];
  args.push('--exclude', ...unspoken, '--format', 'json', '-o', evaluation);
  sayCommand(args);
  const { code, words } = await yushu.run(args);
  if (code !== 0) {
    say(`${red('✗')} ${words}`);
    return false;
  }
  const { overall, categories } = JSON.parse(readFileSync(inRoot(evaluation), 'utf8'));
  const figures = new Map(categories.map((one) => [one.category, one]));
  const share = (value) => value.toFixed(3);
  const rows = sortCategories(found).map(({ category, level, found: amount }) => {
    const judged = figures.get(category);
    const shares =
      judged === undefined
        ? ['–', '–']
        : [share(judged.strict.precision), share(judged.strict.recall)];
    return [String(level), category, count(amount), ...shares];
  });
  const all = [share(overall.strict.precision), share(overall.strict.recall)];
  sayTable(
    ['level', 'category', 'findings', 'precision', 'recall'],
    [...rows, ['', 'all', count(found.total), ...all]],
    [2, 3, 4],
  );
  const missed = categories.filter((one) => one.truth > 0 && one.found === 0);
  if (missed.length > 0) {
    const names = missed.map((one) => `${one.category} (${count(one.truth)})`).join(', ');
    say(dim(`   In the truth, and not found at all: ${names}`));
  }
  say(
    dim(
      '   Exact spans against examples/data/truth.jsonl, which the generator wrote and no detector.',
    ),
  );
  return true;
}
