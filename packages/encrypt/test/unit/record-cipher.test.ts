import { createAead, createFieldCipher, generateKeyset } from '@yushu/encrypt';
import { createRecordCipher } from '@yushu/encrypt/records';
import { describe, expect, it } from 'vitest';

const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
const options = { cipher, table: 't', idColumn: 'id', columns: ['phone', 'born'] };
const records = createRecordCipher(options);
const failure = (code: string) => expect.objectContaining({ code });

describe('createRecordCipher', () => {
  it('seals its columns and no others, with their types, and leaves the record alone', () => {
    const record = { id: 7n, phone: '138', born: new Date(0), city: 'x', other: null };
    const sealed = records.seal(record);
    expect(record.phone).toBe('138');
    expect([sealed.city, sealed.id]).toEqual(['x', 7n]);
    expect(records.open(sealed)).toStrictEqual(record);
    expect(records.open(records.seal({ id: 1, phone: null }))).toEqual({ id: 1, phone: null });
    expect(records.seal({ city: 'no sealed column, no id' })).toEqual({
      city: 'no sealed column, no id',
    });
  });

  it('binds cells to row, column and tenant', () => {
    const one = records.seal({ id: 1, phone: '138', born: null });
    expect(() => records.open({ ...one, id: 2 })).toThrow(failure('ERR_ENCRYPT_OPEN'));
    expect(() => records.open({ id: 1, born: one.phone })).toThrow(failure('ERR_ENCRYPT_OPEN'));
    const tenants = createRecordCipher({ ...options, tenantColumn: 'tenant' });
    const theirs = tenants.seal({ id: 1, tenant: 'a', phone: '138' });
    expect(tenants.open(theirs).phone).toBe('138');
    expect(() => tenants.open({ ...theirs, tenant: 'b' })).toThrow(failure('ERR_ENCRYPT_OPEN'));
    expect(() => tenants.seal({ id: 1, phone: '138' })).toThrow(failure('ERR_ENCRYPT_CONTEXT'));
  });

  it('passes nothing through', () => {
    expect(() => records.open({ id: 1, phone: 'plain' })).toThrow(failure('ERR_ENCRYPT_OPEN'));
    expect(() => records.open({ id: 1, phone: 5 })).toThrow(failure('ERR_ENCRYPT_OPEN'));
    expect(() => records.seal({ phone: '138' })).toThrow(failure('ERR_ENCRYPT_CONTEXT'));
    expect(() => records.refusePlain({ phone: '138' })).toThrow(failure('ERR_ENCRYPT_VALUE'));
    records.refusePlain(records.seal({ id: 1, phone: '138' }));
  });
});
