import { createNdjsonRedaction, createRedactor } from '@yushu/mask/objects';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const keys = [
  'a',
  'b',
  'password',
  'pass_word',
  'x-y',
  '',
  '0',
  '"',
  '\\',
  '键',
  '__proto__',
  'toString',
];

const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('s', '', 1, -0.5, 1e300, true, null, '"}{', '\\', '\u2028', '\ud800'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...keys), tie('value')), { maxLength: 5 }).map((entries) => {
      // As JSON.parse makes it: __proto__ is a key like others.
      const result = {};
      for (const [key, value] of entries) {
        Object.defineProperty(result, key, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
      return result;
    }),
  ),
}));

const step = fc.constantFrom(
  'a',
  'b',
  'password',
  '["x-y"]',
  '[""]',
  '[0]',
  '["\\""]',
  '*',
  '**',
  '["__proto__"]',
  'toString',
);
const path = fc
  .tuple(
    fc.array(step, { maxLength: 3 }),
    fc.constantFrom('a', 'password', '*', '[0]', '["键"]', '["__proto__"]'),
  )
  .map(([steps, last]) => [...steps, last].join('.').replaceAll('.[', '['));

const options = fc.record({
  paths: fc.array(path, { maxLength: 4 }),
  keys: fc.subarray(['password', 'xy', 'A']),
  remove: fc.boolean(),
});

describe('the ways of redaction', () => {
  it('agree with each other on plain data, for any paths and keys', () => {
    fc.assert(
      fc.property(json, options, (value, given) => {
        const redactor = createRedactor(given);
        const before = JSON.stringify(value);
        const walked =
          JSON.stringify(createRedactor({ ...given, strings: [(text) => text] }).redact(value)) ??
          'null';
        expect(redactor.stringify(value)).toBe(walked);
        // The same redactor again: what it remembers must not change its answers.
        expect(redactor.stringify([value, value])).toBe(
          createRedactor(given).stringify([value, value]),
        );
        expect(redactor.stringify(value)).toBe(walked);
        expect(redactor.redactJson(before)).toBe(walked);
        expect(JSON.stringify(value)).toBe(before);
      }),
      { numRuns: 1_000 },
    );
  });

  it('agree with a plain reading of the rules', () => {
    /** Every path of the value, and whether the pattern fits it. */
    const fits = (pattern: readonly string[], steps: readonly string[]): boolean => {
      const [head, ...rest] = pattern;
      if (head === undefined) return steps.length === 0;
      if (head === '**')
        return fits(rest, steps) || (steps.length > 0 && fits(pattern, steps.slice(1)));
      return steps.length > 0 && (head === '*' || head === steps[0]) && fits(rest, steps.slice(1));
    };
    const redact = (value: unknown, patterns: readonly string[][], steps: string[]): unknown => {
      if (patterns.some((pattern) => fits(pattern, steps))) return '#';
      if (Array.isArray(value))
        return value.map((item, index) => redact(item, patterns, [...steps, String(index)]));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, member]) => [
          key,
          redact(member, patterns, [...steps, key]),
        ]),
      );
    };
    const simple = fc.array(
      fc.array(fc.constantFrom('a', 'b', 'c', '*', '**'), { minLength: 1, maxLength: 4 }),
      { minLength: 1, maxLength: 3 },
    );
    const tree = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom(1, 's'),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value')),
        fc.array(tie('value'), { maxLength: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(tree, simple, (value, patterns) => {
        fc.pre(patterns.every((pattern) => pattern.at(-1) !== '**'));
        fc.pre(typeof value === 'object');
        const redactor = createRedactor({
          paths: patterns.map((pattern) => pattern.join('.')),
          censor: '#',
        });
        expect(JSON.parse(redactor.stringify(value))).toEqual(redact(value, patterns, []));
      }),
      { numRuns: 700 },
    );
  });
});

describe('redactJson', () => {
  it('leaves what it does not redact as it is, to the byte', () => {
    const redactor = createRedactor({ keys: ['password'] });
    const text =
      ' { "n" : 12345678901234567890 , "f":1.0, "pass\\u0077ord" : [1, {"x":"]"}] , "u":"\\u00e9" , "d":1,"d":2 } ';
    expect(redactor.redactJson(text)).toBe(text.replace('[1, {"x":"]"}]', '"[REDACTED]"'));
  });

  it('removes members wherever they stand', () => {
    const redactor = createRedactor({ keys: ['p'], remove: true });
    expect(redactor.redactJson('{"p":1,"a":2}')).toBe('{"a":2}');
    expect(redactor.redactJson('{"p":1 , "p":2, "a":2, "p":3}')).toBe('{ "a":2}');
    expect(redactor.redactJson('{"a":2,"p":1,"P":1}')).toBe('{"a":2}');
    expect(redactor.redactJson('{"p":1}')).toBe('{}');
    expect(redactor.redactJson('[{"p":1},{"p":{"p":1}}]')).toBe('[{},{}]');
  });

  it('refuses every piece of JSON that is no JSON, and anything deeper than it goes', () => {
    const redactor = createRedactor({ keys: ['password'] });
    const whole = '{"a":[1,-2.5e3,true,null,"x\\"y"],"password":"secret","b":{}}';
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => redactor.redactJson(whole.slice(0, length))).toThrow(
        expect.objectContaining({ code: 'ERR_MASK_JSON' }),
      );
    }
    for (const text of [
      '{a:1}',
      "{'a':1}",
      '[1,]',
      '{"a":1,}',
      '01',
      '1 2',
      'NaN',
      '{"a" 1}',
      '"\\x"',
      '[}',
      '['.repeat(100_000),
    ]) {
      expect(() => redactor.redactJson(text)).toThrow(
        expect.objectContaining({ code: 'ERR_MASK_JSON' }),
      );
    }
  });
});

describe('createNdjsonRedaction', () => {
  const run = async (chunks: readonly string[], given: object = {}) => {
    const redactor = createRedactor({ paths: ['user.name'], keys: ['password'] });
    const stream = new ReadableStream<string>({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk);
        controller.close();
      },
    });
    let output = '';
    for await (const text of stream.pipeThrough(createNdjsonRedaction({ redactor, ...given })))
      output += text;
    return output;
  };

  it('gives the same for any chunking', async () => {
    const text =
      '{"user":{"name":"张三"},"password":1}\r\n\n  \nnot json password=hunter2\n{"a":"😀"}\n[1,2]\n{"password":"x"}';
    const whole = await run([text]);
    expect(whole).toBe(
      '{"user":{"name":"[REDACTED]"},"password":"[REDACTED]"}\r\n\n  \n{"redaction":"line withheld: not JSON"}\n{"a":"😀"}\n[1,2]\n{"password":"[REDACTED]"}',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(text.length), { maxLength: 12 }), async (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const chunks = places.slice(1).map((end, index) => text.slice(places[index], end));
        expect(await run(chunks)).toBe(whole);
      }),
    );
  });

  it('withholds a line that is too long, and goes on', async () => {
    const long = `{"password":"${'x'.repeat(200)}"}`;
    expect(
      await run([`{"a":1}\n${long.slice(0, 50)}`, long.slice(50), '\n{"a":2}'], {
        maxLineLength: 100,
      }),
    ).toBe('{"a":1}\n{"redaction":"line withheld: too long"}\n{"a":2}');
  });

  it('passes text on where asked', async () => {
    expect(await run(['hello\n'], { invalid: 'text' })).toBe('hello\n');
  });

  it('refuses bad options', () => {
    const redactor = createRedactor({});
    for (const options of [{}, { redactor, invalid: 'drop' }, { redactor, maxLineLength: 0 }]) {
      expect(() => createNdjsonRedaction(options as never)).toThrow(
        expect.objectContaining({ code: 'ERR_MASK_OPTIONS' }),
      );
    }
  });
});
