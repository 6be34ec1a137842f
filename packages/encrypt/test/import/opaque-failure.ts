import { isDataSecurityError } from '@yushu/core';

/** What a failure shows to whoever caused it: everything that JSON would. */
export function shownBy(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (!isDataSecurityError(error, 'ERR_ENCRYPT_OPEN')) throw error;
    return JSON.stringify(error);
  }
  return 'opened';
}

/** The one error. */
export const opaque = JSON.stringify({
  code: 'ERR_ENCRYPT_OPEN',
  message: 'Could not be opened',
  hint: 'The key, the context or the ciphertext is not the one it was sealed with.',
  details: {},
});

/** A text with each of its characters changed in each of seven bits, and shortened, lengthened and repeated. */
export function* changesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 1) {
    for (let bit = 0; bit < 7; bit += 1) {
      const changed = String.fromCharCode(text.charCodeAt(at) ^ (1 << bit));
      yield text.slice(0, at) + changed + text.slice(at + 1);
    }
  }
  for (let length = 0; length < text.length; length += 1) {
    if (!/^=+$/.test(text.slice(length))) yield text.slice(0, length);
  }
  yield* [`${text}A`, `${text}=`, `${text}\n`, ` ${text}`, `${text}.`, text + text];
}

/** What a database or a stranger may hand in. */
export const hostile: readonly unknown[] = [
  '',
  '张三',
  '\u0000',
  'v1.aesgcm256',
  'v1.aesgcm256....',
  'vault:v1:',
  'vault:v1:=',
  'vault:v99999999999999999999:AAAA',
  'vault:v__proto__:AAAA',
  'brng:',
  'brng:====',
  'nacl:AAAA',
  'fips:!!!!',
  'ysk1.AAAA',
  `v1.aesgcm256.00000000.AAAAAAAAAAAAAAAA.${'A'.repeat(2_000_000)}`,
  `vault:v1:${'A'.repeat(2_000_001)}`,
  `brng:${'='.repeat(2_000_000)}`,
  `nacl:${'A'.repeat(2_000_000)}`,
  null,
  undefined,
  7,
  {},
  [],
];
