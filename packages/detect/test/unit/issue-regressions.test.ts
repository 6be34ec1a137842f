import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

interface Case {
  readonly src: string;
  readonly expect: boolean;
  readonly type: string;
  readonly text: string;
}

const read = (name: string) => readFileSync(new URL(`../vectors/${name}`, import.meta.url), 'utf8');
const { cases } = JSON.parse(read('issue-regressions.json')) as { cases: Case[] };

const prefixes: Record<string, string> = {
  GENERIC_SECRET: 'secret.',
  US_DRIVER_LICENSE: 'id.driver',
  PHONE: 'contact.phone',
  CREDIT_CARD: 'finance.card',
  PASSPORT: 'id.passport',
  IP: 'network.ip',
  EMAIL: 'contact.email',
};

describe('what users of other scanners complained of', () => {
  const scanner = createScanner();
  test('all 40 cases are there', () => expect(cases.length).toBe(40));
  test.each(cases.map((item) => [item.src, item.text, item] as const))(
    '%s %j',
    (_src, text, item) => {
      const hit = scanner
        .scan(text)
        .some(({ category }) => category.startsWith(prefixes[item.type]!));
      expect(hit).toBe(item.expect);
    },
  );
  test('nothing else is found where nothing must be found', () => {
    const clean = cases.filter((item) => !item.expect);
    expect(clean.filter((item) => scanner.scan(item.text).length > 0)).toEqual([]);
  });
});

test('a policy document without personal data is clean', () => {
  expect(createScanner().scan(read('zhejiang-2024-21.txt'))).toEqual([]);
});
