import { createHash, createHmac } from 'node:crypto';
import type { Transform } from '@yushu/core';
import { sm3 } from '@yushu/gm/sm3';
import { createBucket, createFormMask, createMask, createRedaction } from '@yushu/mask';
import { assess } from '@yushu/mask/assess';
import { describe, expect, it } from 'vitest';

const hash = (name: string, encoding: 'hex' | 'base64' | 'base64url'): Transform => ({
  name,
  apply: (value) =>
    (name === 'sm3'
      ? Buffer.from(sm3(new TextEncoder().encode(value)))
      : createHash(name).update(value).digest()
    ).toString(encoding),
});
const phones = Array.from({ length: 30 }, (_, at) => ({
  phone: `1380013${String(at * 331).padStart(4, '0')}`,
}));
const direct = { directIdentifiers: ['phone'] };
const rulesOf = (found: ReturnType<typeof assess>) => found.findings.map(({ rule }) => rule);

describe('assess', () => {
  it.each([
    ['md5', 'hex'],
    ['md5', 'base64'],
    ['sha1', 'hex'],
    ['sha256', 'hex'],
    ['sha256', 'base64url'],
    ['sha512', 'hex'],
    ['sm3', 'hex'],
    ['sm3', 'base64'],
  ] as const)('finds every mobile number again behind %s in %s', (name, encoding) => {
    const found = assess({ columns: { phone: hash(name, encoding) }, ...direct }, phones);
    expect(found.level).toBe(1);
    expect(found.columns[0]?.attack).toMatchObject({ hash: name, targets: 30, recovered: 30 });
    expect(rulesOf(found)).toContain('broken-hash');
    expect(JSON.stringify(found)).not.toMatch(/1380013/);
  });

  it.each([
    ['1990-05-17', 'date'],
    ['11010519491231002X', 'resident-id'],
    ['4711', 'number'],
  ] as const)('finds %s again', (value, domain) => {
    const { columns } = assess({ columns: { a: hash('md5', 'hex') } }, [{ a: value }]);
    expect(columns[0]?.attack).toMatchObject({ domain, recovered: 1 });
  });

  it('does not break a hash with a key, and spends no more than its budget', () => {
    const keyed: Transform = {
      name: 'hmac',
      apply: (value) => createHmac('sha256', 'a key that nobody has').update(value).digest('hex'),
    };
    const found = assess({ columns: { phone: keyed }, ...direct }, phones, { maxTrials: 1000 });
    expect(found.columns[0]?.attack).toMatchObject({ recovered: 0, trials: 1000 });
    expect(rulesOf(found)).toEqual([]);
    expect(found.level).toBe(2);
  });

  it('counts what is left of a covered value', () => {
    const found = assess(
      { columns: { phone: createFormMask({ form: 'phone' }) }, ...direct },
      phones,
    );
    expect(rulesOf(found)).toEqual(['few-candidates', 'unique-pattern']);
    expect(found.findings[0]?.figure).toBe(10_000);
    const safe = assess({ columns: { phone: createMask({ keepFirst: 3, keepLast: 0 }) } }, phones);
    expect(rulesOf(safe)).toEqual([]);
    expect(safe.columns[0]).toMatchObject({ distinctAfter: 1, collisions: 1, informationLoss: 1 });
  });

  it('says what came out as it went in, and what was refused', () => {
    const same: Transform = { name: 'same', apply: (value) => value };
    const found = assess(
      { columns: { phone: same, age: createBucket({ width: 10 }) }, ...direct },
      [{ phone: '13800138000', age: 'old' }],
    );
    expect(rulesOf(found)).toEqual(['unchanged', 'refused']);
    expect(found.level).toBe(1);
    expect(assess({ columns: {}, ...direct }, phones).level).toBe(1);
  });

  it('sees a pseudonym of few values', () => {
    const letters: Transform = { name: 'letters', apply: (value) => (value === 'f' ? 'q' : 'z') };
    const rows = Array.from({ length: 40 }, (_, at) => ({ sex: at % 3 ? 'f' : 'm' }));
    expect(rulesOf(assess({ columns: { sex: letters } }, rows))).toEqual(['small-domain']);
  });

  it('gives the level of GB/T 42460 with its figure', () => {
    const rows = (size: number) =>
      Array.from({ length: 100 }, (_, at) => ({ phone: `p${at}`, age: at % (100 / size) }));
    const policy = {
      columns: { phone: createRedaction() },
      directIdentifiers: ['phone'],
      quasiIdentifiers: ['age'],
    };
    expect(assess(policy, rows(25))).toMatchObject({ level: 3, basis: { figure: 0.04 } });
    expect(assess(policy, rows(10))).toMatchObject({ level: 2, basis: { figure: 0.1 } });
    expect(assess(policy, rows(10), { acceptableRisk: 0.2 }).level).toBe(3);
    expect(assess({ ...policy, isAggregated: true }, rows(10)).level).toBe(4);
    expect(assess({ columns: {} }, rows(25)).level).toBe(2);
    expect(assess(policy, []).level).toBe(2);
  });

  it.each<[unknown, unknown, unknown]>([
    [undefined, [], {}],
    [{}, [], {}],
    [{ columns: {} }, 'rows', {}],
    [{ columns: {} }, [], { maxTrials: 0 }],
    [{ columns: {} }, [], { acceptableRisk: 2 }],
    [{ columns: {} }, [], { acceptableRisk: '0.1' }],
  ])('refuses %j, %j, %j', (policy, sample, options) => {
    expect(() => assess(policy as never, sample as never, options as never)).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_OPTIONS' }),
    );
  });
});
