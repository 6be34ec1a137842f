import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { javascriptCodec } from '@yushu/watermark/image-files';
import { beforeAll, describe, expect, test } from 'vitest';
import { run, useCommand } from '../scan/command.ts';
import { runUnread } from '../scan/run-unread.ts';

const place = useCommand();
const path = (name: string) => join(place.folder, name);
const memo = `各位同事：本季度的新产品将于下月发布，价格和渠道政策见附件，请在正式公布之前注意保密，不要转发给任何外部人员。
如果客户提前问起，请回答仍在测试阶段；媒体来电一律转给市场部处理，任何人不得以个人名义接受采访或者发表意见。
Whoever forwards this letter tells our competitors what we are about to do, and takes part of our advantage away from us.
`;
const mail = `From: a@example.com\r\nSubject: launch\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${memo.replace(/\n/g, '\r\n')}`;
const files: Record<string, string> = {
  'memo.txt': memo,
  'memo.md': `# Launch\n\n${memo}\n\`\`\`\ncode\n\`\`\`\n`,
  'memo.html': `<h1>Launch</h1><p>${memo}</p><pre>code</pre>`,
  'memo.eml': mail,
};
const keys = () => ['--keys', path('keys.json'), '--key', 'owner'];
const embed = (input: string, output: string, recipient = 'acme', ...more: string[]) =>
  run([
    'watermark',
    'embed',
    path(input),
    '-o',
    path(output),
    '--recipient',
    recipient,
    ...keys(),
    ...more,
  ]);
const trace = (input: string, ...more: string[]) =>
  run(['watermark', 'trace', path(input), '--recipients', path('recipients'), ...keys(), ...more]);

beforeAll(async () => {
  for (const [name, text] of Object.entries(files)) await writeFile(path(name), text);
  await writeFile(path('recipients'), 'globex\nacme\ninitech\n');
  const side = 320;
  const data = new Uint8Array(4 * side * side).fill(190);
  await writeFile(
    path('plan.png'),
    await javascriptCodec.encode({ width: side, height: side, data }, 'png', 100),
  );
  await run(['keys', 'new', 'owner:pseudonym', 'other:pseudonym', '-o', path('keys.json')]);
});

describe('yushu watermark of documents and pictures', () => {
  test.each([...Object.keys(files), 'plan.png'])(
    'names the recipient of %s, and nobody of the original',
    async (name) => {
      const ending = name.slice(name.indexOf('.'));
      const marked = await embed(name, `acme${ending}`);
      expect([marked.code, marked.out]).toEqual([0, '']);
      expect(marked.err).toContain('bits');
      const found = await trace(`acme${ending}`);
      expect(found).toMatchObject({ code: 1, err: '' });
      expect(found.out).toMatch(/^named: acme\n/);
      // Looking for what is not in a picture takes seconds; the package's own tests do.
      if (name === 'plan.png') return;
      const nobody = await trace(name, '-f', 'json');
      expect(nobody.code).toBe(0);
      expect(JSON.parse(nobody.out)).toMatchObject({ verdict: 'no-one', named: [] });
      const verify = (recipient: string) =>
        run(['watermark', 'verify', path(`acme${ending}`), '--recipient', recipient, ...keys()]);
      expect((await verify('acme')).code).toBe(1);
      expect(await verify('globex')).toMatchObject({
        code: 0,
        out: expect.stringContaining('no one'),
      });
      const other = [
        '--recipients',
        path('recipients'),
        '--keys',
        path('keys.json'),
        '--key',
        'other',
      ];
      expect((await run(['watermark', 'trace', path(`acme${ending}`), ...other])).code).toBe(0);
    },
  );

  test('says that a copy was made for nobody on the list', async () => {
    await embed('memo.txt', 'umbrella.txt', 'umbrella', '--quiet');
    const found = await trace('umbrella.txt');
    expect(found).toMatchObject({ code: 0, out: expect.stringContaining('nobody on the list') });
  });

  test('says what they can carry', async () => {
    const text = await run(['watermark', 'capacity', path('memo.md'), ...keys()]);
    expect(text).toMatchObject({ code: 0, err: '' });
    expect(text.out).toMatch(/invisible: \d+ bits[\s\S]*any \d+ % of it is enough/);
    const json = await run(['watermark', 'capacity', path('memo.html'), ...keys(), '-f', 'json']);
    expect(JSON.parse(json.out)).toMatchObject({ bits: { invisible: expect.any(Number) } });
    const picture = await run(['watermark', 'capacity', path('plan.png'), ...keys()]);
    expect(picture.out).toContain('320 × 320 pixels carry an id of 64 bits');
    expect(await runUnread(['watermark', 'capacity', path('memo.txt'), ...keys()])).toEqual({
      code: 0,
      err: '',
    });
  });

  test('writes only what channels allow', async () => {
    await embed('memo.txt', 'visible.txt', 'acme', '--channels', 'invisible', '--quiet');
    const text = await readFile(path('visible.txt'), 'utf8');
    expect(text.replace(/[\ufe04-\ufe0b]/g, '')).toBe(memo);
    expect((await embed('memo.txt', 'no.txt', 'acme', '--channels', 'morse')).code).toBe(2);
  });

  test('shows what is hidden, and takes it out', async () => {
    await embed('memo.txt', 'dirty.txt', 'acme', '--channels', 'invisible,look-alikes', '--quiet');
    const clean = (...args: string[]) => run(['watermark', 'clean', ...args]);
    const told = await clean(path('dirty.txt'), '-o', path('clean.txt'));
    expect(told.code).toBe(1);
    expect(told.out).toMatch(/invisible characters: U\+FE0\w at \d+/);
    expect(told.out).toContain('letters in disguise');
    expect(await readFile(path('clean.txt'), 'utf8')).toBe(memo);
    expect(await clean(path('clean.txt'))).toMatchObject({ code: 0, out: 'nothing is hidden\n' });
    const piped = await run(['watermark', 'clean', '-', '-o', '-'], {
      input: Buffer.from('pass\u200bword'),
    });
    expect(piped).toMatchObject({
      code: 1,
      out: 'password',
      err: expect.stringContaining('U+200B at 4'),
    });
    const wording = await clean(path('memo.txt'), '--wording', '-f', 'json');
    expect(wording.code).toBe(0);
  });

  const bad: [string, string | Uint8Array, number, RegExp][] = [
    ['short.txt', 'Too short.', 3, /too short/],
    ['binary.txt', Uint8Array.of(0, 1, 2, 3, 255, 254), 3, /no text|not in UTF-8/],
    ['empty.md', '', 3, /empty/],
    ['cut.docx', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 3, /cut off/],
    ['fake.png', 'not a picture at all', 3, /no PNG/],
    ['cut.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), 3, /damaged/],
    ['photo.webp', Buffer.from('RIFF....WEBPVP8 '), 2, /WebP/],
    ['letter.eml', 'no header here, only text', 3, /header/],
  ];
  test.each(bad)(
    'refuses %s with a clear word, and writes nothing',
    async (name, content, code, words) => {
      await writeFile(path(name), content);
      const marked = await embed(name, `out-${name}`);
      expect(marked).toMatchObject({ code, out: '', err: expect.stringMatching(words) });
      await expect(stat(path(`out-${name}`))).rejects.toThrow();
      const traced = await trace(name);
      // A short text is a text: it names nobody.
      expect(traced.code).toBe(name === 'short.txt' ? 0 : code);
    },
  );

  test('asks for what is missing', async () => {
    expect((await embed('memo.txt', 'memo.txt')).code).toBe(2);
    expect((await run(['watermark', 'verify', path('memo.txt')])).code).toBe(2);
    expect((await trace('memo.txt', '-f', 'html')).code).toBe(2);
    expect((await trace('missing.txt')).code).toBe(3);
    expect((await run(['watermark', 'clean', path('plan.png')])).code).toBe(2);
    await writeFile(path('t.csv'), 'a,b\n1,2\n');
    expect(await trace('t.csv')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--record'),
    });
  });
});
