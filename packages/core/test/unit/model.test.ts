import {
  appendPointer,
  compareLevels,
  compareLikelihoods,
  compileLevelCondition,
  contextParts,
  DataSecurityError,
  describeCategory,
  fpeFormats,
  isDataSecurityError,
  type Level,
  levels,
  likelihoodOf,
  likelihoods,
  listCategories,
  parsePointer,
  systemClock,
  systemRandom,
} from '@yushu/core';
import { describe, expect, it } from 'vitest';

const codeOf = (call: () => unknown) => {
  try {
    call();
  } catch (error) {
    return isDataSecurityError(error) ? error.code : 'no DataSecurityError';
  }
  return undefined;
};

describe('categories', () => {
  it('have unique ids, two names and a level', () => {
    const all = listCategories();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(80);
    for (const { id, zh, en, level } of all) {
      expect(id).toMatch(/^[a-z0-9_]+(?:\.[a-z0-9_]+)*$/);
      expect(zh).not.toBe('');
      expect(en).not.toBe('');
      expect(levels).toContain(level);
      expect(describeCategory(id)).toMatchObject({ id, zh, en, level });
    }
  });

  it('describe a family by its row, and one of your own by its id, as sensitive', () => {
    expect(describeCategory('id.tax.de')).toMatchObject({ id: 'id.tax.de', level: 3 });
    expect(describeCategory('id.national.fr').en).toMatch(/National identity/);
    expect(describeCategory('secret.sendgrid.api_key')).toMatchObject({ level: 4 });
    expect(describeCategory('custom.badge')).toEqual({
      id: 'custom.badge',
      zh: 'custom.badge',
      en: 'custom.badge',
      level: 3,
    });
  });

  it('tell a row of its own from the family it would fit', () => {
    expect(describeCategory('secret.github.token').en).toBe('GitHub token');
    expect(describeCategory('id.driver.cn').en).toBe('Chinese driving licence');
  });
});

describe('levels', () => {
  it('are ordered from 1 to core', () => {
    expect(levels).toEqual([1, 2, 3, 4, 'important', 'core']);
    expect([...levels].reverse().sort(compareLevels)).toEqual([...levels]);
    expect(compareLevels(3, 3)).toBe(0);
  });

  const operators: readonly [string, (a: number, b: number) => boolean][] = [
    ['', (a, b) => a === b],
    ['=', (a, b) => a === b],
    ['>', (a, b) => a > b],
    ['>=', (a, b) => a >= b],
    ['<', (a, b) => a < b],
    ['<=', (a, b) => a <= b],
  ];
  it.each(operators)('compare with %j', (operator, expected) => {
    for (const [bound, name] of levels.entries()) {
      const test = compileLevelCondition(`${operator}${name}` as `>=${Level}`);
      for (const [rank, level] of levels.entries()) expect(test(level)).toBe(expected(rank, bound));
    }
  });

  it.each(['', '5', '0', '>>3', '=>3', '>=', 'Core', 'three', '3.5', '3 4', 'constructor'])(
    'refuse %j',
    (condition) => {
      expect(codeOf(() => compileLevelCondition(condition as '>=3'))).toBe('ERR_CORE_LEVEL');
    },
  );
});

describe('likelihoods', () => {
  it.each([
    [0, 'very_unlikely'],
    [0.0999, 'very_unlikely'],
    [0.1, 'unlikely'],
    [0.3999, 'unlikely'],
    [0.4, 'possible'],
    [0.6999, 'possible'],
    [0.7, 'likely'],
    [0.9199, 'likely'],
    [0.92, 'very_likely'],
    [1, 'very_likely'],
  ])('of %d is %s', (score, likelihood) => {
    expect(likelihoodOf(score)).toBe(likelihood);
  });

  it('are ordered', () => {
    expect([...likelihoods].reverse().sort(compareLikelihoods)).toEqual([...likelihoods]);
  });
});

describe('JSON Pointer', () => {
  // RFC 6901 section 5.
  it.each([
    ['', []],
    ['/foo', ['foo']],
    ['/foo/0', ['foo', '0']],
    ['/', ['']],
    ['/a~1b', ['a/b']],
    ['/c%d', ['c%d']],
    ['/e^f', ['e^f']],
    ['/g|h', ['g|h']],
    ['/i\\j', ['i\\j']],
    ['/k"l', ['k"l']],
    ['/ ', [' ']],
    ['/m~0n', ['m~n']],
    // Section 4: ~01 is ~1, never /.
    ['/~01', ['~1']],
  ])('%j has the segments %j', (pointer, segments) => {
    expect(parsePointer(pointer)).toEqual(segments);
    expect(segments.reduce<string>((path, segment) => appendPointer(path, segment), '')).toBe(
      pointer,
    );
  });

  it.each(['a', 'a/b', '~', '/~', '/~2', '/a~', '#/a'])('refuses %j', (pointer) => {
    expect(codeOf(() => parsePointer(pointer))).toBe('ERR_CORE_POINTER');
  });

  it('appends numbers', () => {
    expect(appendPointer('/rows', 12)).toBe('/rows/12');
  });
});

describe('errors', () => {
  it('carry code, hint, details and cause', () => {
    const cause = new Error('disk');
    const error = new DataSecurityError('ERR_CORE_LEVEL', 'message', {
      hint: 'do this',
      details: { length: 3 },
      cause,
    });
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('DataSecurityError');
    expect(error.cause).toBe(cause);
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      code: 'ERR_CORE_LEVEL',
      message: 'message',
      hint: 'do this',
      details: { length: 3 },
    });
    expect(Object.keys(new DataSecurityError('ERR_CORE_LEVEL', 'm').toJSON())).toEqual([
      'code',
      'message',
      'details',
    ]);
  });

  it('are known by their brand, by code if one is given', () => {
    const error = new DataSecurityError('ERR_CORE_LEVEL', 'message');
    expect(isDataSecurityError(error)).toBe(true);
    expect(isDataSecurityError(error, 'ERR_CORE_LEVEL')).toBe(true);
    expect(isDataSecurityError(error, 'ERR_CORE_POLICY')).toBe(false);
    for (const other of [
      undefined,
      null,
      'ERR_CORE_LEVEL',
      new Error('x'),
      { code: 'ERR_CORE_LEVEL' },
    ])
      expect(isDataSecurityError(other)).toBe(false);
  });

  it('are known across two copies of the package, where instanceof fails', async () => {
    const url = new URL('../../src/errors.ts', import.meta.url).href;
    const copy = (await import(/* @vite-ignore */ `${url}?copy`)) as {
      readonly DataSecurityError: typeof DataSecurityError;
    };
    expect(copy.DataSecurityError).not.toBe(DataSecurityError);
    const foreign = new copy.DataSecurityError('ERR_CORE_LEVEL', 'message');
    expect(foreign).not.toBeInstanceOf(DataSecurityError);
    expect(isDataSecurityError(foreign, 'ERR_CORE_LEVEL')).toBe(true);
  });
});

describe('ports', () => {
  it.each([0, 1, 32, 65_535, 65_536, 65_537, 200_000])('gives %i random bytes', (length) => {
    const bytes = systemRandom(length);
    expect(bytes).toHaveLength(length);
    // Every stretch is filled: 64 zero bytes in a row come by chance once in 2^512.
    for (let start = 0; start + 64 <= length; start += 64) {
      expect(bytes.subarray(start, start + 64).some((byte) => byte !== 0)).toBe(true);
    }
  });

  it('never gives the same bytes twice', () => {
    expect(systemRandom(32)).not.toEqual(systemRandom(32));
  });

  it('tells the time in milliseconds', () => {
    expect(Math.abs(systemClock() - Date.now())).toBeLessThan(5000);
  });
});

describe('lists of a contract', () => {
  it('are what documents may hold', () => {
    expect(contextParts).toEqual(['tenant', 'table', 'column', 'row']);
    expect(new Set(fpeFormats).size).toBe(fpeFormats.length);
  });
});
