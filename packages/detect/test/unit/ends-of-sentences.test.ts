import { expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const scanner = createScanner();
const found = (text: string) =>
  scanner.scan(text).map(({ category, span }) => [category, text.slice(span.start, span.end)]);

test('a full stop ends a sentence, and no address', () => {
  expect(found('It came from 2001:4860:aa12:3f:9c:dd01:7e:8844. Then it stopped.')).toEqual([
    ['network.ipv6', '2001:4860:aa12:3f:9c:dd01:7e:8844'],
  ]);
  expect(found('seen at ::ffff:47.93.18.6. Then')).toEqual([['network.ipv6', '::ffff:47.93.18.6']]);
});

test('what has a port is no version, whatever stands before it', () => {
  expect(found('lost node 3 (47.93.18.6:6379) again')).toEqual([['network.ipv4', '47.93.18.6']]);
  expect(found('version 47.93.18.6')).toEqual([]);
});

test('a date is no telephone number, though a telephone is spoken of', () => {
  expect(found('电话回访日期：2023-11-05，次日再打')).toEqual([]);
  expect(found('电话：2023-1105')).toEqual([['contact.phone', '2023-1105']]);
});
