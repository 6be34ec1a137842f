import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BaselineBuilder,
  createAllowList,
  createDenyList,
  isIgnoredLine,
  readBaseline,
  readList,
} from '../../src/baseline/index.ts';
import { createScanner } from '../../src/index.ts';

const key = new Uint8Array(32).fill(9);

describe('lists', () => {
  const text = '联系 help@corp.cn 或 wang@corp.cn，卡号 4111111111111111';
  test('allowed values are not reported, of the category that was named', () => {
    const values = (list: string) =>
      createScanner({ allow: createAllowList(readList(list)) })
        .scan(text)
        .map(({ span }) => text.slice(span.start, span.end));
    expect(values('')).toHaveLength(3);
    expect(values('help@corp.cn')).toEqual(['wang@corp.cn', '4111111111111111']);
    expect(values('[finance.*] help@corp.cn')).toHaveLength(3);
    expect(values('[contact.*] /.*@corp\\.cn/')).toEqual(['4111111111111111']);
    expect(values('/corp/')).toHaveLength(3);
    expect(values('４１１１111111111111')).toHaveLength(2);
  });
  test('streams ask the same', () => {
    const allow = createAllowList(readList('13800138000'));
    const stream = createScanner({ allow }).openStream();
    const long = `${'话'.repeat(30_000)} 手机 13800138000 手机 13900139000`;
    const found = [
      ...stream.push(long.slice(0, 30_010)),
      ...stream.push(long.slice(30_010)),
      ...stream.end(),
    ];
    expect(found.map(({ span }) => long.slice(span.start, span.end))).toEqual(['13900139000']);
  });
  test('denied values are found as words, and within Chinese', () => {
    const detectors = createDenyList(readList('[custom.codename] Blue Heron\n项目凤凰\n凤凰\nX9'));
    const found = (line: string) =>
      createScanner({ detectors })
        .scan(line)
        .map(({ category, span }) => `${category} ${line.slice(span.start, span.end)}`);
    expect(found('about BLUE heron, and 关于项目凤凰的')).toEqual([
      'custom.codename BLUE heron',
      'custom.denied 项目凤凰',
    ]);
    expect(found('blue herons X90 aX9 x9')).toEqual(['custom.denied x9']);
  });
  test('lists that cannot be used', () => {
    for (const list of ['[contact.email]', '[] x']) {
      expect(() => readList(list)).toThrow(expect.objectContaining({ code: 'ERR_DETECT_LIST' }));
    }
    expect(() => createAllowList([{ pattern: '(a)\\1' }])).toThrow(
      expect.objectContaining({ code: 'ERR_DETECT_LIST', details: { entry: 1 } }),
    );
    expect(() => createDenyList([{ value: 'x' }])).toThrow(
      expect.objectContaining({ code: 'ERR_DETECT_LIST' }),
    );
  });
});

describe('comments', () => {
  test.each([
    ['contact.email', 'a@b.com // yushu:ignore', '', true],
    ['contact.email', 'a@b.com # yushu:ignore secret.*', '', false],
    ['secret.aws.access_key_id', 'k <!-- yushu:ignore contact.email, secret.* -->', '', true],
    ['contact.email', 'a@b.com', '// yushu:ignore-next-line', true],
    ['contact.email', 'a@b.com // yushu:ignore-next-line', '', false],
    ['contact.email', 'a@b.com', '// yushu:ignore', false],
    ['secret.password', 'password = "…" # gitleaks:allow', '', true],
    ['contact.email', 'a@b.com # gitleaks:allow', '', false],
    ['secret.password', 'x', '# pragma: allowlist nextline secret', true],
    ['contact.email', 'notyushu:ignore', '', false],
    ['contact.email', 'yushu:ignored', '', false],
  ] as const)('%s: %s', (category, line, before, ignored) => {
    expect(isIgnoredLine(category, line, before)).toBe(ignored);
  });
});

describe('baselines', () => {
  test('with a key, a value is known once for each time that it stood there', () => {
    const builder = new BaselineBuilder({ key });
    for (const value of ['a@b.com', 'a@b.com', 'c@d.com'])
      builder.add('.\\src\\a.ts', 'contact.email', value);
    const document = builder.finish();
    const file = readBaseline(JSON.stringify(document), { key }).openFile('src/a.ts');
    expect(file.isExact).toBe(true);
    expect(
      ['a@b.com', 'c@d.com', 'a@b.com', 'a@b.com', 'x@y.com'].map((value) =>
        file.knows('contact.email', value),
      ),
    ).toEqual([true, true, true, false, false]);
    expect(file.knows('contact.phone', 'a@b.com')).toBe(false);
  });
  test('without a key, only counts are written and compared', () => {
    const builder = new BaselineBuilder();
    builder.add('a', 'contact.email', 'a@b.com');
    const text = JSON.stringify(builder.finish());
    expect(text).toBe(
      '{"version":1,"entries":[{"path":"a","category":"contact.email","count":1}]}',
    );
    expect(readBaseline(text, { key }).isExact).toBe(false);
    expect(readBaseline(text).openFile('a').countOf('contact.email')).toBe(1);
    expect(readBaseline(text).openFile('b').countOf('contact.email')).toBe(0);
  });
  test('another key knows nothing', () => {
    const builder = new BaselineBuilder({ key });
    builder.add('a', 'contact.phone', '13800138000');
    const other = readBaseline(JSON.stringify(builder.finish()), { key: new Uint8Array(32) });
    expect(other.openFile('a').knows('contact.phone', '13800138000')).toBe(false);
  });
  test('the document never holds the value, or a hash of it that can be tried', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 4, maxLength: 40, unit: fc.constantFrom(...'ghijklmnop_@XYZ') }),
        async (value) => {
          const builder = new BaselineBuilder({ key });
          builder.add('p', 'secret.generic', value);
          const text = JSON.stringify(builder.finish());
          expect(text).not.toContain(value);
          const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(value));
          expect(text).not.toContain(Buffer.from(digest).toString('hex').slice(0, 16));
        },
      ),
      { numRuns: 50 },
    );
  });
  test.each([
    '',
    '{',
    '[]',
    '{"version":2,"entries":[]}',
    '{"version":1,"entries":[{}]}',
    '{"version":1,"entries":[{"path":"a","category":"b","count":1,"values":["zz"]}]}',
  ])('%s is no baseline', (text) => {
    expect(() => readBaseline(text)).toThrow(
      expect.objectContaining({ code: 'ERR_DETECT_BASELINE' }),
    );
  });
  test('a short key is refused', () => {
    expect(() => new BaselineBuilder({ key: new Uint8Array(4) })).toThrow(
      expect.objectContaining({ code: 'ERR_DETECT_BASELINE' }),
    );
  });
});
