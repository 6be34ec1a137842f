import { describe, expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';
import { createPhoneDetector } from '../../src/phone/index.ts';

const detectors = [await createPhoneDetector({ countries: ['TR', 'PH', 'BR', 'GB', 'IN'] })];
const scanner = createScanner({ detectors, categories: ['contact.phone'] });
const found = (text: string) =>
  scanner.scan(text).map(({ span }) => text.slice(span.start, span.end));

describe('numbering plans', () => {
  test.each([
    ['ara 0532 123 45 67 hemen', ['0532 123 45 67']],
    ['call +90 (532) 123-45-67.', ['+90 (532) 123-45-67']],
    ['text (02) 8123 4567 or 0917-123-4567', ['(02) 8123 4567', '0917-123-4567']],
    ['fone (11) 91234-5678', ['(11) 91234-5678']],
    ['手机号+63 917 123 4567联系', ['+63 917 123 4567']],
    ['ring 020 7946 0958 now', ['020 7946 0958']],
    ['+1 415 555 2671', ['+1 415 555 2671']],
  ])('%s', (text, numbers) => {
    expect(found(text)).toEqual(numbers);
  });
  test.each([
    'order 2024-01-15 12:30',
    'v1.2.3.4567890',
    '+100 000 000',
    'sha 05321234567abc',
    '3.14159265358979',
    '00123456789',
  ])('%s is none', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('mobile numbers only', async () => {
  const only = createScanner({
    detectors: [await createPhoneDetector({ isMobileOnly: true })],
    categories: ['contact.phone'],
  });
  expect(only.scan('+44 7400 123456').map(({ detector }) => detector)).toContain('phone-plan');
});

test('an unknown country is refused', async () => {
  await expect(createPhoneDetector({ countries: ['XX'] })).rejects.toMatchObject({
    code: 'ERR_DETECT_OPTIONS',
  });
});
