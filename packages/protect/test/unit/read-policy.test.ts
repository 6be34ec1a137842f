import { describe, expect, it } from 'vitest';
import { readPolicy, safeReadPolicy } from '../../src/index.ts';

/** Line, column and message of the problems of a text. */
function problemsOf(text: string): [number, number, string][] {
  const result = safeReadPolicy(text);
  return result.ok
    ? []
    : result.problems.map(({ line, column, message }) => [line, column, message]);
}

describe('readPolicy', () => {
  it('reads YAML and JSON alike', () => {
    const json =
      '{"version":1,"rules":[{"match":{"level":">=3"},"action":"block"}],"default":"allow"}';
    const yaml =
      'version: 1\nrules:\n  - match: { level: ">=3" } # strict\n    action: block\ndefault: allow\n';
    expect(readPolicy(yaml)).toEqual(readPolicy(json));
    expect(readPolicy(`\uFEFF${json}`)).toEqual(readPolicy(json));
  });

  it('says line and column of every problem', () => {
    const text =
      'version: 2\nrules:\n  - match: {}\n    action: blok\n  - actoin: block\ndefault: allow\nextra: 1\n';
    const places = problemsOf(text).map(([line, column]) => [line, column]);
    expect(places).toContainEqual([1, 1]);
    expect(places).toContainEqual([3, 5]);
    expect(places).toContainEqual([4, 5]);
    expect(places).toContainEqual([5, 5]);
    expect(places).toContainEqual([7, 1]);
    expect(() => readPolicy(text)).toThrow(/line \d+, column \d+/);
  });

  it.each([
    ['a duplicate key', 'version: 1\nrules: []\ndefault: allow\nversion: 1\n', 4, 'twice'],
    ['a duplicate key in JSON', '{"version":1,\n"version":1}', 2, 'twice'],
    ['an anchor', 'version: 1\nrules: &r []\ndefault: allow\n', 2, 'anchors'],
    ['an alias', 'version: 1\nrules: *r\ndefault: allow\n', 2, 'aliases'],
    ['a tag', 'version: !!str 1\nrules: []\ndefault: allow\n', 1, 'tags'],
    ['several documents', 'version: 1\n---\nversion: 1\n', 2, 'one document'],
    ['YAML 1.1', '%YAML 1.1\n---\nversion: 1\n', 1, '1.2'],
    ['a key that is no text', '1: 2\n', 1, 'keys must be texts'],
    ['a tab', 'rules:\n\t- x\n', 2, 'tabs'],
    ['an open quote', 'version: "1\n', 2, 'missing'],
    ['nothing', '', 1, 'empty'],
    ['a list', '- 1\n', 1, 'must be an object'],
  ])('refuses %s', (_name, text, line, message) => {
    const problems = problemsOf(text);
    expect(problems.map(([where]) => where)).toContain(line);
    expect(problems.map(([, , what]) => what).join('; ')).toContain(message);
  });

  it('is quick and calm about bombs', () => {
    const bomb = `a: &a [x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*a, *a]`).join('\n')}`;
    expect(problemsOf(bomb).length).toBeGreaterThan(0);
    expect(problemsOf('['.repeat(50_000))[0]?.[2]).toContain('nested too deeply');
    expect(problemsOf('a: 1\n'.repeat(100_000)).length).toBeGreaterThan(0);
    expect(problemsOf(' '.repeat(5_000_000))[0]?.[2]).toContain('longer than');
  });
});
