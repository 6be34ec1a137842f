import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { run } from '../scan/command.ts';
import { makeTable, usePolicy } from './fixture.ts';

const place = usePolicy();

async function roundTrip(name: string, content: Uint8Array, ...more: string[]) {
  const input = await place.write(name, content);
  const protectedPath = place.path(`safe-${name}`);
  const protect = await run([...place.protectArgs(input, protectedPath), ...more]);
  const back = place.path(`back-${name}`);
  const reveal = await run(place.revealArgs(protectedPath, back));
  return {
    protect,
    reveal,
    safe: await readFile(protectedPath),
    back: reveal.code === 0 ? await readFile(back) : undefined,
  };
}

describe('protect, then reveal', () => {
  const ndjson =
    '{"姓名":"张三","phone":"138 0013 8000","salary":1.50}\n{"salary":null,"n":[13900139000]}';
  const documents: readonly [string, Uint8Array][] = [
    ['table.csv', Buffer.from(makeTable(300))],
    ['semicolon.csv', Buffer.from('id;name;salary\n1;"张;三";1\n2;李四;\n')],
    ['bom.csv', Buffer.from(`\uFEFF${makeTable(3)}`)],
    ['lines.ndjson', Buffer.from(ndjson)],
    ['lines.ndjson.gz', gzipSync(ndjson)],
    ['document.json', Buffer.from('{ "a" : [ {"salary": 1e3} , "call 13800138000" ] }\n')],
    [
      'dump.sql',
      Buffer.from("INSERT INTO t (name, salary) VALUES ('a''b', 1.50),\n (NULL, -3);\n"),
    ],
    ['chat.txt', Buffer.from('客户 13800138000\r\n身份证 110101199003074514\r\n\r\nend')],
    ['utf16le.csv', iconv.encode(makeTable(40), 'utf-16le', { addBOM: true })],
    ['utf16be.txt', iconv.encode('身份证 110101199003074514\n', 'utf-16be', { addBOM: true })],
    ['gb18030.csv', iconv.encode(makeTable(40), 'gb18030')],
    [
      'late-gb18030.log',
      Buffer.concat([
        Buffer.from('GET /\n'.repeat(40_000)),
        iconv.encode('客户 13800138000 已登录\n', 'gb18030'),
      ]),
    ],
  ];
  test.each(documents)('gives back %s to the byte, stored as it was', async (name, content) => {
    const { protect, reveal, safe, back } = await roundTrip(name, content);
    expect([protect.code, reveal.code, protect.out]).toEqual([0, 0, '']);
    expect(safe.equals(content)).toBe(false);
    expect(back?.equals(content)).toBe(true);
  });

  test('keeps what nothing is done to, to the byte', async () => {
    const text = 'id,note\r\n1,"a ""b"" c"\r\n2, x \r\n\r\n3,"line\nline"\r\n';
    const { protect, safe } = await roundTrip('plain.csv', Buffer.from(text));
    expect(protect.code).toBe(0);
    expect(safe.toString()).toBe(text);
  });

  test('packs what was packed', async () => {
    const { safe } = await roundTrip('packed.csv.gz', gzipSync(makeTable(20)));
    expect(gunzipSync(safe).toString()).toMatch(/^id,name,手机号/);
  });
});

describe('protect', () => {
  test('says what it did by action and category, and what it withheld and where', async () => {
    const input = await place.write(
      'broken.ndjson',
      '{"phone":"13800138000"}\n{oops\n{"a":"ysk1.AAAA"}\n',
    );
    const { code, err } = await run(place.protectArgs(input, place.path('broken.out')));
    expect(code).toBe(3);
    expect(place.plain(err)).toMatch(
      /^protected broken\.ndjson → broken\.out: 1 record\n {2}1 {2}fpe {2}contact\.phone\n/,
    );
    expect(place.plain(err)).toMatch(/withheld: 2\n {2}broken\.ndjson:2:2: Not JSON/);
    expect(place.plain(err)).toContain('broken.ndjson:3: Holds a sealed value already');
    expect(await readFile(place.path('broken.out'), 'utf8')).toMatch(/^\{"phone":"\d{11}"\}\n$/);
  });

  test('withholds records with bytes that are not of the encoding', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`id,note\n1,${'一切正常'.repeat(50)}\n2,`),
      Buffer.from([0xff, 0xfe, 0x80]),
      Buffer.from('\n3,李四\n'),
    ]);
    const input = await place.write('damaged.csv', bytes);
    const output = place.path('damaged.out');
    const { code, err } = await run(place.protectArgs(input, output));
    expect(code).toBe(3);
    expect(place.plain(err)).toContain('damaged.csv:3: Holds bytes that are not of the encoding');
    expect((await readFile(output, 'utf8')).split('\n').length).toBe(4);
  });

  test('writes a manifest that says how, and nothing of the values', async () => {
    const input = await place.write('m.csv', makeTable(2));
    await run(place.protectArgs(input, place.path('m.out')));
    const text = await readFile(place.path('m.out.yushu.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      format: 'yushu-manifest',
      version: 1,
      table: 'm',
      document: { type: 'csv', encoding: 'utf-8', hasByteOrderMark: false, isGzip: false },
      records: 2,
      withheld: 0,
      authentication: { key: 'pii', kind: 'aead' },
    });
    for (const value of ['13810000000', '110101199003074514', '张三'])
      expect(text).not.toContain(value);
  });

  test('reads standard input and writes standard output', async () => {
    const { code, out, err } = await run(
      [...place.protectArgs('-', '-'), '--type', 'ndjson', '--table', 't'],
      { input: Buffer.from('{"salary":5}\n') },
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^\{"salary":"ysk1\.[\w-]+"\}\n$/);
    expect(err).toContain('protected standard input → -: 1 record');
    const back = await run(
      [
        ...place.revealArgs('-', '-'),
        '--policy',
        place.path('policy.yaml'),
        '--table',
        't',
        '--type',
        'ndjson',
        '-q',
      ],
      { input: Buffer.from(out) },
    );
    expect([back.code, back.out, back.err]).toEqual([0, '{"salary":5}\n', '']);
  });

  test('replaces the file that a link leads to, and keeps its mode', async () => {
    const input = await place.write('link.csv', makeTable(1));
    const target = await place.write('link-target.csv', 'old');
    await chmod(target, 0o640);
    await symlink(target, place.path('link-out.csv'));
    await run(place.protectArgs(input, place.path('link-out.csv')));
    expect((await lstat(place.path('link-out.csv'))).isSymbolicLink()).toBe(true);
    expect((await stat(target)).mode & 0o777).toBe(0o640);
    expect(await readFile(target, 'utf8')).toMatch(/^id,name/);
  });

  test('can take the place of its input', async () => {
    const input = await place.write('in-place.csv', makeTable(5));
    expect((await run(place.protectArgs(input, input))).code).toBe(0);
    expect((await run(place.revealArgs(input, input))).code).toBe(0);
    expect(await readFile(input, 'utf8')).toBe(makeTable(5));
  });

  test('neutralises formulas only where it is asked to', async () => {
    const text = 'id,note\n1,=1+1\n2,"+x,y"\n3,-5\n4,@a\n5,a=b\n';
    const input = await place.write('formulas.csv', text);
    const output = place.path('formulas.out');
    await run(place.protectArgs(input, output));
    expect(await readFile(output, 'utf8')).toBe(text);
    await run([...place.protectArgs(input, output), '--escape-formulas']);
    expect(await readFile(output, 'utf8')).toBe(
      `id,note\n1,'=1+1\n2,"'+x,y"\n3,'-5\n4,'@a\n5,a=b\n`,
    );
  });

  test('appends events to the audit file, without values', async () => {
    const input = await place.write('audited.csv', makeTable(3));
    const audit = place.path('audit.jsonl');
    await run([...place.protectArgs(input, place.path('audited.out')), '--audit', audit]);
    const text = await readFile(audit, 'utf8');
    const events = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events.length).toBe(12);
    expect(events[0]).toMatchObject({
      operation: 'protect',
      outcome: 'success',
      action: 'encrypt',
      rule: 2,
      place: { column: 'name', record: 1, line: 2 },
    });
    for (const value of ['1381', '1990', '张三']) expect(text).not.toContain(value);
  });

  test.each([
    [
      'a missing file',
      () => place.path('nothing.csv'),
      /nothing\.csv: no such file or folder \(ERR_CLI_INPUT\)/,
    ],
    ['a folder', () => place.path('.'), /: is a folder \(ERR_CLI_INPUT\)/],
    [
      'an empty file',
      () => place.write('empty.csv', ''),
      /empty\.csv:1: the file is empty \(ERR_CLI_INPUT\)/,
    ],
    [
      'a binary file',
      () => place.write('binary.csv', Buffer.from([0, 1, 2, 3, 0, 0])),
      /is a binary file: not read/,
    ],
    ['a workbook', () => place.write('x.xlsx', Buffer.from('PK\x03\x04')), /is a zip archive/],
    [
      'gzip that is cut off',
      () => place.write('cut.csv.gz', gzipSync(makeTable(5000)).subarray(0, 9000)),
      /compressed file is cut off/,
    ],
    ['broken JSON', () => place.write('broken.json', '{"a":\n[1,}'), /broken\.json:2:4: Not JSON/],
  ])('names %s and leaves the output as it was', async (_name, input, message) => {
    const output = await place.write('kept.out', 'old');
    const { code, err } = await run(place.protectArgs(await input(), output));
    expect(err).toMatch(message);
    expect(code).toBe(3);
    expect(await readFile(output, 'utf8')).toBe('old');
    expect((await readdir(place.path('.'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('names every problem of a policy with its line, and begins nothing', async () => {
    const input = await place.write('p.csv', makeTable(1));
    const policy = await place.write(
      'bad.yaml',
      'version: 1\nrules:\n  - match: { categry: x }\n    action: blok\ndefault: allow\n',
    );
    const { code, err } = await run([
      'protect',
      input,
      '-o',
      place.path('p.out'),
      '--policy',
      policy,
    ]);
    expect(code).toBe(2);
    expect(place.plain(err)).toContain('bad.yaml: The policy is not valid: line 3');
    expect(err).toContain('line 4');
    await expect(stat(place.path('p.out'))).rejects.toThrow();
  });

  test('refuses to write over the keys or the policy', async () => {
    const input = await place.write('q.csv', makeTable(1));
    for (const name of ['keys.json', 'keys.json.kek', 'policy.yaml']) {
      const { code, err } = await run(place.protectArgs(input, place.path(name)));
      expect([code, place.plain(err)]).toEqual([
        2,
        `yushu: ${name} is needed: it cannot be the output (ERR_CLI_USAGE)\n  Give another file to --output.\n`,
      ]);
    }
  });

  test('asks for keys where the policy needs them', async () => {
    const input = await place.write('k.csv', makeTable(1));
    const { code, err } = await run([
      'protect',
      input,
      '-o',
      place.path('k.out'),
      '--policy',
      place.path('policy.yaml'),
    ]);
    expect([code, err.split('\n')[0]]).toEqual([2, 'yushu: The policy needs keys (ERR_CLI_USAGE)']);
  });

  test('does without keys where the policy needs none', async () => {
    const policy = await place.write('mask.yaml', 'version: 1\nrules: []\ndefault: redact\n');
    const input = await place.write('mask.csv', 'a,b\n1,2\n');
    const output = place.path('mask.out');
    expect((await run(['protect', input, '-o', output, '--policy', policy])).code).toBe(0);
    expect(await readFile(output, 'utf8')).toBe('a,b\n[REDACTED],[REDACTED]\n');
    await writeFile(place.path('mask.txt'), '');
    const reveal = await run(place.revealArgs(output, place.path('mask.back')));
    expect(reveal.code).toBe(3);
    expect(reveal.err).toContain('Nothing in the document can be revealed');
  });
});
