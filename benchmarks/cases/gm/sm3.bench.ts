import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createHmacSm3, sm3 } from '@yushu/gm/sm3';
import { sm3 as peer } from 'sm-crypto-v2';
import type { Bench, Subject } from '../../src/bench.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** One bench of subjects that give the same hash. The peer gives hex only; it is not turned back. */
function benchHash(
  name: string,
  about: string,
  times: number,
  make: () => Readonly<Record<string, () => Uint8Array | string>>,
): Bench {
  return {
    name,
    about,
    prepare() {
      const subjects = make();
      const repeat =
        (subject: Subject): Subject =>
        () => {
          let last: unknown;
          for (let i = 0; i < times; i++) last = subject();
          return last;
        };
      return {
        work: { unit: 'op', amount: times },
        check() {
          const results = Object.values(subjects).map((hash) => hash());
          const texts = new Set(results.map((one) => (typeof one === 'string' ? one : hex(one))));
          if (texts.size !== 1) throw new Error('They do not agree');
        },
        subjects: Object.fromEntries(
          Object.entries(subjects).map(([subject, act]) => [subject, repeat(act)]),
        ),
      };
    },
  };
}

const benchSm3 = (bytes: number, times: number): Bench =>
  benchHash(`gm.sm3-${bytes}`, `Hashing ${bytes} bytes.`, times, () => {
    const text = randomBytes(bytes);
    return {
      '@yushu/gm': () => sm3(text),
      'sm-crypto-v2': () => peer(text),
      'node:crypto': () => createHash('sm3').update(text).digest(),
    };
  });

export const benches: readonly Bench[] = [
  benchSm3(32, 100),
  benchSm3(65_536, 1),
  benchHash(
    'gm.hmac-sm3-32',
    'HMAC-SM3 of 32 bytes under one key, as for a blind index.',
    100,
    () => {
      const key = randomBytes(32);
      const text = randomBytes(32);
      const mac = createHmacSm3(key);
      return {
        '@yushu/gm': () => mac.compute(text),
        'sm-crypto-v2': () => peer(text, { key, mode: 'hmac' }),
        'node:crypto': () => createHmac('sm3', key).update(text).digest(),
      };
    },
  ),
];
