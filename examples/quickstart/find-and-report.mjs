/**
 * Step one: scan, say what was found by level and category, and how that compares with the truth of the sample data.
 */
import { readFileSync } from 'node:fs';
import { inRoot, out } from './command.mjs';
import { evaluate, readSpans } from './evaluate.mjs';
import { count, dim, plural, red, say, sayCommand, sayStep, sayTable } from './terminal.mjs';

const policy = 'examples/quickstart/policy.yaml';
const data = 'examples/data/';

// What truth.jsonl does not speak of is not judged: see examples/data/README.md.
const unspoken =
  /^(?:person\.(?!name)|date$|finance\.amount|network\.(?:url|domain)|org\.name|custom\.)/;

/** Runs the scan and prints its table. */
export async function findAndReport(yushu, paths, sample) {
  sayStep(1, 'Find');
  const lines = ['scan', ...paths, '--format', 'jsonl', '-o', `${out}/findings.jsonl`];
  const page = [
    'scan',
    ...paths,
    '--format',
    'html',
    '--policy',
    policy,
    '-o',
    `${out}/report.html`,
  ];
  sayCommand(lines);
  sayCommand(page);
  const started = performance.now();
  const results = await Promise.all([yushu(lines), yushu(page)]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const [{ code, words }] = results;
  // 3 says that some input could not be read: it is named, and the rest was scanned.
  if (code !== 0 && code !== 3) {
    say(`${red('✗')} ${words}`);
    return { files: [], failed: true };
  }
  const text = readFileSync(inRoot(`${out}/findings.jsonl`), 'utf8');
  const findings = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const byFile = new Map();
  for (const { path } of findings) byFile.set(path, (byFile.get(path) ?? 0) + 1);

  say(`\n   ${plural(findings.length, 'finding')} in ${plural(byFile.size, 'file')}, ${seconds} s`);
  if (words !== '') say(dim(words.replace(/^/gm, '   ')));
  say();
  if (sample) sayJudged(findings);
  else sayCounted(findings);
  return {
    files: [...byFile].sort((a, b) => b[1] - a[1]).map(([path]) => path),
    failed: results[1].code !== 0 && results[1].code !== 3,
  };
}

/** Category → level and count, highest level first. */
function tally(findings) {
  const rows = new Map();
  for (const { category, level } of findings) {
    const row = rows.get(category) ?? { category, level, found: 0 };
    row.found += 1;
    rows.set(category, row);
  }
  const order = [1, 2, 3, 4, 'important', 'core'];
  return [...rows.values()].sort(
    (a, b) => order.indexOf(b.level) - order.indexOf(a.level) || b.found - a.found,
  );
}

function sayCounted(findings) {
  const rows = tally(findings).map(({ category, level, found }) => [
    String(level),
    category,
    count(found),
  ]);
  if (rows.length > 0) sayTable(['level', 'category', 'findings'], rows, [2]);
}

/** The same with precision and recall; a category that no detector knows yet stands below, not among the zeros. */
function sayJudged(findings) {
  const truth = readSpans(readFileSync(inRoot(`${data}truth.jsonl`), 'utf8'));
  const found = findings.map((finding) => ({
    ...finding,
    path: finding.path.startsWith(data) ? finding.path.slice(data.length) : finding.path,
  }));
  const { overall, categories } = evaluate(found, truth, {
    judges: (category) => !unspoken.test(category),
  });
  const figures = new Map(categories.map((one) => [one.category, one]));
  const share = (value) => value.toFixed(3);
  const rows = tally(findings).map(({ category, level, found: amount }) => {
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
    [...rows, ['', 'all', count(findings.length), ...all]],
    [2, 3, 4],
  );
  const missed = categories.filter((one) => one.truth > 0 && one.found === 0);
  if (missed.length > 0) {
    const names = missed.map((one) => `${one.category} (${count(one.truth)})`).join(', ');
    say(dim(`   In the truth, and not found at all: ${names}`));
  }
  say(dim('   Exact spans against examples/data/truth.jsonl, which no detector has seen.'));
}
