import { describe, expect, test } from 'vitest';
import { compileDetectors } from '../../src/custom/index.ts';
import { createScanner } from '../../src/index.ts';

const badge = {
  id: 'badge',
  category: 'custom.badge',
  pattern: 'B-\\d{5}',
  score: 0.5,
  cues: ['badge', '胸卡'],
} as const;

describe('detectors as data', () => {
  const scanner = createScanner({ detectors: compileDetectors([badge]) });
  test('a cue makes a broad pattern sure', () => {
    expect(scanner.scan('胸卡 B-12345')[0]).toMatchObject({
      category: 'custom.badge',
      detector: 'badge',
      span: { start: 3, end: 10 },
    });
    expect(scanner.scan('part B-12345')).toEqual([]);
  });
  test('streams find the same', () => {
    const text = `${'x'.repeat(20_000)} badge B-12345 ${'y'.repeat(20_000)}`;
    const stream = scanner.openStream();
    const findings = [
      ...stream.push(text.slice(0, 20_010)),
      ...stream.push(text.slice(20_010)),
      ...stream.end(),
    ];
    expect(findings).toEqual(scanner.scan(text));
    expect(findings).toHaveLength(1);
  });
  test('stop words, allow list, entropy, validator, group, keywords', () => {
    const rules = compileDetectors([
      {
        id: 'k',
        category: 'custom.key',
        pattern: 'key=([a-z0-9]{8,40})',
        group: 1,
        minEntropy: 3,
        stopWords: ['sample'],
        allow: ['^aaaa'],
        keywords: ['key='],
      },
      { id: 'l', category: 'custom.luhn', pattern: 'L\\d{10}', validator: 'luhn' },
    ]);
    const found = (text: string) =>
      createScanner({ detectors: rules, categories: ['custom.*'] })
        .scan(text)
        .map(({ span }) => text.slice(span.start, span.end));
    expect(found('key=a8f3k2m9 key=aaaaaaaa key=sample12x9 key=aaaabcde1')).toEqual(['a8f3k2m9']);
    expect(found('L4992739871 L4992739872')).toHaveLength(1);
  });
});

describe('rules that are refused', () => {
  test.each([
    ['backreference', '(a)\\1'],
    ['lookahead', 'a(?=b)'],
    ['everything', '.+'],
    ['empty', 'x*'],
    ['any number', '\\d+'],
  ])('%s', (_name, pattern) => {
    expect(() => compileDetectors([{ id: 'r', category: 'custom.r', pattern }])).toThrow(
      expect.objectContaining({ code: 'ERR_DETECT_RULE' }),
    );
  });
});
