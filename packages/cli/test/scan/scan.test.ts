import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readFindings, run, start, useCommand } from './command.ts';
import { writeZip } from './write-zip.ts';

const place = useCommand();

const text = '第一行😀\r\n请联系 13800138000,\n或写信到 zhang.san@example.com。\n';

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(place.folder, name);
  await writeFile(path, content);
  return path;
}

async function scan(...args: string[]) {
  const { code, out, err } = await run(['scan', ...args, '-f', 'jsonl']);
  return { code, err, findings: readFindings(out) };
}

test.each([
  ['utf-8', text],
  ['utf-8 with mark', `\uFEFF${text}`],
  ['utf-16le with mark', iconv.encode(`\uFEFF${text}`, 'utf-16le')],
  ['utf-16be with mark', iconv.encode(`\uFEFF${text}`, 'utf-16be')],
  ['utf-16le', iconv.encode(text, 'utf-16le')],
  ['utf-16be', iconv.encode(text, 'utf-16be')],
  ['gb18030', iconv.encode(text, 'gb18030')],
  ['gzip', gzipSync(text)],
  ['gzip of gb18030', gzipSync(iconv.encode(text, 'gb18030'))],
])('%s is read, and places count in the decoded text', async (name, content) => {
  const path = await write(`${name.replaceAll(' ', '-')}.log`, content);
  const { code, err, findings } = await scan(path);
  expect([code, err]).toEqual([0, '']);
  expect(
    findings.map(({ path: _, evidence: __, ...rest }) => [
      rest.category,
      text.slice(rest.start, rest.end),
      rest.line,
      rest.column,
    ]),
  ).toEqual([
    ['contact.phone', '13800138000', 2, 5],
    ['contact.email', 'zhang.san@example.com', 3, 6],
  ]);
});

test('an encoding is told where the first character beyond ASCII stands, wherever that is', async () => {
  const ascii = 'an ordinary line of a log\n'.repeat(8000);
  const { findings } = await scan(
    await write('late.log', iconv.encode(`${ascii}联系电话 13800138000\n`, 'gb18030')),
  );
  expect(findings.map(({ line, column }) => [line, column])).toEqual([[8001, 6]]);
});

test('a line of JSON has the keys that the manual gives, in that order, and never the value', async () => {
  const path = await write('order.ndjson', '{"user":{"phone":"13800138000"}}\n');
  const { out } = await run(['scan', path, '-f', 'jsonl']);
  expect(Object.keys(JSON.parse(out) as object)).toEqual([
    'path',
    'category',
    'start',
    'end',
    'line',
    'column',
    'likelihood',
    'score',
    'level',
    'detector',
    'evidence',
    'pointer',
  ]);
  expect(out).not.toContain('1380');
  const { out: shown } = await run(['scan', path, '-f', 'jsonl', '--preview']);
  const { preview } = JSON.parse(shown) as { preview: string };
  expect(preview).toMatch(/^1..?\*+..?0$|^13\*+00$/);
  expect(shown).not.toContain('1380');
});

test.each([
  ['a.csv', 'name,phone\n"张,三",13800138000\n', '/0/phone'],
  ['a.tsv', 'name\tphone\n张三\t13800138000\n', '/0/phone'],
  ['semicolon.csv', 'name;phone;note\n张三;13800138000;a,b\n', '/0/phone'],
  ['a.json', '{"rows":[{"phone":"13800138000"}]}', '/rows/0/phone'],
  ['lines.json', '{"phone":"13800138000"}\n{"phone":""}\n', '/phone'],
  ['a.ndjson', '{"phone":"138\\u00300138000"}\n', '/phone'],
  ['lines.log', '{"phone":"13800138000"}\n{"a":1}\n', '/phone'],
  ['a.sql', "INSERT INTO t (name, phone) VALUES ('张三', '13800138000');\n", '/0/phone'],
  ['table.txt', 'name,phone,city\n张三,13800138000,杭州\n李四,,杭州\n', '/0/phone'],
])('%s is read as what it is: %s', async (name, content, pointer) => {
  const path = await write(name, content);
  const { code, err, findings } = await scan(path);
  expect([code, err]).toEqual([0, '']);
  const phone = findings.find(({ category }) => category === 'contact.phone')!;
  expect(phone.pointer).toBe(pointer);
  const found = content.slice(phone.start, phone.end);
  expect(found.replace('\\u0030', '0')).toBe('13800138000');
  const before = content.slice(0, phone.start).split('\n');
  expect([phone.line, phone.column]).toEqual([before.length, before.at(-1)!.length + 1]);
});

test('a key or column that is itself sensitive is found, and stands as * in pointers', async () => {
  const keys = await run([
    'scan',
    await write('keys.ndjson', '{"13800138000":{"mail":"a.b@example.com"}}\n'),
    '-f',
    'jsonl',
  ]);
  expect(readFindings(keys.out).map(({ category, pointer }) => [category, pointer])).toEqual([
    ['contact.phone', '/*'],
    ['contact.email', '/*/mail'],
  ]);
  const headless = await run([
    'scan',
    await write('headless.csv', '13800138000,x\n13900139000,y\n'),
    '-f',
    'jsonl',
  ]);
  expect(readFindings(headless.out).map(({ line, pointer }) => [line, pointer])).toEqual([
    [1, '/header/0'],
    [2, '/0/*'],
  ]);
  expect(keys.out + headless.out).not.toMatch(/1380|1390/);
});

test('a workbook is read cell by cell, with the first row as names', async () => {
  const path = await write(
    'book.xlsx',
    writeZip({
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="客户/1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/sharedStrings.xml':
        '<sst><si><t>姓名</t></si><si><r><t>手机</t></r><r><t>号</t></r></si><si><t>张三</t></si></sst>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>mail</t></is></c></row>' +
        '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>1.3800138000E10</v></c><c r="C2" t="str"><v>a.b@example.com</v></c></row></sheetData></worksheet>',
    }),
  );
  const { code, err, findings } = await scan(path);
  expect([code, err]).toEqual([0, '']);
  expect(
    findings.map(({ category, pointer, line, column }) => [category, pointer, line, column]),
  ).toEqual([
    ['person.name', '/客户~11/A2', 2, 1],
    ['contact.phone', '/客户~11/B2', 2, 4],
    ['contact.email', '/客户~11/C2', 2, 16],
  ]);
  const piped = await run(['scan', '-', '-f', 'jsonl'], { input: await readFile(path) });
  expect(readFindings(piped.out)).toHaveLength(3);
});

test('a Word document is read, with headers and across runs', async () => {
  const path = await write(
    'letter.docx',
    writeZip({
      'word/document.xml':
        '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>尊敬的客户</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">电话 138</w:t></w:r><w:r><w:t>00138000</w:t></w:r></w:p></w:body></w:document>',
      'word/header1.xml':
        '<w:hdr xmlns:w="w"><w:p><w:r><w:t>a.b@example.com</w:t></w:r></w:p></w:hdr>',
    }),
  );
  const { code, findings } = await scan(path);
  expect(code).toBe(0);
  expect(findings.map(({ category, line, column }) => [category, line, column])).toEqual([
    ['contact.phone', 2, 4],
    ['contact.email', 3, 1],
  ]);
});

test('folders are walked in sorted order, without what is no data of one’s own', async () => {
  const folder = join(place.folder, 'tree');
  for (const name of ['b', 'a', '.git', 'node_modules', 'a/node_modules'])
    await mkdir(join(folder, name), { recursive: true });
  for (const name of [
    'b/2.txt',
    'b/10.txt',
    'a/z.txt',
    '.git/config',
    'node_modules/x.txt',
    'a/node_modules/y.txt',
    '.env',
    'c.txt',
  ]) {
    await writeFile(join(folder, name), '电话 13800138000\n');
  }
  const { findings } = await scan(folder);
  expect(findings.map(({ path }) => path.slice(folder.length + 1))).toEqual([
    '.env',
    'a/z.txt',
    'b/10.txt',
    'b/2.txt',
    'c.txt',
  ]);
  const here = await run(['scan', '.', '-f', 'jsonl'], { cwd: folder });
  expect(readFindings(here.out)[1]!.path).toBe('a/z.txt');
});

test('exit codes: findings only fail where --fail-on says so, and bad input weighs more', async () => {
  const path = await write('phone.txt', '电话 13800138000\n');
  expect((await run(['scan', path])).code).toBe(0);
  expect((await run(['scan', path, '--fail-on', '3'])).code).toBe(1);
  expect((await run(['scan', path, '--fail-on', '4'])).code).toBe(0);
  expect((await run(['scan', path, join(place.folder, 'gone'), '--fail-on', '3'])).code).toBe(3);
  expect((await run(['scan', path, '--fail-on', '5'])).code).toBe(2);
  expect((await run(['scan', path, '--encoding', 'klingon'])).code).toBe(2);
  expect((await run(['scan'])).code).toBe(2);
});

test('--min-likelihood lets more or less through', async () => {
  const path = await write('doubt.txt', '电话 13800138000,编号 13800138001\n');
  const counts = await Promise.all(
    ['very_unlikely', 'likely', 'very_likely'].map(
      async (step) => (await scan(path, '--min-likelihood', step)).findings.length,
    ),
  );
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  expect(counts[0]).toBeGreaterThan(0);
});

test('--policy says what would be done', async () => {
  const policy = await write(
    'policy.yaml',
    'version: 1\nname: demo\nrules:\n  - match: { column: phone }\n    action: { mask: { keepFirst: 3, keepLast: 4 } }\ndefault: allow\n',
  );
  const path = await write('policy.csv', 'phone,mail\n13800138000,a.b@example.com\n');
  const { findings } = await scan(path, '--policy', policy);
  expect(findings.map(({ category, action, rule }) => [category, action, rule])).toEqual([
    ['contact.phone', 'mask', 0],
    ['contact.email', 'allow', 'default'],
  ]);
  expect((await run(['scan', path, '--policy', policy])).out).toMatch(
    'policy demo: mask 1, allow 1',
  );
  expect(
    (await run(['scan', path, '--policy', await write('bad.yaml', 'version: 2\n')])).code,
  ).toBe(2);
});

test('a pipe has no colours, no progress, and no words on standard error', async () => {
  const path = await write('quiet.txt', '电话 13800138000\n');
  const { out, err } = await run(['scan', path]);
  expect(out).not.toContain('\u001B');
  expect(err).toBe('');
});

test('a reader that closes the pipe ends the scan quietly', async () => {
  const path = await write('long.txt', '电话 13800138000\n'.repeat(200_000));
  const child = start(['scan', path, '-f', 'jsonl']);
  let err = '';
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  child.stdout!.once('data', () => child.stdout!.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(0);
  expect(err.split('\u0000')[0]).toBe('');
});

test('an interrupt ends the scan, and leaves no report behind', async () => {
  const output = join(place.folder, 'report.jsonl');
  const child = start(['scan', '-', '-f', 'jsonl', '-o', output]);
  child.stderr!.resume();
  child.stdin!.on('error', () => {});
  const feed = setInterval(() => child.stdin!.write('电话 13800138000\n'.repeat(10_000)), 20);
  setTimeout(() => child.kill('SIGINT'), 1500);
  const code = await new Promise((resolve) =>
    child.on('close', (exit, signal) => resolve(signal ?? exit)),
  );
  clearInterval(feed);
  expect([130, 'SIGINT']).toContain(code);
  await expect(readFile(output)).rejects.toThrow();
});

test('a report goes to a file as a whole', async () => {
  const path = await write('report-me.csv', 'phone\n13800138000\n');
  const output = join(place.folder, 'report.html');
  const { code, out } = await run(['scan', path, '-f', 'html', '-o', output]);
  expect([code, out]).toEqual([0, '']);
  const page = await readFile(output, 'utf8');
  expect(page).toMatch(/^<!doctype html>/i);
  expect(page).toContain('contact.phone');
  expect(page).not.toContain('13800138000');
});

test('a file name cannot write to the terminal', async () => {
  const path = await write('evil\u001B[31m\n.txt', '电话 13800138000\n');
  const { out } = await run(['scan', path]);
  expect(out).not.toContain('\u001B');
  expect(out).toContain('evil\\u001b[31m\\u000a.txt');
});

test('a report that is written into the folder that is scanned is not scanned itself', async () => {
  const folder = join(place.folder, 'with-report');
  await mkdir(folder);
  await writeFile(join(folder, 'a.txt'), '电话 13800138000\n');
  const output = join(folder, 'report.sarif');
  const { code, err } = await run(['scan', folder, '-f', 'sarif', '-o', output]);
  expect([code, err]).toEqual([0, '']);
  const log = JSON.parse(await readFile(output, 'utf8')) as { runs: { results: unknown[] }[] };
  expect(log.runs[0]!.results).toHaveLength(1);
});

test('--report writes the page beside what goes to programs, of the same scan', async () => {
  const path = await write('both.txt', '请联系 13800138000\n');
  const page = join(place.folder, 'both.html');
  const { code, findings } = await scan(path, '--report', page);
  expect([code, findings.length]).toEqual([0, 1]);
  const html = await readFile(page, 'utf8');
  expect(html).toMatch(/^<!doctype html>/i);
  expect(html).toContain('contact.phone');
  expect(html).not.toContain('13800138000');
  const same = await run(['scan', path, '-f', 'html', '-o', page, '--report', page]);
  expect([same.code, same.err]).toEqual([2, expect.stringContaining('ERR_CLI_USAGE')]);
});
