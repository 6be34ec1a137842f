import { describe, expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner();

describe('the name of a field is evidence', () => {
  test.each([
    ['姓名', '欧阳娜娜', 'person.name'],
    ['customer_name', 'John Smith', 'person.name'],
    ['家庭住址', '幸福小区3栋', 'location.address'],
    ['性别', '男', 'person.gender'],
    ['诊断', '2型糖尿病', 'health.diagnosis'],
    ['出生日期', '1990-03-07', 'person.birth_date'],
    ['民族', '汉族', 'person.ethnicity'],
    ['password', 'hunter', 'secret.password'],
    ['手机号', '13800138000', 'contact.phone'],
    ['passportNo', 'E12345678', 'id.passport.cn'],
    ['工号', 'A00123', 'employment.staff_number'],
  ])('%s: %s', (name, text, category) => {
    const [finding] = scanner.scanField(text, { name, path: '/0/x' });
    expect(finding).toMatchObject({ category, span: { start: 0, end: text.length }, path: '/0/x' });
    expect(finding!.evidence.some(({ kind }) => kind === 'field')).toBe(true);
  });
  test.each([
    ['姓名', '无'],
    ['备注', '明天再来'],
    ['order_id', '4111111111111111'],
    ['password', 'null'],
    ['phone_type', 'mobile'],
  ])('nothing in %s: %s', (name, text) => expect(scanner.scanField(text, { name })).toEqual([]));
});

describe('objects', () => {
  test('findings carry a pointer and a span within the string', () => {
    const findings = scanner.scanValue({
      users: [{ phone: '13800138000', note: '电话 13900139000' }],
    });
    expect(findings.map(({ path, span }) => [path, span])).toEqual([
      ['/users/0/phone', { start: 0, end: 11 }],
      ['/users/0/note', { start: 3, end: 14 }],
    ]);
  });
  test('a sensitive key stands in no path', () => {
    const findings = scanner.scanValue({ '13800138000': { mail: 'a@b.com' } });
    expect(findings.map(({ path }) => path)).toEqual(['/*', '/*/mail']);
    expect(JSON.stringify(findings)).not.toContain('1380');
  });
  test('cycles, depth, maps, sets and throwing getters are survived', () => {
    const cyclic: Record<string, unknown> = { mail: 'a@b.com' };
    cyclic['self'] = cyclic;
    let deep: unknown = 'c@d.com';
    for (let level = 0; level < 20_000; level += 1) deep = [deep];
    const odd = {
      map: new Map([['phone', '13800138000']]),
      set: new Set(['e@f.com']),
      get bad(): string {
        throw new Error('no');
      },
    };
    expect(scanner.scanValue([cyclic, deep, odd])).toHaveLength(4);
  });
});

describe('budgets are never silent', () => {
  const text = 'a@b.com '.repeat(20_000);
  test('maxFindings', () => {
    const { findings, coverage } = scanner.inspect(text, { maxFindings: 3 });
    expect(findings).toHaveLength(3);
    expect(coverage).toEqual({ complete: false, scannedTo: 24, stoppedBy: 'maxFindings' });
  });
  test('deadlineMs', () => {
    let now = 0;
    const { coverage } = scanner.inspect(text, { deadlineMs: 2, clock: () => now++ });
    expect(coverage).toMatchObject({ complete: false, stoppedBy: 'deadlineMs' });
  });
  test('signal', () => {
    const { findings, coverage } = scanner.inspect(text, { signal: AbortSignal.abort() });
    expect(findings).toEqual([]);
    expect(coverage).toEqual({ complete: false, scannedTo: 0, stoppedBy: 'signal' });
  });
  test('none', () => {
    expect(scanner.inspect(text).coverage).toEqual({ complete: true, scannedTo: text.length });
  });
});
