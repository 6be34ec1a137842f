import { createFf1, createFpe } from '@yushu/encrypt/fpe';
import { createSm4BlockCipher } from '@yushu/encrypt/gm';
import { createSm4Ctr } from '@yushu/gm/sm4';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const key = hex('0123456789abcdeffedcba9876543210');

it('is SM4: GB/T 32907-2016, appendix A.1', () => {
  const block = Uint8Array.from(key);
  const cipher = createSm4BlockCipher(key);
  cipher.encryptBlocks(block);
  expect(Buffer.from(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
});

/** FF1 as SP 800-38G writes it, step by step, over SM4 as the first block of its counter mode. */
function plainFf1(radix: number, numerals: readonly number[], tweak: Uint8Array): number[] {
  const ctr = createSm4Ctr(key);
  const encipher = (block: Uint8Array) => ctr.encryptWithIv(block, new Uint8Array(16));
  const num = (part: readonly number[]) =>
    part.reduce((sum, numeral) => sum * BigInt(radix) + BigInt(numeral), 0n);
  const bytesOf = (value: bigint, count: number) =>
    Array.from({ length: count }, (_, at) =>
      Number((value >> BigInt(8 * (count - 1 - at))) & 255n),
    );
  const n = numerals.length;
  const u = n >> 1;
  const v = n - u;
  let a = numerals.slice(0, u);
  let b = numerals.slice(u);
  const bits = (BigInt(radix) ** BigInt(v) - 1n).toString(2).length;
  const size = Math.ceil(bits / 8);
  const d = 4 * Math.ceil(size / 4) + 4;
  const p = [
    1,
    2,
    1,
    ...bytesOf(BigInt(radix), 3),
    10,
    u & 255,
    ...bytesOf(BigInt(n), 4),
    ...bytesOf(BigInt(tweak.length), 4),
  ];
  for (let round = 0; round < 10; round += 1) {
    const pad = (((-tweak.length - size - 1) % 16) + 16) % 16;
    const q = [...tweak, ...new Array<number>(pad).fill(0), round, ...bytesOf(num(b), size)];
    let state = new Uint8Array(16);
    const input = [...p, ...q];
    for (let at = 0; at < input.length; at += 16) {
      state = new Uint8Array(encipher(state.map((byte, index) => byte ^ input[at + index]!)));
    }
    const stream = [...state];
    for (let counter = 1; stream.length < d; counter += 1) {
      const mark = bytesOf(BigInt(counter), 16);
      stream.push(...encipher(state.map((byte, index) => byte ^ mark[index]!)));
    }
    const y = BigInt(`0x${Buffer.from(stream.slice(0, d)).toString('hex')}`);
    const m = round % 2 === 0 ? u : v;
    let c = (num(a) + y) % BigInt(radix) ** BigInt(m);
    const next: number[] = [];
    for (let index = 0; index < m; index += 1) {
      next.unshift(Number(c % BigInt(radix)));
      c /= BigInt(radix);
    }
    a = b;
    b = next;
  }
  return [...a, ...b];
}

it('gives FF1 as the standard writes it, one by one and by column', () => {
  const cases = fc.record({
    radix: fc.constantFrom(2, 10, 36, 256),
    length: fc.integer({ min: 20, max: 60 }),
    seed: fc.integer({ min: 1 }),
    tweak: fc.uint8Array({ maxLength: 20 }),
  });
  fc.assert(
    fc.property(cases, ({ radix, length, seed, tweak }) => {
      let state = seed;
      const numerals = Array.from({ length }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return (state >>> 8) % radix;
      });
      const ff1 = createFf1({ radix, key, tweak, blockCipher: createSm4BlockCipher });
      const encrypted = ff1.encrypt(numerals);
      expect(encrypted).toEqual(plainFf1(radix, numerals, tweak));
      expect(ff1.decrypt(encrypted)).toEqual(numerals);
      expect(ff1.encryptColumn([numerals, numerals])).toEqual([encrypted, encrypted]);
    }),
    { numRuns: 120 },
  );
});

it('keeps formats, and gives other values than AES', () => {
  const place = { table: 'customers', column: 'phone' };
  const bytes = { keyId: 'k', bytes: key };
  const sm4 = createFpe({ format: 'resident-id', key: bytes, blockCipher: createSm4BlockCipher });
  const hidden = sm4.apply('11010519491231002X', place);
  expect(hidden).toMatch(/^110105\d{11}[\dX]$/);
  expect(sm4.reveal(hidden, place)).toBe('11010519491231002X');
  expect(
    createFpe({ format: 'resident-id', key: bytes }).apply('11010519491231002X', place),
  ).not.toBe(hidden);
  expect(() =>
    createFpe({
      format: 'mobile',
      key: { keyId: 'k', bytes: key.subarray(1) },
      blockCipher: createSm4BlockCipher,
    }),
  ).toThrow(expect.objectContaining({ code: 'ERR_GM_KEY' }));
});
