import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutText } from '../../src/ner/cut-text.ts';
import { createNerScanner, type NerEngine } from '../../src/ner/index.ts';

/** Finds words of a list. */
const listEngine = (
  words: Readonly<Record<string, string>>,
  more: Partial<NerEngine> = {},
): NerEngine => ({
  id: 'fake',
  recognize: async (text) =>
    Object.entries(words).flatMap(([word, label]) => {
      const spans = [];
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        spans.push({ start: at, end: at + word.length, label, score: 0.95 });
      return spans;
    }),
  ...more,
});

const shown = (
  text: string,
  findings: readonly { category: string; span: { start: number; end: number } }[],
) => findings.map(({ category, span }) => `${category} ${text.slice(span.start, span.end)}`);

describe('models beside rules', () => {
  test('what a model knows is found, with the model as reason', async () => {
    const text = 'Ravindra met Ωmega; call 13800138000';
    const { findings, complete } = await createNerScanner({
      engines: [listEngine({ Ravindra: 'B-PER', Ωmega: 'MISC' })],
    }).inspect(text);
    expect(shown(text, findings)).toEqual(['person.name Ravindra', 'contact.phone 13800138000']);
    expect(findings[0]).toMatchObject({
      detector: 'ner.fake',
      evidence: [{ kind: 'model', detail: 'fake' }],
    });
    expect(complete).toBe(true);
  });
  test('a model that is not sure says nothing by itself, and adds up with rules', async () => {
    const weak: NerEngine = {
      id: 'weak',
      recognize: async () => [{ start: 0, end: 2, label: 'PER', score: 0.6 }],
    };
    const scanner = createNerScanner({ engines: [weak] });
    expect((await scanner.inspect('甲乙来了')).findings).toEqual([]);
    const { findings } = await createNerScanner({
      engines: [weak],
      minLikelihood: 'very_unlikely',
    }).inspect('王芳来了');
    expect(findings[0]?.evidence.map(({ kind }) => kind)).toContain('model');
    expect(findings[0]?.evidence.length).toBeGreaterThan(1);
  });
  test('a check digit outweighs a model', async () => {
    const id = '110101199003078531';
    const { findings } = await createNerScanner({
      engines: [listEngine({ [id]: 'PHONE' })],
    }).inspect(`身份证号 ${id}`);
    expect(findings.map(({ category }) => category)).toEqual(['id.resident.cn']);
  });
  test('labels of your own, categories and allowed values', async () => {
    const engine = listEngine({ foo: 'X', bar: 'PER' });
    const text = 'foo and bar';
    const own = await createNerScanner({
      engines: [engine],
      labels: { X: 'custom.x', PER: null },
    }).inspect(text);
    expect(shown(text, own.findings)).toEqual(['custom.x foo']);
    const excluded = await createNerScanner({ engines: [engine], exclude: ['person.*'] }).inspect(
      text,
    );
    expect(excluded.findings).toEqual([]);
    const allowed = await createNerScanner({
      engines: [engine],
      allow: (value) => value === 'bar',
    }).inspect(text);
    expect(allowed.findings).toEqual([]);
  });
});

describe('models that fail', () => {
  const text = 'call 13800138000';
  test.each([
    ['error', { id: 'e', recognize: async () => Promise.reject(new Error(text)) }],
    [
      'error',
      {
        id: 'e',
        recognize: () => {
          throw new Error(text);
        },
      },
    ],
    ['timeout', { id: 'e', recognize: () => new Promise<never>(() => {}) }],
    [
      'invalid',
      { id: 'e', recognize: async () => [{ start: 3, end: 99, label: 'PER', score: 1 }] },
    ],
    [
      'invalid',
      { id: 'e', recognize: async () => [{ start: 0, end: 1, label: 'PER', score: Number.NaN }] },
    ],
    ['invalid', { id: 'e', recognize: async () => undefined as never }],
  ] as const)('%s: the rules find all the same, and the gap is told', async (reason, engine) => {
    const report = await createNerScanner({
      engines: [engine as NerEngine],
      timeoutMs: 20,
    }).inspect(text);
    expect(report.findings).toHaveLength(1);
    expect(report.complete).toBe(false);
    expect(report.failures).toEqual([{ engine: 'e', reason, start: 0, end: text.length }]);
    expect(JSON.stringify(report)).not.toContain('1380');
  });
  test('a signal ends the waiting, and the model is told', async () => {
    const controller = new AbortController();
    let told = false;
    const engine: NerEngine = {
      id: 'slow',
      recognize: (_, { signal }) =>
        new Promise(() => {
          signal.addEventListener('abort', () => {
            told = true;
          });
        }),
    };
    const waiting = createNerScanner({ engines: [engine] }).inspect(text, {
      signal: controller.signal,
    });
    controller.abort();
    expect((await waiting).failures[0]?.reason).toBe('aborted');
    expect(told).toBe(true);
  });
  test('options', () => {
    expect(() => createNerScanner({ engines: [], timeoutMs: 0 })).toThrow(
      expect.objectContaining({ code: 'ERR_DETECT_OPTIONS' }),
    );
  });
});

test('long texts are cut into pieces that share their edges, and entities at the cuts are found once', async () => {
  const text = Array.from({ length: 400 }, (_, index) => `word${index} Ravindra`).join(' ');
  const { findings } = await createNerScanner({
    engines: [listEngine({ Ravindra: 'PER' }, { maxLength: 300 })],
  }).inspect(text);
  expect(findings.filter(({ category }) => category === 'person.name')).toHaveLength(400);
});

test('pieces cover the text, are no longer than asked, and cut no pair of surrogates', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '。', '😀', '\n', '中'), maxLength: 400 }),
      fc.integer({ min: 16, max: 90 }),
      (text, longest) => {
        let until = 0;
        for (const [start, end] of cutText(text, longest, 20)) {
          expect(start).toBeLessThanOrEqual(until);
          expect(end - start).toBeLessThanOrEqual(longest + 1);
          expect(encodeURIComponent(text.slice(start, end))).toBeTypeOf('string');
          until = end;
        }
        expect(until).toBe(text.length);
      },
    ),
  );
});
