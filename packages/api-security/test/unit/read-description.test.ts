import { readDescription } from '@yushu/api-security';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('readDescription', () => {
  it('finds keys and elements in JSON', () => {
    const text = '{\n  "a": [1, {"b\\u0041": 2}],\n  "c": {}\n}';
    const source = readDescription(text);
    expect(source.locate(['/a', '/a/0', '/a/1/bA', '/c', '/x', ''])).toEqual([
      { line: 2, column: 3 },
      { line: 2, column: 9 },
      { line: 2, column: 13 },
      { line: 3, column: 3 },
      undefined,
      { line: 1, column: 1 },
    ]);
  });

  it('says where JSON breaks, without quoting it', () => {
    const { value, diagnostics } = readDescription('{\n  "password": "hunter2",\n  oops ] }');
    expect(value).toBeUndefined();
    expect(diagnostics).toEqual([
      { code: 'syntax', message: 'The JSON is broken here.', line: 3, column: 3 },
    ]);
  });

  it('finds places in YAML, through aliases and number keys', () => {
    const text = 'a: &x\n  200:\n    - one\n    - k: 1\nb: *x\n';
    const source = readDescription(text);
    expect(source.value).toEqual({
      a: { 200: ['one', { k: 1 }] },
      b: { 200: ['one', { k: 1 }] },
    });
    expect(source.locate(['/a/200/1/k', '/b'])).toEqual([
      { line: 4, column: 7 },
      { line: 5, column: 1 },
    ]);
  });

  it('finds every place of any JSON, however it is written', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const pointers: string[] = [];
        const visit = (node: unknown, pointer: string): void => {
          pointers.push(pointer);
          if (typeof node !== 'object' || node === null) return;
          for (const [key, child] of Object.entries(node)) {
            visit(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
          }
        };
        visit(value, '');
        if (typeof value !== 'object' || value === null) return;
        expect(readDescription(text).locate(pointers)).not.toContain(undefined);
      }),
    );
  });

  it.each([
    ['brackets', '['.repeat(1_000_000)],
    ['maps in flow', '{a: '.repeat(1_000_000)],
    ['dashes', '- '.repeat(1_000_000)],
    ['question marks', '? '.repeat(1_000_000)],
    ['JSON', `${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}`],
    [
      'aliases',
      `a0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(',')}]`).join('\n')}`,
    ],
    ['numbers', `a: ${'9'.repeat(1_000_000)}`],
    ['indentation', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['size', 'a: b\n'.repeat(10_000_000)],
  ])('reads hostile %s in bounded time', (_, text) => {
    const { diagnostics, value } = readDescription(text);
    expect(diagnostics.length > 0 || value !== undefined).toBe(true);
  });

  it('keeps prototype keys as data', () => {
    for (const text of ['{"__proto__": {"polluted": 1}}', '__proto__:\n  polluted: 1\n']) {
      const { value } = readDescription(text);
      expect(Object.hasOwn(value as object, '__proto__')).toBe(true);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }
  });
});
