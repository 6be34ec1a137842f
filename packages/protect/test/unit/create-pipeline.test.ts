import { isDataSecurityError, type SecurityEvent } from '@yushu/core';
import { createFieldCipher } from '@yushu/encrypt';
import { describe, expect, it } from 'vitest';
import { createPipeline, createRevealer, readPolicy } from '../../src/index.ts';
import { keys, maskingPolicy, reversiblePolicy, sealColumnsPolicy } from '../support/policies.ts';
import { runStream } from '../support/run-stream.ts';

function policyOf(rules: string, fallback = 'allow') {
  return readPolicy(`version: 1\nrules:\n${rules}\ndefault: ${fallback}`);
}

function codeOf(attempt: () => unknown): string | undefined {
  try {
    attempt();
  } catch (error) {
    return isDataSecurityError(error) ? error.code : String(error);
  }
  return undefined;
}

describe('which rule decides', () => {
  it('puts what is found to the policy with its category, column and path', async () => {
    const policy = policyOf(`
  - { match: { category: contact.phone, column: hotline }, action: allow }
  - { match: { path: /staff/*/phone }, action: redact }
  - { match: { category: contact.phone }, action: { mask: { keepLast: 4 } } }`);
    const pipeline = await createPipeline({ policy });
    const { value } = pipeline.record({
      hotline: '13800138000',
      phone: '13800138000',
      staff: [{ phone: '13800138000' }],
    });
    expect(value).toEqual({
      hotline: '13800138000',
      phone: '*******8000',
      staff: [{ phone: '[电话号码]' }],
    });
  });

  it('puts a field in which nothing whole was found without a category too', async () => {
    const policy = policyOf('  - { match: { column: [salary, note] }, action: redact }');
    const pipeline = await createPipeline({ policy });
    const record = { salary: 1200, note: 'call 13800138000', other: 'x', empty: null };
    expect(pipeline.record(record).value).toEqual({
      salary: '[REDACTED]',
      note: '[REDACTED]',
      other: 'x',
      empty: null,
    });
  });

  it('blocks the whole where something in it must be blocked', async () => {
    const policy = policyOf(`
  - { match: { category: contact.phone }, action: block }
  - { match: { column: note }, action: { mask: { keepFirst: 20 } } }`);
    const pipeline = await createPipeline({ policy });
    expect(pipeline.value('please call 13800138000 today', { column: 'note' }).value).toBe(
      '[BLOCKED]',
    );
    expect(pipeline.value('please call 13800138000 today', { column: 'b' }).value).toBe(
      'please call [BLOCKED] today',
    );
  });

  it('lets the default answer for what no rule speaks of, text included', async () => {
    const pipeline = await createPipeline({
      policy: policyOf('  - { match: { column: id }, action: allow }', 'block'),
    });
    expect(pipeline.record({ id: '7', x: 'y', n: 1 }).value).toEqual({
      id: '7',
      x: '[BLOCKED]',
      n: '[BLOCKED]',
    });
    expect(pipeline.text('a\n\nb').value).toBe('[BLOCKED]\n\n[BLOCKED]');
  });

  it('knows who asks, and through which operation', async () => {
    const policy = policyOf(`
  - { match: { operation: "GET /admin/*" }, action: allow }
  - { match: { category: contact.phone }, unless: { role: agent }, action: redact }`);
    const ask = async (asker: object) =>
      (await createPipeline({ policy, ...asker })).value('13800138000').value;
    expect(await ask({})).toBe('[电话号码]');
    expect(await ask({ role: 'agent' })).toBe('13800138000');
    expect(await ask({ operation: 'GET /admin/7' })).toBe('13800138000');
  });
});

describe('sealing', () => {
  it('binds a value to its place, and seals its category with it', async () => {
    const pipeline = await createPipeline({ policy: sealColumnsPolicy, keys, table: 'customers' });
    const { value, decisions } = pipeline.value('13800138000', { column: 'phone', row: '7' });
    expect(decisions).toMatchObject([
      { action: 'encrypt', category: 'contact.phone', span: { start: 0, end: 11 } },
    ]);
    const cipher = createFieldCipher(await keys.aead('pii'));
    const place = { table: 'customers', column: 'phone', row: '7' };
    expect(cipher.openLabelled(value as string, place)).toEqual({
      value: '13800138000',
      label: 'contact.phone',
    });
  });

  it('seals parts of a text in place, each with its ordinal', async () => {
    const policy = policyOf(
      '  - { match: { category: contact.phone }, action: { encrypt: { key: pii, context: [row] } } }',
    );
    const pipeline = await createPipeline({ policy, keys });
    const { value } = pipeline.text('one\ncall 13800138000 or 13900139000\n');
    const sealed = [...value.matchAll(/\[(ysk1\.[\w-]+)\]/g)].map((match) => match[1]!);
    const cipher = createFieldCipher(await keys.aead('pii'));
    expect(sealed.map((one, part) => cipher.open(one, { row: '2', part }))).toEqual([
      '13800138000',
      '13900139000',
    ]);
  });

  it('gives every type back', async () => {
    const pipeline = await createPipeline({ policy: sealColumnsPolicy, keys, table: 't' });
    const revealer = await createRevealer({
      policy: sealColumnsPolicy,
      keys,
      table: 't',
      role: 'auditor',
    });
    const record = {
      a: 1.5,
      b: true,
      c: null,
      d: new Date(0),
      e: 10n ** 30n,
      f: new Uint8Array([1, 2]),
      g: ['', -0, { h: 'x' }],
      i: undefined,
      '13800138000': '手机',
    };
    const { value } = pipeline.record(record, { row: '1' });
    expect(JSON.stringify(value)).not.toContain('13800138000');
    expect(revealer.record(value, { row: '1' })).toEqual(record);
    expect(codeOf(() => revealer.record(value, { row: '2' }))).toBe('ERR_ENCRYPT_OPEN');
  });

  it('reveals a line of NDJSON as a record, and the other way round', async () => {
    const pipeline = await createPipeline({ policy: reversiblePolicy, keys, table: 't' });
    const revealer = await createRevealer({
      policy: reversiblePolicy,
      keys,
      table: 't',
      role: 'auditor',
      purpose: 'fraud',
    });
    const record = {
      phone: '13800138000',
      salary: 1.5,
      id: '110101199003074514',
      list: ['a@qq.com, b@qq.com'],
    };
    const lines = await runStream(pipeline.stream('ndjson'), [`{}\n${JSON.stringify(record)}\n`]);
    expect(revealer.record(JSON.parse(lines.split('\n')[1]!), { row: '2' })).toEqual(record);
    const line = JSON.stringify(pipeline.record(record, { row: '1' }).value);
    expect(await runStream(revealer.stream('ndjson'), [line])).toBe(JSON.stringify(record));
  });

  it('seals what a document wrote, where the value alone would not give it back', async () => {
    const pipeline = await createPipeline({ policy: sealColumnsPolicy, keys, table: 't' });
    const revealer = await createRevealer({
      policy: sealColumnsPolicy,
      keys,
      table: 't',
      role: 'auditor',
    });
    const input = '{"a":1.0,"b":"\\u0041","c":null,"d":-0,"e":"x\\/y"}\n';
    const output = await runStream(pipeline.stream('ndjson'), [input]);
    expect(output).toMatch(/^\{"a":"ysk1\.[\w-]+","b":"ysk1\.[\w-]+"/);
    expect(await runStream(revealer.stream('ndjson'), [output])).toBe(input);
    expect(revealer.record(JSON.parse(output), { row: '1' })).toEqual(JSON.parse(input));
  });

  it('withholds a value that cannot be encrypted in its format, and says so', async () => {
    const policy = policyOf(
      '  - { match: { column: phone }, unless: { role: boss }, action: { fpe: { format: mobile, key: pii } } }',
    );
    const pipeline = await createPipeline({ policy, keys });
    const stream = pipeline.stream('csv');
    const output = await runStream(stream, ['phone\nnone\n\n138 0013 8000\n']);
    expect(output).toMatch(/^phone\n\[BLOCKED\]\n\n138 \d{4} \d{4}\n$/);
    expect(stream.summary().withheld).toMatchObject([{ line: 2, record: 1, code: 'value' }]);
    const boss = await createRevealer({ policy, keys, role: 'boss' });
    expect(await runStream(boss.stream('csv'), [output])).toBe(
      'phone\n[BLOCKED]\n\n138 0013 8000\n',
    );
  });
});

describe('moving a sealed value', () => {
  const policy = policyOf(`
  - { match: { column: salary }, unless: { role: boss }, action: { encrypt: { key: pii } } }
  - { match: { column: note }, unless: { role: clerk }, action: { encrypt: { key: other } } }`);

  it('into a column that more people may see does not reveal it', async () => {
    const pipeline = await createPipeline({ policy, keys });
    const sealed = pipeline.value('9999', { column: 'salary' }).value;
    const clerk = await createRevealer({ policy, keys, role: 'clerk' });
    for (const column of ['salary', 'note', 'free'])
      expect(clerk.value(sealed, { column })).toBe(sealed);
    const boss = await createRevealer({ policy, keys, role: 'boss' });
    expect(boss.value(sealed, { column: 'salary' })).toBe('9999');
  });
});

describe('what is refused', () => {
  it('is input that already holds sealed values, record by record', async () => {
    const pipeline = await createPipeline({ policy: maskingPolicy, keys });
    expect(codeOf(() => pipeline.value('ysk1.AAAA'))).toBe('ERR_PROTECT_SEALED');
    expect(codeOf(() => pipeline.record({ a: ['x [ysk1.AAAA]'] }))).toBe('ERR_PROTECT_SEALED');
    expect(codeOf(() => pipeline.record({ 'ysk1.A': 1 }))).toBe('ERR_PROTECT_SEALED');
    expect(pipeline.text('a\nysk1.\nb\n')).toMatchObject({
      value: 'a\nb\n',
      withheld: [{ line: 2, code: 'sealed' }],
    });
    const documents = [
      ['csv', 'a,b\n1,ysk1.x\n2,y\n', 'a,b\n2,y\n'],
      ['ndjson', '{"a":"\\u0079sk1.x"}\n{"a":1}\n', '{"a":1}\n'],
      ['json', '[{"a":"ysk1.x"},1]', '[{"a":"[BLOCKED]"},1]'],
      ['sql', "INSERT INTO t VALUES (1),('ysk1.x');\n", 'INSERT INTO t VALUES (1);\n'],
    ] as const;
    for (const [type, input, expected] of documents) {
      const stream = pipeline.stream(type);
      expect(await runStream(stream, [input])).toBe(expected);
      expect(stream.summary().withheld).toMatchObject([{ code: 'sealed' }]);
    }
  });

  it('is a table whose header cannot be read', async () => {
    const pipeline = await createPipeline({ policy: maskingPolicy, keys });
    const stream = pipeline.stream('csv');
    expect(await runStream(stream, ['a,ysk1.b\n1,2\n3,4\n'])).toBe('');
    expect(stream.summary()).toMatchObject({ records: 0, withheldCount: 3 });
  });

  it('keeps an INSERT statement whole where rows of it are withheld', async () => {
    const pipeline = await createPipeline({ policy: maskingPolicy, keys });
    const protect = (input: string) => runStream(pipeline.stream('sql'), [input]);
    expect(await protect('INSERT INTO t VALUES (1),(,),(3);\nSELECT 1;\n')).toBe(
      'INSERT INTO t VALUES (1),(3);\nSELECT 1;\n',
    );
    expect(await protect('INSERT INTO t VALUES (1),(2),(,);\nSELECT 1;\n')).toBe(
      'INSERT INTO t VALUES (1),(2);\nSELECT 1;\n',
    );
    expect(await protect('INSERT INTO t VALUES (,),(2),(3);\nSELECT 1;\n')).toBe('SELECT 1;\n');
  });

  it('is a missing key, table, column or row', async () => {
    await expect(createPipeline({ policy: sealColumnsPolicy, table: 't' })).rejects.toThrow(
      'needs keys',
    );
    await expect(createPipeline({ policy: sealColumnsPolicy, keys })).rejects.toThrow('table');
    const pipeline = await createPipeline({ policy: sealColumnsPolicy, keys, table: 't' });
    expect(codeOf(() => pipeline.value('13800138000', { row: '1' }))).toBe('ERR_PROTECT_CONTEXT');
    expect(codeOf(() => pipeline.record({ a: 1 }))).toBe('ERR_PROTECT_CONTEXT');
  });

  it('is what no rule can look at', async () => {
    const pipeline = await createPipeline({ policy: maskingPolicy, keys });
    const cyclic: { self?: unknown } = {};
    cyclic.self = cyclic;
    for (const value of [cyclic, new Map(), () => 1, Symbol('x'), new URL('http://x')]) {
      expect(codeOf(() => pipeline.record({ value } as never))).toBe('ERR_PROTECT_VALUE');
    }
  });

  it('is a policy whose own texts look sealed', async () => {
    const policy = policyOf(
      '  - { match: { column: a }, action: { replace: { with: "ysk1.x" } } }',
    );
    await expect(createPipeline({ policy })).rejects.toThrow('looks like a sealed value');
  });
});

describe('the audit sink', () => {
  it('is told category, action, key and place, before anything is given out', async () => {
    const log: unknown[] = [];
    const pipeline = await createPipeline({
      policy: sealColumnsPolicy,
      keys,
      table: 't',
      source: 'a.csv',
      clock: () => 5,
      audit: {
        async write(events: readonly SecurityEvent[]) {
          await Promise.resolve();
          log.push(...events);
        },
      },
    });
    const stream = pipeline.stream('csv');
    const writer = stream.writable.getWriter();
    const reader = stream.readable.getReader();
    const fed = writer.write('phone\n13800138000\n').then(() => writer.close());
    const first = await reader.read();
    expect(first.value).toMatch(/^phone\nysk1\./);
    expect(log).toEqual([
      {
        time: 5,
        operation: 'protect',
        outcome: 'success',
        action: 'encrypt',
        rule: 0,
        category: 'contact.phone',
        level: 3,
        keyId: (await keys.aead('pii')).keyId,
        place: { source: 'a.csv', column: 'phone', record: 1, line: 2 },
      },
    ]);
    await reader.read();
    await fed;
  });

  it('stops everything where it fails or falls behind', async () => {
    const failing = await createPipeline({
      policy: maskingPolicy,
      keys,
      audit: { write: () => Promise.reject(new Error('disk')) },
    });
    failing.value('13800138000');
    await expect(failing.flush()).rejects.toThrow('audit sink failed');
    expect(codeOf(() => failing.value('13800138000'))).toBe('ERR_PROTECT_AUDIT');
    await expect(runStream(failing.stream('text'), ['13800138000\n'])).rejects.toThrow(
      'audit sink failed',
    );
    const slow = await createPipeline({
      policy: maskingPolicy,
      keys,
      audit: { write: () => new Promise(() => {}) },
    });
    const many = Array.from({ length: 10_001 }, () => '13800138000');
    slow.record(many);
    expect(codeOf(() => slow.value('x'))).toBe('ERR_PROTECT_AUDIT');
  });
});
