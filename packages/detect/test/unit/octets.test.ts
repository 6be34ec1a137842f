import { expect, test } from 'vitest';
import { createScanner } from '../../src/index.ts';

const found = (text: string): string[] =>
  createScanner()
    .scan(text)
    .map(({ category, span }) => `${category} ${text.slice(span.start, span.end)}`);

test.each(['212.123.26.71', '203.107.45.67'])(
  '%s is an address, though its digits part as those of a number do',
  (address) => {
    expect(found(`from ${address} port 22`)).toEqual([`network.ipv4 ${address}`]);
    expect(found(`${address} - - [02/Nov/2026:16:50:02 +0800] "GET / HTTP/1.1" 200 612`)).toEqual([
      `network.ipv4 ${address}`,
    ]);
  },
);

test('a word may say that it is a telephone number', () => {
  expect(found('电话 212.123.26.71')).toEqual(['contact.phone 212.123.26.71']);
});

test('a whole network is no address of somebody, unless a word says so', () => {
  const found = (text: string) => createScanner().scan(text).length;
  for (const text of ['10.20.0.0/16,', '"198.18.0.0/15"', '[64:ff9b::/96]', '2001:4:112::/48 x'])
    expect(found(text)).toBe(0);
  for (const text of ['10.20.0.7/16,', 'subnet 10.20.0.0/16', '203.0.113.9/32', '2001:4:112::7/48'])
    expect(found(text)).toBe(1);
});
