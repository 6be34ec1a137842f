import { describe, expect, test } from 'vitest';
import { compileDetectors } from '../../src/custom/index.ts';
import { importRules } from '../../src/import/index.ts';
import { createScanner } from '../../src/index.ts';

const own = { id: 'badge', category: 'custom.badge', pattern: 'B-\\d{5}', cues: ['badge'] };

describe('rules of one of three kinds, told by what the file holds', () => {
  test.each([
    ['own, JSON', JSON.stringify({ rules: [own] }), 'badge B-12345'],
    [
      'own, YAML',
      "rules:\n  - { id: badge, category: custom.badge, pattern: 'B-\\d{5}', cues: [badge] }\n",
      'badge B-12345',
    ],
    [
      'gitleaks',
      'title = "x"\n[[rules]]\nid = "acme-token"\nregex = "acme_[a-z0-9]{20}"\n',
      'k acme_8f3k2m9q7w1z5r4t6y0p',
    ],
    [
      'Presidio',
      'recognizers:\n  - name: B\n    supported_entity: BADGE\n    patterns: [{ name: b, regex: "B-[0-9]{5}", score: 0.9 }]\n',
      'B-12345',
    ],
  ])('%s', (_name, file, text) => {
    const { rules, problems } = importRules(file);
    expect(problems).toEqual([]);
    expect(createScanner({ detectors: compileDetectors(rules) }).scan(text)).toHaveLength(1);
  });

  test.each(['', 'a: 1', '[]', 'rules: 5', 'just text', '{"rules":', '\0'])(
    'none in %j',
    (text) => {
      expect(() => importRules(text)).toThrow(
        expect.objectContaining({ code: 'ERR_DETECT_IMPORT' }),
      );
    },
  );

  test.each([
    ['patern', 'abc', 'no member patern'],
    ['pattern', 5, 'pattern must be a text'],
    ['pattern', '(?<=a)b', 'ahead or behind'],
    ['pattern', '\\w+', 'clean text'],
    ['category', 'badge', 'an id such as'],
    ['score', 2, 'above 0'],
    ['group', -1, 'a number, or first'],
    ['group', 3, 'no such group'],
    ['validator', 'nobody', 'no validator'],
    ['cues', 'badge', 'a list of texts'],
    ['cueReach', 0, 'a whole number'],
  ])('%s: %j is told, and the others are taken', (name, value, reason) => {
    const wrong = { ...own, id: 'wrong', [name]: value };
    const { rules, problems } = importRules(JSON.stringify({ rules: [wrong, own] }));
    expect(rules.map(({ id }) => id)).toEqual(['badge']);
    expect(problems).toEqual([
      { rule: 'wrong', reason: expect.stringContaining(reason), isSkipped: true },
    ]);
  });
});
