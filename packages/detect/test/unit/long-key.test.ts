import { createScanner } from '@yushu/detect';
import { describe, expect, test } from 'vitest';

const scanner = createScanner();
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A body in lines of 64, of `lines` lines; not random, and no two lines alike. */
const bodyOf = (lines: number) =>
  Array.from({ length: lines }, (_, line) =>
    Array.from(
      { length: 64 },
      (_, at) => letters[(line * 37 + at * 11 + ((line * at) % 7)) % 64],
    ).join(''),
  ).join('\n');
const keyOf = (lines: number, kind = 'RSA PRIVATE KEY') =>
  ['-----', 'BEGIN ', kind, '-----\n', bodyOf(lines), '\n-----END ', kind, '-----'].join('');

const covered = (text: string, spans: readonly { start: number; end: number }[]) => {
  const rest: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    rest.push(text.slice(at, start));
    at = end;
  }
  return rest.join('') + text.slice(at);
};

describe.each([10, 120, 128, 200, 500, 2000])('a private key of %i lines', (lines) => {
  const before = 'the key, mail a@corp.cn:\n';
  const text = `${before}${keyOf(lines)}\nand phone 13800138000 behind it`;

  test('is found to its end, and what stands around it too', () => {
    const findings = scanner.scan(text);
    expect(findings[0]?.category).toBe('contact.email');
    expect(findings.at(-1)?.category).toBe('contact.phone');
    const keys = findings.slice(1, -1);
    expect(keys.every(({ category }) => category === 'secret.private_key')).toBe(true);
    const left = covered(
      text,
      keys.map(({ span }) => span),
    );
    expect(left.replaceAll('\n', '')).toBe(
      'the key, mail a@corp.cn:and phone 13800138000 behind it',
    );
  });

  test('is found alike in a stream', () => {
    const stream = scanner.openStream();
    const found = [];
    for (let at = 0; at < text.length; at += 1777)
      found.push(...stream.push(text.slice(at, at + 1777)));
    found.push(...stream.end());
    expect(found).toEqual(scanner.scan(text));
  });
});

test('a long key without an end stops where its body does', () => {
  const text = `${keyOf(300).split('\n-----END')[0]}\n这里不是密钥，电话 13800138000`;
  const findings = scanner.scan(text);
  expect(findings.at(-1)?.category).toBe('contact.phone');
  expect(findings.at(-2)?.span.end).toBeLessThanOrEqual(text.indexOf('这里'));
});
