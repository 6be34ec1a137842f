import { createRedactor } from '@yushu/mask/objects';
import { describe, expect, it } from 'vitest';

const secret = 'hunter2-geheim';

/** A redactor in every one of its ways of looking. */
const redactors = {
  path: createRedactor({ paths: ['password', 'a.password', 'a.b.password', 'list[*].password'] }),
  wildcard: createRedactor({ paths: ['password', '*.password', '*.*.password'] }),
  deep: createRedactor({ paths: ['**.password'] }),
  keys: createRedactor({ keys: ['pass_word'] }),
  strings: createRedactor({ keys: ['password'], strings: ['json', 'url', 'header'] }),
  function: createRedactor({ paths: ['**.password'], censor: () => '#' }),
  remove: createRedactor({ paths: ['**.password'], remove: true }),
};

class Account {
  name = 'zhang';
  password = secret;
}

class WithToJson {
  readonly #password = secret;
  toJSON() {
    return { a: 1, password: this.#password };
  }
}

/** Values that hold the secret under `password`, each in another disguise. */
const probes: Record<string, () => unknown> = {
  plain: () => ({ password: secret }),
  nested: () => ({ a: { b: { password: secret } } }),
  'in a list': () => ({ list: [{ password: secret }, { password: secret }] }),
  frozen: () => Object.freeze({ a: Object.freeze({ password: secret }) }),
  sealed: () => Object.seal({ password: secret }),
  'without prototype': () => Object.assign(Object.create(null), { password: secret }),
  'class instance': () => new Account(),
  'class instance within': () => ({ a: new Account() }),
  getter: () => ({
    get password() {
      return secret;
    },
  }),
  'getter of a class': () =>
    new (class {
      a = {
        get password() {
          return secret;
        },
      };
    })(),
  'getter that throws': () => ({
    password: secret,
    get other(): string {
      throw new Error(secret);
    },
  }),
  'getter that gives an object': () => ({
    get a() {
      return { password: secret };
    },
  }),
  toJSON: () => new WithToJson(),
  'toJSON within': () => ({ a: new WithToJson(), list: [new WithToJson()] }),
  'toJSON that throws': () => ({
    password: secret,
    a: {
      toJSON() {
        throw new Error(secret);
      },
    },
  }),
  'toJSON that gives toJSON': () => ({
    a: { toJSON: () => ({ password: secret, toJSON: () => 1 }) },
  }),
  Date: () => ({ password: secret, at: new Date(0) }),
  'invalid Date': () => ({ password: secret, at: new Date(Number.NaN) }),
  'Date as secret': () => ({ password: new Date(0), a: { password: secret } }),
  Map: () => new Map<string, unknown>([['password', secret]]),
  'Map within': () => ({ a: new Map([['password', secret]]), password: secret }),
  'Map with objects as keys': () => ({ a: new Map([[{ password: secret }, 1]]), password: secret }),
  'Map of Map': () => ({ a: new Map([['b', new Map([['password', secret]])]]), password: secret }),
  Set: () => ({ a: new Set([{ password: secret }]), password: secret }),
  'typed array': () => ({ a: new Uint8Array([1, 2, 3]), password: secret }),
  'typed array as secret': () => ({ password: new TextEncoder().encode(secret) }),
  Buffer: () => ({ password: Buffer.from(secret) }),
  ArrayBuffer: () => ({ password: new ArrayBuffer(8), a: { password: secret } }),
  BigInt: () => ({ password: secret, a: 12345678901234567890n }),
  'BigInt as secret': () => ({ password: 12345678901234567890n, a: { password: secret } }),
  circle: () => {
    const value: Record<string, unknown> = { password: secret };
    value['a'] = value;
    return value;
  },
  'circle through a list': () => {
    const value = { list: [] as unknown[], password: secret };
    value.list.push({ password: secret, back: value });
    return value;
  },
  'shared reference': () => {
    const shared = { password: secret };
    return { a: shared, list: [shared, shared] };
  },
  Error: () => Object.assign(new Error('failed'), { password: secret }),
  'Error with cause': () => ({
    a: new Error('failed', { cause: Object.assign(new Error('why'), { password: secret }) }),
    password: secret,
  }),
  Proxy: () => new Proxy({ password: secret, a: { password: secret } }, {}),
  'Proxy that gives copies': () =>
    new Proxy(
      { password: secret, a: { password: secret } },
      { get: (target, key) => structuredClone(Reflect.get(target, key)) },
    ),
  'Proxy that throws': () => ({
    password: secret,
    a: new Proxy(
      {},
      {
        ownKeys() {
          throw new Error(secret);
        },
        get() {
          throw new Error(secret);
        },
      },
    ),
  }),
  'revoked Proxy': () => {
    const { proxy, revoke } = Proxy.revocable({ password: secret }, {});
    revoke();
    return { password: secret, a: proxy };
  },
  'boxed values': () => ({ password: new String(secret), a: { password: new Number(7) } }),
  'undefined, function and symbol': () => ({
    password: secret,
    a: { password: undefined },
    f: () => secret,
    s: Symbol(secret),
  }),
  'symbol key': () => ({ [Symbol('password')]: secret, password: secret }),
  'not enumerable': () => Object.defineProperty({ a: 1 }, 'password', { value: secret }),
  'own __proto__': () =>
    JSON.parse(
      `{"__proto__":{"password":"${secret}"},"a":{"password":"${secret}"},"password":"x"}`,
    ),
  'own toString': () => ({ toString: 1, constructor: { password: 1 }, password: secret }),
  'sparse list': () => ({ list: Object.assign([], { 3: { password: secret } }), password: secret }),
  'list with properties': () => Object.assign([{ password: secret }], { password: secret }),
  'very deep': () => {
    let value: unknown = { password: secret };
    for (let depth = 0; depth < 4_000; depth += 1) value = { a: value };
    return { password: secret, deep: value };
  },
  wide: () =>
    Object.fromEntries([...Array(500).keys()].map((key) => [`k${key}`, { password: secret }])),
  'NaN and Infinity': () => ({
    password: Number.NaN,
    a: { password: secret },
    n: Number.POSITIVE_INFINITY,
  }),
  'lone surrogate': () => ({ 'pass\ud800word': 'x', password: `${secret}\ud800` }),
};

/** Probes that hide the secret where the paths of a redactor do not go: JSON shows it there rightly. */
const unnamed: Record<string, readonly string[]> = {
  path: [
    'own __proto__',
    'wide',
    'circle through a list',
    'very deep',
    'list with properties',
    'Set',
    'Error with cause',
  ],
  wildcard: [
    'in a list',
    'own __proto__',
    'shared reference',
    'circle through a list',
    'toJSON within',
    'sparse list',
    'very deep',
  ],
};

describe.each(Object.entries(redactors))('%s', (name, redactor) => {
  it.each(Object.keys(probes).filter((probe) => unnamed[name]?.includes(probe) !== true))(
    'does not leak: %s',
    (probe) => {
      for (const show of [
        (value: unknown) => redactor.stringify(value),
        (value: unknown) => JSON.stringify(redactor.redact(value)) ?? '',
      ]) {
        const shown = show(probes[probe]!());
        expect(shown).not.toContain(secret);
        expect(shown).not.toContain(secret.slice(0, 4));
        expect(() => JSON.parse(shown === '' ? 'null' : shown)).not.toThrow();
      }
    },
  );
});

describe('createRedactor', () => {
  it('has at least forty probes', () => {
    expect(Object.keys(probes).length).toBeGreaterThanOrEqual(40);
  });

  it('prints the same as JSON.stringify where nothing is redacted', () => {
    const values = [
      null,
      1,
      'a',
      true,
      [1, undefined, () => 1],
      { a: undefined, b: new Date(0) },
      new Map(),
      new Number(1),
      [new String('x')],
      { a: [{ b: [] }] },
    ];
    for (const options of [
      { paths: ['zzz'] },
      { paths: ['*.zzz'] },
      { paths: ['**.zzz'] },
      { keys: ['zzz'] },
    ]) {
      const redactor = createRedactor(options);
      for (const value of values) expect(redactor.stringify(value)).toBe(JSON.stringify(value));
    }
    expect(createRedactor({ keys: ['a'] }).stringify(undefined)).toBe('null');
  });

  it('prints the same whatever it has printed before: other shapes, many keys, long texts', () => {
    const rules = { paths: ['a.secret', '**.list[1]', '**[0].x'], keys: ['password'] };
    const used = createRedactor(rules);
    const make = (round: number): Record<string, unknown> => ({
      [`k${round}`]: { [`m${round % 7}`]: round, password: secret },
      a: round % 3 === 0 ? { secret } : { n: round, secret, text: 'x'.repeat(round) },
      list: round % 2 === 0 ? [1, secret] : Array.from({ length: 20 }, (_, at) => at / 3),
      calm: {
        text: `"${'字'.repeat(round % 90)}\n`,
        rows: [{ id: round }, { at: new Date(round) }],
      },
      map: Object.fromEntries(
        [...Array(round % 130).keys()].map((key) => [`u${key}`, { password: key }]),
      ),
    });
    for (let round = 0; round < 700; round += 1) {
      const value = round % 11 === 0 ? [make(round), [{ x: secret }]] : make(round);
      const text = used.stringify(value);
      expect(text).toBe(createRedactor(rules).redactJson(JSON.stringify(value)));
      expect(text.includes(secret)).toBe(round % 11 === 0);
    }
  });

  it('does not trust a second look', () => {
    let looks = 0;
    const items = new Proxy(
      Array.from({ length: 40 }, () => 1 as unknown),
      {
        get(target, key) {
          if (key === '20') looks += 1;
          return key === '20' && looks > 1 ? { password: secret } : Reflect.get(target, key);
        },
      },
    );
    expect(createRedactor({ keys: ['password'] }).stringify({ items })).not.toContain(secret);
  });

  it('can be called by what it prints', () => {
    const redactor = createRedactor({ keys: ['password'] });
    const value = {
      a: 'x',
      get inner() {
        return redactor.stringify({
          password: secret,
          b: { toJSON: () => redactor.stringify([1]) },
        });
      },
      password: secret,
    };
    const expected = {
      a: 'x',
      inner: '{"password":"[REDACTED]","b":"[1]"}',
      password: '[REDACTED]',
    };
    for (let time = 0; time < 3; time += 1) {
      expect(JSON.parse(redactor.stringify(value))).toEqual(expected);
    }
  });

  it('stays right where somebody has put a property on every object', () => {
    const redactor = createRedactor({ keys: ['password'] });
    let text = '';
    Object.defineProperty(Object.prototype, 'everywhere', {
      value: 1,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    try {
      text = redactor.stringify({ a: {}, password: secret });
    } finally {
      Reflect.deleteProperty(Object.prototype, 'everywhere');
    }
    expect(text).toBe('{"a":{},"password":"[REDACTED]"}');
    const parent = { inherited: secret };
    expect(
      redactor.stringify({ a: Object.create(parent), b: Object.setPrototypeOf({ c: 1 }, parent) }),
    ).toBe('{"a":{},"b":{"c":1}}');
  });

  it('is blind to case and separators in keys, and not in paths', () => {
    const value = { API_KEY: 1, apiKey: 2, 'api-key': 3, 'Api Key': 4, apikeys: 5, xapikey: 6 };
    expect(JSON.parse(createRedactor({ keys: ['api_key'], censor: 0 }).stringify(value))).toEqual({
      API_KEY: 0,
      apiKey: 0,
      'api-key': 0,
      'Api Key': 0,
      apikeys: 5,
      xapikey: 6,
    });
    expect(
      JSON.parse(createRedactor({ paths: ['**.apiKey'], censor: 0 }).stringify(value)),
    ).toEqual({ ...value, apiKey: 0 });
  });

  it('goes any number of steps for **', () => {
    const redactor = createRedactor({ paths: ['a.**.b.c', '**.x[*].y'], censor: '#' });
    const value = { a: { b: { c: 1 }, d: { b: { c: 2 } } }, b: { c: 3 }, q: [{ x: [{ y: 4 }] }] };
    expect(JSON.parse(redactor.stringify(value))).toEqual({
      a: { b: { c: '#' }, d: { b: { c: '#' } } },
      b: { c: 3 },
      q: [{ x: [{ y: '#' }] }],
    });
  });

  it('gives value and path to a censor, and survives one that throws', () => {
    const seen: unknown[] = [];
    const redactor = createRedactor({
      paths: ['users[*].phone'],
      censor: (value, path) => {
        seen.push([path.join('/'), value]);
        return `${String(value).slice(0, 3)}…`;
      },
    });
    expect(redactor.stringify({ users: [{ phone: '13800138000' }] })).toBe(
      '{"users":[{"phone":"138…"}]}',
    );
    expect(seen).toEqual([['users/0/phone', '13800138000']]);
    const broken = createRedactor({
      keys: ['phone'],
      censor: () => {
        throw new Error('no');
      },
    });
    expect(broken.stringify({ phone: '138' })).toBe('{"phone":"[REDACTED]"}');
    expect(broken.redactJson('{"phone":"138"}')).toBe('{"phone":"[REDACTED]"}');
  });

  it('redacts within strings', () => {
    const redactor = createRedactor({
      keys: ['password', 'access_token', 'authorization'],
      strings: ['json', 'url', 'header', (text) => text.replace(/1[3-9]\d{9}/g, '[手机号]')],
    });
    const value = {
      body: '{"user":"zhang","password":"hunter2","inner":"{\\"password\\":\\"hunter2\\"}"}',
      url: 'https://example.com/a?access_token=abc.def&x=1#password=hunter2',
      raw: 'GET / HTTP/1.1\r\nAuthorization: Bearer abc.def\r\nAccept: */*',
      note: '请联系 13800138000',
    };
    const shown = redactor.redact(value) as Record<string, string>;
    expect(shown['body']).toBe(
      '{"user":"zhang","password":"[REDACTED]","inner":"{\\"password\\":\\"[REDACTED]\\"}"}',
    );
    expect(shown['url']).toBe(
      'https://example.com/a?access_token=[REDACTED]&x=1#password=[REDACTED]',
    );
    expect(shown['raw']).toBe('GET / HTTP/1.1\r\nAuthorization: [REDACTED]\r\nAccept: */*');
    expect(shown['note']).toBe('请联系 [手机号]');
    expect(redactor.stringify(value)).toBe(JSON.stringify(shown));
    expect(redactor.redactJson(JSON.stringify(value))).toBe(JSON.stringify(shown));
  });

  it('shows what Map, Set and Error hold', () => {
    const redactor = createRedactor({ keys: ['password'] });
    expect(
      redactor.redact({
        m: new Map([
          ['a', 1],
          ['password', 2],
        ]),
        s: new Set([1]),
        b: new Uint8Array(3),
      }),
    ).toEqual({
      m: { a: 1, password: '[REDACTED]' },
      s: [1],
      b: '[Uint8Array of 3 bytes]',
    });
    expect(redactor.redact(new Map([[1, { password: 2 }]]))).toEqual({
      1: { password: '[REDACTED]' },
    });
    const error = redactor.redact(new TypeError('failed', { cause: 'x' })) as Record<
      string,
      unknown
    >;
    expect([error['name'], error['message'], error['cause']]).toEqual(['TypeError', 'failed', 'x']);
  });

  it('marks what cannot be shown', () => {
    const circle: Record<string, unknown> = { n: 1n };
    circle['self'] = circle;
    expect(createRedactor({ keys: ['x'] }).stringify(circle)).toBe('{"n":"1","self":"[Circular]"}');
  });

  it.each([
    '',
    'a..b',
    '.a',
    'a.',
    'a[',
    'a[b]',
    'a]',
    'a["b]',
    '**',
    'a.**',
    'a b',
    'a,b',
    '@',
    'a*',
    '*a',
    'a.b*.c',
    '***',
    '[**]',
    'a[1',
    '(a)',
    'a\n',
    'x'.repeat(2_000),
  ])('refuses the path %#', (path) => {
    expect(() => createRedactor({ paths: [path] })).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_PATH' }),
    );
  });

  it('refuses options that are not as expected', () => {
    for (const options of [
      { paths: 'a' },
      { keys: [1] },
      { keys: [''] },
      { keys: 'password' },
      { strings: ['xml'] },
    ]) {
      expect(() => createRedactor(options as never)).toThrow(
        expect.objectContaining({ code: 'ERR_MASK_OPTIONS' }),
      );
    }
    const many = Array.from({ length: 12 }, (_, index) => `**.a${index}.**.b${index}.**.c`);
    expect(() => createRedactor({ paths: many })).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_PATH' }),
    );
  });
});
