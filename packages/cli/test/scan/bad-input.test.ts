import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readFindings, run, useCommand } from './command.ts';
import { writeZip } from './write-zip.ts';

const place = useCommand();

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(place.folder, name);
  await writeFile(path, content);
  return path;
}

/** Scans one file and gives what was said, without the folder. */
async function scan(path: string, ...more: string[]) {
  const { code, out, err } = await run(['scan', path, '-f', 'jsonl', ...more]);
  return { code, findings: readFindings(out), err: err.replaceAll(`${place.folder}/`, '') };
}

test('a broken JSON line is named, scanned as text, and the next lines go on', async () => {
  const path = await write(
    'broken.ndjson',
    '{"phone":"13800138000"}\n{"phone":13900139000,\n{"phone":"13700137000"}\n',
  );
  const { code, findings, err } = await scan(path);
  expect(code).toBe(3);
  expect(err).toMatch(/^yushu: broken\.ndjson:2:\d+: .*expected a key in double quotes/);
  expect(findings.map(({ line, category }) => [line, category])).toEqual([
    [1, 'contact.phone'],
    [2, 'contact.phone'],
    [3, 'contact.phone'],
  ]);
  expect(findings[1]!.pointer).toBeUndefined();
});

test('a ragged row is named, scanned as text, and the next rows go on', async () => {
  const path = await write(
    'ragged.csv',
    'id,phone\n1,13800138000\n2,13900139000,x\n3,13700137000\n',
  );
  const { code, findings, err } = await scan(path);
  expect(code).toBe(3);
  expect(err).toMatch(/^yushu: ragged\.csv:3:1: The row has 3 columns where the header has 2/);
  expect(findings.map(({ line }) => line)).toEqual([2, 3, 4]);
});

test('a text in another encoding is named with its line, and what is ASCII in it is found', async () => {
  const path = await write(
    'latin.txt',
    Buffer.from('first line\ncaf\xE9 na\xEFve r\xE9sum\xE9, call 13800138000\n', 'latin1'),
  );
  const { code, findings, err } = await scan(path);
  expect(code).toBe(3);
  expect(err).toMatch(/^yushu: latin\.txt:2:4: the encoding is neither UTF-8 nor GB18030/);
  expect(findings).toHaveLength(1);
  const named = await scan(path, '--encoding', 'latin1');
  expect(named).toMatchObject({ code: 0, err: '' });
});

test('a byte that is not of the encoding is named with its line, far from the beginning too', async () => {
  const lines = `${'电话记录 a line of a log\n'.repeat(20_000)}`;
  const content = Buffer.concat([
    Buffer.from(lines),
    Buffer.from([0xff, 0xfe, 0x0a]),
    Buffer.from('电话 13800138000\n'),
  ]);
  const { code, findings, err } = await scan(await write('damaged.log', content));
  expect(code).toBe(3);
  expect(err).toMatch(/^yushu: damaged\.log:20001:1: not valid utf-8/);
  expect(findings.map(({ line, column }) => [line, column])).toEqual([[20_002, 4]]);
  const csv = Buffer.concat([
    Buffer.from('name,note\n张三,x\n李四,'),
    Buffer.from([0xff]),
    Buffer.from('\n'),
  ]);
  expect((await scan(await write('damaged.csv', csv))).err).toMatch(
    /^yushu: damaged\.csv:3:4: not valid utf-8/,
  );
});

test.each([
  ['image.png', Buffer.from('\x89PNG\r\n\x1A\n\0\0\0\rIHDR', 'latin1'), 'a PNG image'],
  [
    'data.bin',
    Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 197 + (i >> 3)) & 255)),
    'a binary file',
  ],
  ['paper.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\n'), 'a PDF document'],
  ['files.zip', writeZip({ 'a.txt': 'x' }), 'a zip archive'],
  [
    'files.tar.gz',
    gzipSync(Buffer.concat([Buffer.alloc(257, 'a'), Buffer.from('ustar\0\0\0')])),
    'a tar archive',
  ],
])('%s is recognised and named', async (name, content, kind) => {
  const { code, findings, err } = await scan(await write(name, content));
  expect(code).toBe(3);
  expect(findings).toEqual([]);
  expect(err).toMatch(`yushu: ${name}: is ${kind}: not read`);
});

test('a file that is cut off or damaged in its compression is named, and what came before is scanned', async () => {
  const text = Array.from(
    { length: 8_000 },
    (_, i) => `line ${(i * 7919) % 1000} call 138${10_000_000 + i}\n`,
  ).join('');
  const packed = gzipSync(text);
  const whole = await scan(await write('whole.log.gz', packed));
  expect(whole).toMatchObject({ code: 0, err: '' });
  const cutOff = await scan(await write('cut.log.gz', packed.subarray(0, packed.length >> 1)));
  expect(cutOff.code).toBe(3);
  expect(cutOff.err).toMatch('cut.log.gz: the compressed file is cut off');
  expect(cutOff.findings.length).toBeGreaterThan(whole.findings.length / 4);
  const damaged = Buffer.from(packed);
  damaged.fill(0xa5, packed.length >> 1, (packed.length >> 1) + 64);
  expect((await scan(await write('damaged.gz', damaged))).err).toMatch(
    'the compressed file is damaged',
  );
});

test('an archive that is made to exhaust the machine is stopped', async () => {
  const { code, err } = await scan(
    await write('bomb.txt.gz', gzipSync(Buffer.alloc(80_000_000, 'a'))),
  );
  expect(code).toBe(3);
  expect(err).toMatch('expands to more than 400 times its size');
});

test('a damaged office document is named', async () => {
  const parts = { 'word/document.xml': '<w:document><w:p><w:t>电话 13800138000</w:t></w:p><w:p>' };
  const { code, err } = await scan(await write('broken.docx', writeZip(parts)));
  expect(code).toBe(3);
  expect(err).toMatch('broken.docx: the document is damaged');
  const cutOff = writeZip({ 'xl/workbook.xml': '<workbook/>' }).subarray(0, 40);
  expect((await scan(await write('cut.xlsx', cutOff))).code).toBe(3);
});

test('an empty file is named: it counts where it was asked for by name, and is noted in a folder', async () => {
  const folder = join(place.folder, 'with-empty');
  await mkdir(folder);
  await writeFile(join(folder, 'empty.txt'), '');
  const named = await run(['scan', join(folder, 'empty.txt')]);
  expect([named.code, named.err]).toEqual([
    3,
    expect.stringMatching(/empty\.txt:1: the file is empty/),
  ]);
  const walked = await run(['scan', folder]);
  expect([walked.code, walked.err]).toEqual([
    0,
    expect.stringMatching(/note: .*empty\.txt:1: the file is empty/),
  ]);
  const piped = await run(['scan', '-']);
  expect([piped.code, piped.err]).toEqual([
    3,
    expect.stringMatching(/standard input:1: the file is empty/),
  ]);
});

test('symbolic links that lead in a circle are named, and the rest is scanned', async () => {
  const folder = join(place.folder, 'loops');
  await mkdir(join(folder, 'inner', 'deep'), { recursive: true });
  await writeFile(join(folder, 'inner', 'a.txt'), '电话 13800138000\n');
  await symlink('..', join(folder, 'inner', 'deep', 'up'));
  await symlink('self', join(folder, 'self'));
  await symlink('nowhere', join(folder, 'broken'));
  await symlink('inner/a.txt', join(folder, 'same.txt'));
  await symlink('/usr', join(folder, 'outside'));
  const { code, findings, err } = await scan(folder);
  expect(code).toBe(3);
  expect(findings.map(({ path }) => path)).toEqual([join(folder, 'inner/a.txt')]);
  expect(
    err
      .split('\n')
      .filter((line) => line.startsWith('yushu'))
      .map((line) => line.replace('loops/', '')),
  ).toEqual([
    'yushu: broken: no such file or folder (ERR_CLI_NOT_FOUND)',
    'yushu: inner/deep/up: the symbolic link leads back to a folder that it stands in (ERR_CLI_LINK_LOOP)',
    'yushu: note: outside: the symbolic link leads outside: not followed (ERR_CLI_LINK_SKIPPED)',
    'yushu: self: symbolic links lead in a circle (ERR_CLI_LINK_LOOP)',
  ]);
});

test('a file that may not be read is named', async () => {
  const path = await write('secret.txt', 'x');
  await chmod(path, 0);
  // Root may read everything: then the command runs as nobody.
  const isRoot = process.getuid?.() === 0;
  const { code, err } = await run(['scan', path], isRoot ? { uid: 65_534, gid: 65_534 } : {});
  expect([code, err]).toEqual([3, expect.stringMatching(/secret\.txt: permission denied/)]);
});

test('a file that is not there is named, and the others are scanned', async () => {
  const path = await write('there.txt', '电话 13800138000\n');
  const { code, out, err } = await run([
    'scan',
    join(place.folder, 'missing'),
    path,
    '-f',
    'jsonl',
  ]);
  expect([code, readFindings(out).length]).toEqual([3, 1]);
  expect(err).toMatch('missing: no such file or folder');
});

test('a line of 50 MB is named, and scanned all the same, in bounded memory', async () => {
  const filler = 'x'.repeat(25_000_000);
  for (const [name, before, after] of [
    ['long.txt', '', ''],
    ['long.ndjson', '{"a":1}\n{"b":"', '"}\n{"phone":"13900139000"}\n'],
  ] as const) {
    const path = await write(name, `${before}${filler} 电话 13800138000 ${filler}${after}`);
    const { code, out, err, maxResident } = await run(['scan', path, '-f', 'jsonl']);
    expect(code).toBe(3);
    expect(err).toMatch(`${name}:${before === '' ? 1 : 2}:1: longer than 16,777,216 characters`);
    const findings = readFindings(out);
    expect(findings).toHaveLength(before === '' ? 1 : 2);
    const text = await readFile(path, 'utf8');
    expect(text.slice(findings[0]!.start, findings[0]!.end)).toBe('13800138000');
    expect(maxResident).toBeLessThan(250_000_000);
  }
});

test('one bad file among many does not keep the others from being scanned', async () => {
  const folder = join(place.folder, 'many');
  await mkdir(folder);
  for (let i = 0; i < 20; i += 1) {
    await writeFile(
      join(folder, `${i}.txt`),
      i % 4 === 0 ? Buffer.from([0, 1, 2]) : '电话 13800138000\n',
    );
  }
  const { code, findings } = await scan(folder);
  expect([code, findings.length]).toEqual([3, 15]);
});

test('a log with some zero bytes in it is still a text', async () => {
  const lines = 'a line of a log, call 13800138000\n'.repeat(100);
  const path = await write('crash.log', `${lines}${'\0'.repeat(40)}\n${lines}`);
  const { code, findings, err } = await scan(path);
  expect([code, findings.length, err]).toEqual([0, 200, '']);
});
