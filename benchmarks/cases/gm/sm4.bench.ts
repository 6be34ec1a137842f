import { createCipheriv, randomBytes } from 'node:crypto';
import { createSm4Cbc, createSm4Gcm } from '@yushu/gm/sm4';
import { sm4 } from 'sm-crypto-v2';
import type { Bench, Subject } from '../../src/bench.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** So many calls that one takes well above 10 µs. */
function repeat(times: number, subject: Subject): Subject {
  return () => {
    let last: unknown;
    for (let i = 0; i < times; i++) last = subject();
    return last;
  };
}

function benchGcm(bytes: number, times: number): Bench {
  return {
    name: `gm.sm4-gcm-${bytes}`,
    about: `Sealing ${bytes} bytes with 20 bytes of associated data under one key.`,
    prepare() {
      const [key, nonce, text, associatedData] = [16, 12, bytes, 20].map((n) => randomBytes(n)) as [
        Buffer,
        Buffer,
        Buffer,
        Buffer,
      ];
      const cipher = createSm4Gcm(key);
      const options = {
        mode: 'gcm',
        output: 'array',
        iv: nonce,
        associatedData,
        outputTag: true,
      } as const;
      const ours = () => cipher.sealWithNonce(nonce, text, associatedData);
      const theirs = () => sm4.encrypt(text, key, options);
      return {
        work: { unit: 'op', amount: times },
        check() {
          const { output, tag } = theirs();
          if (hex(ours()) !== hex(output) + hex(tag!)) throw new Error('They do not agree');
        },
        subjects: { '@yushu/gm': repeat(times, ours), 'sm-crypto-v2': repeat(times, theirs) },
      };
    },
  };
}

function benchCbc(bytes: number, times: number): Bench {
  return {
    name: `gm.sm4-cbc-${bytes}`,
    about: `Encrypting ${bytes} bytes in CBC under one key.`,
    prepare() {
      const [key, iv, text] = [16, 16, bytes].map((n) => randomBytes(n)) as [
        Buffer,
        Buffer,
        Buffer,
      ];
      const cipher = createSm4Cbc(key);
      const options = { mode: 'cbc', output: 'array', iv } as const;
      const subjects = {
        '@yushu/gm': () => cipher.encryptWithIv(iv, text),
        'sm-crypto-v2': () => sm4.encrypt(text, key, options),
        'node:crypto': () => {
          const native = createCipheriv('sm4-cbc', key, iv);
          return Buffer.concat([native.update(text), native.final()]);
        },
      };
      return {
        work: { unit: 'op', amount: times },
        check() {
          const results = new Set(Object.values(subjects).map((encrypt) => hex(encrypt())));
          if (results.size !== 1) throw new Error('They do not agree');
        },
        subjects: Object.fromEntries(
          Object.entries(subjects).map(([name, subject]) => [name, repeat(times, subject)]),
        ),
      };
    },
  };
}

export const benches: readonly Bench[] = [
  benchGcm(32, 100),
  benchGcm(1024, 10),
  benchGcm(65_536, 1),
  benchCbc(32, 100),
  benchCbc(65_536, 1),
];
