import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../scan/command.ts';
import { runUnread } from '../scan/run-unread.ts';
import { description, useDescriptions } from './fixture.ts';

const place = useDescriptions();

describe('yushu api map', () => {
  test('says which graded fields go where, as table, JSON and page', async () => {
    const path = await place.write('map.yaml', description);
    const table = await run(['api', 'map', path]);
    expect([table.code, table.err]).toEqual([0, '']);
    expect(table.out).toMatch(
      /GET \/users\/\{id\} {2}\(public, level 4\)\n.*\n {2}out {2}password:4 手机号:3\n/,
    );
    const piped = await run(['api', 'map', '-', '-f', 'json'], { input: Buffer.from(description) });
    expect([piped.code, piped.err]).toEqual([0, '']);
    expect(JSON.parse(piped.out)).toMatchObject({
      title: '客户',
      operations: [
        {
          method: 'get',
          audience: 'public',
          output: [
            { name: 'password', category: 'secret.password', level: 4 },
            { name: '手机号', category: 'contact.phone', level: 3 },
          ],
        },
      ],
    });
    const output = place.path('map.html');
    const page = await run(['api', 'map', path, '-f', 'html', '-o', output]);
    expect([page.code, page.out, page.err]).toEqual([0, '', '']);
    expect(await readFile(output, 'utf8')).toMatch(/^<!doctype html>[\s\S]*手机号/i);
  });
});

describe('yushu api fix', () => {
  test('writes the document with its comments, and changes no more the second time', async () => {
    const path = await place.write('fix.yaml', description);
    const output = place.path('fixed.yaml');
    const { code, out, err } = await run(['api', 'fix', path, '--review', '-o', output]);
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(/^2 changes, 2 of \d+ findings mended\n$/);
    const text = await readFile(output, 'utf8');
    expect(text).toMatch(/url: 'https:\/\/api\.example\.com' } ?\] # plain\n/);
    expect(text).toContain('security: [] # left over');
    const fixed = parse(text) as {
      components: { schemas: { User: { properties: { password: { writeOnly?: boolean } } } } };
    };
    expect(fixed.components.schemas.User.properties.password.writeOnly).toBe(true);
    const again = await run(['api', 'fix', output, '--review']);
    expect([again.code, again.out]).toEqual([0, text]);
    expect(again.err).toMatch(/^0 changes, 0 of /);
  });

  test('leaves what the server must follow to --review', async () => {
    const { code, out, err } = await run(['api', 'fix', '-'], { input: Buffer.from(description) });
    expect([code, out]).toEqual([0, description]);
    expect(err).toMatch(/; 2 more with --review\n$/);
  });

  test('writes changes as JSON Patch, as overlay and with their reasons', async () => {
    const path = await place.write('patch.yaml', description);
    const patch = await run(['api', 'fix', path, '--review', '-f', 'patch']);
    expect(JSON.parse(patch.out)).toContainEqual({
      op: 'replace',
      path: '/servers/0/url',
      value: 'https://api.example.com',
    });
    const overlay = await run(['api', 'fix', path, '--review', '-f', 'overlay']);
    expect(JSON.parse(overlay.out)).toMatchObject({
      overlay: '1.0.0',
      actions: expect.arrayContaining([
        { target: "$['servers'][0]", update: { url: 'https://api.example.com' } },
      ]),
    });
    const reasons = await run(['api', 'fix', path, '-f', 'json']);
    expect(JSON.parse(reasons.out)).toMatchObject({ fixes: [], open: { length: 2 } });
    expect([patch.code, overlay.code, reasons.code]).toEqual([0, 0, 0]);
  });
});

describe('yushu api drift', () => {
  const newer = description
    .replace('password: { type: string }', 'password: { type: string }, 身份证号: { type: string }')
    .replace('components:', '  /open:\n    get: { security: [], responses: {} }\ncomponents:');

  test('tells what a new version gives out more, and fails on it', async () => {
    const before = await place.write('before.yaml', description);
    const after = await place.write('after.yaml', newer);
    const table = await run(['api', 'drift', before, after, '--fail-on', 'high']);
    expect([table.code, table.err]).toEqual([1, '']);
    expect(table.out).toContain('graded-field-added');
    expect(table.out).toContain('GET /open');
    const json = await run(['api', 'drift', before, '-', '-f', 'json'], {
      input: Buffer.from(newer),
    });
    expect([json.code, json.err]).toEqual([0, '']);
    expect(JSON.parse(json.out)).toContainEqual(
      expect.objectContaining({ kind: 'graded-field-added', field: '身份证号' }),
    );
    const same = await run(['api', 'drift', after, after, '--fail-on', 'info']);
    expect([same.code, same.err, same.out]).toEqual([0, '', 'Nothing drifted.\n']);
  });

  test('tells shadow operations and sensitive fields in traffic, without their values', async () => {
    const path = await place.write('spec.yaml', description);
    const answer = (url: string, body: object) => ({
      request: { method: 'GET', url: `https://api.example.com${url}` },
      response: {
        status: 200,
        content: { mimeType: 'application/json', text: JSON.stringify(body) },
      },
    });
    const har = await place.write(
      'traffic.har',
      JSON.stringify({
        log: {
          entries: [
            answer('/users/7', { 手机号: '13800138000', extra: '110101199003074514' }),
            answer('/debug/dump', { ok: true }),
          ],
        },
      }),
    );
    const { code, out, err } = await run([
      ...['api', 'drift', path, har, '-f', 'json', '--fail-on', 'high'],
    ]);
    expect([code, err]).toEqual([1, '']);
    const drift = JSON.parse(out) as { kind: string; operation: string; field?: string }[];
    expect(drift).toContainEqual(
      expect.objectContaining({ kind: 'shadow-operation', operation: 'GET /debug/dump' }),
    );
    expect(drift).toContainEqual(
      expect.objectContaining({
        kind: 'undocumented-field',
        field: 'extra',
        category: 'id.resident.cn',
      }),
    );
    expect(out).not.toContain('110101199003074514');
    expect(out).not.toContain('13800138000');
  });
});

describe('yushu api', () => {
  test.each([
    [['map', 'BROKEN']],
    [['fix', 'BROKEN']],
    [['drift', 'BROKEN', 'BROKEN']],
    [['drift', 'GOOD', 'BROKEN']],
    [['map', 'MISSING']],
    [['fix', 'MISSING']],
    [['drift', 'GOOD', 'MISSING']],
  ])('%j ends with 3, says which file and why, and writes nothing', async (words) => {
    const paths: Readonly<Record<string, string>> = {
      BROKEN: await place.write('broken.yaml', 'nonsense: [ hunter2'),
      GOOD: await place.write('good.yaml', description),
      MISSING: place.path('missing.yaml'),
    };
    const output = await place.write('kept', 'before');
    const args = words.map((word) => paths[word] ?? word);
    const { code, out, err } = await run(['api', ...args, '-o', output]);
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(/^yushu: /);
    if (!words.includes('GOOD')) expect(err).toContain(args[1]!);
    expect(err).not.toMatch(/hunter2|\n\s+at /);
    expect(await readFile(output, 'utf8')).toBe('before');
  });

  test.each([
    [['map', 'x', '-f', 'sarif'], /^yushu: option '-f, --format <format>'/],
    [['fix', 'x', '-f', 'html'], /^yushu: option '-f, --format <format>'/],
    [['drift', 'x'], /^yushu: missing required argument 'after'/],
    [['map'], /^yushu: missing required argument 'spec'/],
  ])('%j ends with 2', async (args, message) => {
    const { code, out, err } = await run(['api', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  test.each([[['map']], [['fix', '-f', 'patch']], [['drift', 'SAME']]])(
    '%j ends in peace where nobody reads',
    async ([name, ...more]) => {
      const path = await place.write('unread.yaml', description);
      const args = [...more].map((word) => (word === 'SAME' ? path : word));
      const { code, err } = await runUnread(['api', name!, path, ...args]);
      expect(code).toBe(0);
      expect(err).not.toMatch(/EPIPE|\n\s+at /);
    },
  );
});
