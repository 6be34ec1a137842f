import { describe, expect, test } from 'vitest';
import { classifyTable } from '../../src/classify/index.ts';
import { createRecordReader } from '../../src/formats/index.ts';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner();
const categories = (text: string, name: string) =>
  scanner.scanField(text, { name }).map(({ category }) => category);

describe('a field called name is one of people and things alike', () => {
  test.each([
    ['name', 'lodash'],
    ['name', 'Authorization'],
    ['name', 'Nightly Build'],
    ['name', '研发部'],
    ['客户', '杭州云深科技有限公司'],
    ['product_name', 'Blue Widget'],
    ['product_name', '蓝色水杯'],
    ['fileName', 'report'],
    ['city_name', '杭州市'],
    ['memberName', 'DhcpOptionsId'],
    ['ownerName', 'Google'],
    ['serviceFullName', 'Amazon Redshift'],
    ['customer_name', 'InstanceId'],
    ['schoolName', '浙江大学'],
    ['eventName', 'Page View'],
    ['name_length', 'Zhang San'],
    ['diagnosis_date', '2024-01-01'],
    ['address_id', 'a-778'],
    ['location', '/usr/lib/node'],
    ['location', 'https://example.com/a'],
    ['username', 'postgres'],
    ['key', 'user.profile.title'],
    ['token', 'not a secret at all'],
  ])('%s: %s', (name, text) => expect(categories(text, name)).toEqual([]));

  test.each([
    ['name', '王小明', 'person.name'],
    ['name', 'John Smith', 'person.name'],
    ['display_name', 'Mary Jones', 'person.name'],
    ['customer_name', 'Zbgrk Qwyx', 'person.name'],
    ['studentName', '黎曦', 'person.name'],
    ['full_name', 'Zbgrk Qwyx', 'person.name'],
    ['customerFullName', 'Ronald McDonald', 'person.name'],
    ['ownerName', 'Mary Jones', 'person.name'],
    ['收件人', '慕容雪', 'person.name'],
    ['username', 'k.mueller', 'person.username'],
    ['dbPass', 'kd92-Lq7h', 'secret.password'],
    ['authorization', 'Bearer 8fK2mQ7xVb3nR9tLw5YzHc1d', 'secret.generic'],
  ])('%s: %s is %s', (name, text, category) => {
    expect(categories(text, name)).toEqual([category]);
  });

  test('a column of things called name is none of persons, one of people is', () => {
    const things = ['Blue Widget', 'Steel Bolt', 'Night Lamp', 'Garden Hose', 'Oak Table'];
    const people = ['James Miller', 'Mary Jones', 'Robert Brown', 'Linda Davis', 'Susan Wilson'];
    const columnOf = (names: readonly string[]) =>
      classifyTable(
        Array.from({ length: 60 }, (_, row) => ({
          name: `${names[row % 5]}${row < 5 ? '' : ` ${'ABCDEFGHJKL'[Math.floor(row / 5) - 1]}`}`,
        })),
      ).columns[0]?.category;
    expect(columnOf(things)).toBeUndefined();
    expect(columnOf(people)).toBe('person.name');
  });
});

describe('a list of names and values', () => {
  const pairs = [
    ['name', 'value'],
    ['key', 'value'],
    ['ParameterKey', 'ParameterValue'],
    ['Key', 'Value'],
    ['header', 'value'],
    ['fieldName', 'stringValue'],
  ] as const;
  test.each(pairs)('%s says what %s is', (label, value) => {
    const entry = { [label]: 'DB_PASSWORD', [value]: 'Xk9mPq2vT' };
    const found = scanner.scanValue({ env: [{ id: 1, ...entry }] });
    expect(found.map(({ category, path }) => [category, path])).toEqual([
      ['secret.password', `/env/0/${value}`],
    ]);
    // Whichever comes first.
    expect(scanner.scanValue({ [value]: 'Xk9mPq2vT', [label]: 'DB_PASSWORD' })).toHaveLength(1);
    const [record] = createRecordReader('ndjson').push(`${JSON.stringify({ a: [entry, {}] })}\n`);
    const field = record?.fields.find(({ path }) => path === `/a/0/${value}`);
    expect(field?.label).toBe('DB_PASSWORD');
    expect(field?.name).toBe(value);
  });
  test('a label holds for its own object alone', () => {
    const text = '{"a":{"name":"password","b":{"value":"x"}},"value":"y","c":[{"value":"z"}]}';
    const [record] = createRecordReader('ndjson').push(`${text}\n`);
    expect(record?.fields.map(({ label }) => label)).toEqual(Array(4).fill(undefined));
  });
  test('numbers are told too', () => {
    const [record] = createRecordReader('ndjson').push('{"key":"手机","value":13912345678}\n');
    expect(record?.fields[1]).toMatchObject({ kind: 'number', label: '手机' });
  });
});
