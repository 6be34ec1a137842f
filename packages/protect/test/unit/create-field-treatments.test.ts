import { createKeyProvider, generateKeyset } from '@yushu/encrypt';
import { describe, expect, it } from 'vitest';
import { createFieldTreatments, createRevealer, readPolicy } from '../../src/index.ts';

const policy = readPolicy(`
version: 1
rules:
  - match: { category: contact.phone }
    unless: { role: support }
    action: { mask: { keepFirst: 3, keepLast: 4 } }
  - match: { column: salary }
    unless: { role: payroll }
    action: { encrypt: { key: pii, context: [column, row] } }
  - match: { category: finance.card }
    action: { fpe: { format: digits, key: pii } }
  - match: { path: /notes/* }
    action: redact
default: allow`);
const keys = createKeyProvider({
  pii: [generateKeyset('AES256_GCM'), generateKeyset('AES256_FPE')],
});

describe('createFieldTreatments', () => {
  it('answers as the policy does, for each requester', async () => {
    const treat = await createFieldTreatments({ policy, keys });
    const guest = treat({ category: 'contact.phone', column: 'phone' });
    expect(guest.apply('13800138000', {})).toBe('138****8000');
    expect(guest).toMatchObject({ action: 'mask', rule: 0, category: 'contact.phone' });
    expect(guest.apply(null, {})).toBeNull();
    const support = treat({ category: 'contact.phone', role: 'support' });
    expect(support.action).toBe('allow');
    expect(support.apply('13800138000', {})).toBe('13800138000');
    expect(treat({ column: 'note', path: '/notes/3' }).apply(null, {})).not.toBeNull();
  });

  it('keeps numbers numbers where their format is kept', async () => {
    const treat = await createFieldTreatments({ policy, keys });
    const value = treat({ category: 'finance.card' }).apply(6222021234567890, { column: 'card' });
    expect(String(value)).toMatch(/^\d{16}$/);
    expect(value).not.toBe(6222021234567890);
    expect(() => treat({ category: 'finance.card' }).apply('no digits', {})).toThrow();
  });

  it('seals so that a revealer opens it at its place, and nowhere else', async () => {
    const treat = await createFieldTreatments({ policy, keys });
    const sealed = treat({ column: 'salary', path: '/salary' }).apply(9000, {
      column: 'salary',
      path: '/salary',
      row: '1',
    });
    const revealer = await createRevealer({ policy, keys, role: 'payroll' });
    expect(revealer.record({ salary: sealed as string }, { row: '1' })).toEqual({ salary: 9000 });
    expect(() => revealer.record({ salary: sealed as string }, { row: '2' })).toThrow();
  });

  it('says at once that keys are missing', async () => {
    await expect(createFieldTreatments({ policy })).rejects.toMatchObject({
      code: 'ERR_PROTECT_OPTIONS',
    });
  });
});
