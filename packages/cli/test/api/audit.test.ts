import { readFile, stat } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { validateSarif } from '../output/sarif-schema.ts';
import { run } from '../scan/command.ts';
import { runUnread } from '../scan/run-unread.ts';
import { description, useDescriptions } from './fixture.ts';

const place = useDescriptions();

interface Report {
  readonly format?: string;
  readonly causes: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly findings: readonly { readonly line: number; readonly column: number }[];
  }[];
  readonly fixes?: readonly unknown[];
}

interface Sarif {
  readonly runs: readonly {
    readonly invocations: readonly { readonly executionSuccessful: boolean }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region?: { readonly startLine: number; readonly startColumn: number };
        };
      }[];
    }[];
  }[];
}

describe('yushu api audit', () => {
  test('tells causes with line, column and advice, without colours to a pipe', async () => {
    const path = await place.write('api.yaml', description);
    const { code, out, err } = await run(['api', 'audit', path]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`${path}:17:64  /components/schemas/User/properties/password`);
    expect(out).toContain('GET /users/{id}');
    expect(out).toContain('→ ');
    expect(out).not.toContain('\u001b');
  });

  test.each([
    ['critical', description, 1],
    ['high', description, 1],
    ['critical', description.replace('password', 'nick'), 0],
    ['high', description.replace('password', 'nick'), 1],
    ['high', description.replace('password', 'nick').replace('http:', 'https:'), 0],
  ])('--fail-on %s ends with what it found (%#)', async (severity, text, code) => {
    const path = await place.write('fails.yaml', text);
    const ended = await run(['api', 'audit', path, '--fail-on', severity]);
    expect([ended.code, ended.err]).toEqual([code, '']);
  });

  test('writes JSON, of a file as of standard input', async () => {
    const path = await place.write('json.yaml', description);
    const ended = await run(['api', 'audit', path, '-f', 'json', '--fix']);
    const report = JSON.parse(ended.out) as Report;
    expect(report.format).toBe('openapi-3.1');
    const worst = report.causes.find(({ rule }) => rule === 'credentials-in-response');
    expect(worst).toMatchObject({ severity: 'critical', findings: [{ line: 17, column: 64 }] });
    expect(report.fixes?.length).toBeGreaterThan(0);
    const piped = await run(['api', 'audit', '-', '-f', 'json', '--fix'], {
      input: Buffer.from(description),
    });
    expect([piped.code, piped.err, piped.out]).toEqual([0, '', ended.out]);
  });

  test.each(['yushu', 'spectral', 'vacuum', 'kics', 'all'])(
    'writes SARIF that is valid, with the rules of %s',
    async (ruleset) => {
      const path = await place.write('客户 api.yaml', description);
      const { code, out, err } = await run([
        ...['api', 'audit', path, '-f', 'sarif', '--ruleset', ruleset, '--min-severity', 'info'],
      ]);
      expect([code, err]).toEqual([0, '']);
      const log = JSON.parse(out) as Sarif;
      expect(validateSarif(log), JSON.stringify(validateSarif.errors)).toBe(true);
      const [ran] = log.runs;
      expect(ran!.invocations[0]!.executionSuccessful).toBe(true);
      expect(ran!.results.length).toBeGreaterThan(0);
      const [first] = ran!.results[0]!.locations;
      expect(first!.physicalLocation.artifactLocation.uri).toMatch(
        /^file:\/\/.*\/%E5%AE%A2%E6%88%B7%20api\.yaml$/,
      );
      expect(first!.physicalLocation.region!.startLine).toBeGreaterThan(0);
    },
  );

  test('writes SARIF that is valid and says so where nothing could be read', async () => {
    const path = await place.write('broken.yaml', 'nonsense: [');
    const { code, out, err } = await run(['api', 'audit', path, '-f', 'sarif']);
    expect([code, err]).toEqual([3, expect.stringMatching(/^yushu: .*broken\.yaml:\d+:\d+: /)]);
    const log = JSON.parse(out) as Sarif;
    expect(validateSarif(log), JSON.stringify(validateSarif.errors)).toBe(true);
    expect(log.runs[0]!.invocations[0]!.executionSuccessful).toBe(false);
  });

  test('writes a page that quotes the document, and runs nothing of it', async () => {
    const hostile = description.replace('/users/{id}', '/<img src=x onerror=alert(1)>/{id}');
    const path = await place.write('page.yaml', hostile);
    const output = place.path('page.html');
    const { code, out, err } = await run(['api', 'audit', path, '-f', 'html', '-o', output]);
    expect([code, out, err]).toEqual([0, '', '']);
    const page = await readFile(output, 'utf8');
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page).toContain('credentials-in-response');
    expect(page).toContain('手机号');
    expect(page).toContain('&lt;img src=x');
    expect(page).not.toContain('<img');
  });

  test('a baseline hides what it has, and nothing else', async () => {
    const path = await place.write('base.yaml', description);
    const baseline = place.path('baseline.json');
    const first = await run(['api', 'audit', path, '--write-baseline', baseline]);
    expect([first.code, first.err]).toEqual([0, '']);
    const args = ['api', 'audit', path, '--baseline', baseline, '-f', 'json', '--fail-on', 'low'];
    const second = await run(args);
    expect([second.code, (JSON.parse(second.out) as Report).causes]).toEqual([0, []]);
    const more = 'password: { type: string }, cvv: { type: string }';
    await place.write('base.yaml', description.replace('password: { type: string }', more));
    const third = await run(args);
    expect(third.code).toBe(1);
    expect(third.out).toContain('/components/schemas/User/properties/cvv');
    expect(third.out).not.toContain('/properties/password"');
  });

  test('takes severities of Spectral and rules of one’s own', async () => {
    const path = await place.write('own.yaml', description);
    const config = await place.write(
      '.spectral.yaml',
      'rules: { "owasp:api8:2023-no-server-http": off }\n',
    );
    const quiet = await run(['api', 'audit', path, '--config', config]);
    expect([quiet.code, quiet.err]).toEqual([0, '']);
    expect(quiet.out).not.toContain('http-server');
    expect(quiet.out).toContain('credentials-in-response');
    const rules = await place.write(
      'rules.yaml',
      '- id: operations-have-owners\n  given: $.paths.*.*\n  then: { field: x-owner, exists: true }\n  severity: critical\n',
    );
    const owned = description.replace('password', 'nick');
    await place.write('own.yaml', owned);
    const args = ['api', 'audit', path, '--rules', rules, '--fail-on', 'critical'];
    const lacking = await run(args);
    expect([lacking.code, lacking.err]).toEqual([1, '']);
    expect(lacking.out).toMatch(
      /operations-have-owners[\s\S]*:7:\d+ {2}\/paths\/~1users~1\{id\}\/get/,
    );
    await place.write('own.yaml', owned.replace('get:', 'get:\n      x-owner: team'));
    expect((await run(args)).code).toBe(0);
  });

  test('audits GraphQL by its text', async () => {
    const sdl = 'type Query { user(id: ID!): User }\ntype User { name: String password: String }\n';
    const { code, out, err } = await run(['api', 'audit', '-', '-f', 'json', '--fail-on', 'high'], {
      input: Buffer.from(sdl),
    });
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('password');
  });

  test.each([
    [['api', 'audit'], /^yushu: missing required argument 'spec'/],
    [['api', 'audit', 'x', '-f', 'xml'], /^yushu: option '-f, --format <format>'/],
    [['api', 'audit', 'x', '--fail-on', 'bad'], /^yushu: option '--fail-on <severity>'/],
    [['api', 'audit', 'x', '--what'], /^yushu: unknown option '--what'/],
    [['api', 'what'], /^yushu: unknown command 'what'/],
  ])('ends yushu %j with 2', async (args, message) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  test.each([['--rules'], ['--baseline']])(
    'a file given with %s that is something else ends with 2',
    async (option) => {
      const path = await place.write('good.yaml', description);
      const other = await place.write('other.txt', '{ "secret": "hunter2"');
      const { code, out, err } = await run(['api', 'audit', path, option, other]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^yushu: .*ERR_API_SECURITY_/);
      expect(err).not.toContain('hunter2');
      expect(err).not.toMatch(/\n\s+at /);
    },
  );

  test('names a file that is not there, and leaves the report of before', async () => {
    const output = await place.write('kept.json', 'before');
    const missing = place.path('missing.yaml');
    const { code, out, err } = await run(['api', 'audit', missing, '-o', output]);
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(/missing\.yaml: no such file or folder .*ERR_CLI_INPUT/);
    expect(await readFile(output, 'utf8')).toBe('before');
    await expect(stat(missing)).rejects.toThrow();
  });

  test('ends in peace where nobody reads', async () => {
    const path = await place.write('unread.yaml', description);
    expect(await runUnread(['api', 'audit', path])).toEqual({ code: 0, err: '' });
    expect(await runUnread(['api', 'audit', path, '--fail-on', 'high'])).toEqual({
      code: 1,
      err: '',
    });
  });
});
