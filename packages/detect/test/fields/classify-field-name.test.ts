import { classifyFieldName } from '@yushu/detect/fields';
import { describe, expect, it } from 'vitest';

describe('classifyFieldName', () => {
  it.each([
    ['email', 'contact.email'],
    ['userEmail', 'contact.email'],
    ['contact_phone', 'contact.phone'],
    ['MobileNumber', 'contact.phone'],
    ['firstName', 'person.name'],
    ['dateOfBirth', 'person.birth_date'],
    ['credit_card_number', 'finance.card'],
    ['cvv', 'finance.card_cvv'],
    ['iban', 'finance.iban'],
    ['accessToken', 'secret.generic'],
    ['password', 'secret.password'],
    ['passwordHash', 'secret.password'],
    ['clientSecret', 'secret.generic'],
    ['ssn', 'id.ssn.us'],
    ['手机号', 'contact.phone'],
    ['客户手机号', 'contact.phone'],
    ['身份证号码', 'id.resident.cn'],
    ['收货地址', 'location.address'],
    ['诊断结果', 'health.diagnosis'],
  ])('knows %s', (name, category) => {
    expect(classifyFieldName(name)?.category).toBe(category);
  });

  it.each([
    'nextPageToken',
    'emailVerified',
    'emailTemplateId',
    'hasPassword',
    'isPhone',
    'sortKey',
    'name',
    'address',
    'description',
    'passwordPolicy',
    '__proto__',
    'constructor',
    'x'.repeat(10_000),
    '订单号',
  ])('says nothing of %s', (name) => {
    expect(classifyFieldName(name)).toBeUndefined();
  });
});
