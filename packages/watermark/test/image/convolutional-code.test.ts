import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codedBits,
  decodeMessage,
  encodeMessage,
  messageBits,
} from '../../src/image/convolutional-code.ts';
import { seededRandom } from './draw-picture.ts';

const messages = fc.uint8Array({ minLength: messageBits, maxLength: messageBits, max: 1 });

describe('encodeMessage and decodeMessage', () => {
  it('has the free distance 24 of this code: no message has fewer ones in its word', () => {
    const word = (ones: readonly number[]) =>
      encodeMessage(
        Uint8Array.from({ length: messageBits }, (_, bit) => (ones.includes(bit) ? 1 : 0)),
      );
    const weight = (bits: Uint8Array) => bits.reduce((sum, bit) => sum + bit, 0);
    let least = codedBits;
    for (let pattern = 1; pattern < 1 << 10; pattern += 2) {
      const ones = Array.from({ length: 10 }, (_, bit) => bit).filter(
        (bit) => (pattern >> bit) & 1,
      );
      least = Math.min(least, weight(word(ones)));
    }
    expect(least).toBe(24);
  });

  it('is linear: the word of a sum is the sum of the words', () => {
    fc.assert(
      fc.property(messages, messages, (a, b) => {
        const sum = encodeMessage(a.map((bit, index) => bit ^ b[index]!));
        const words = [encodeMessage(a), encodeMessage(b)] as const;
        expect(sum).toEqual(words[0].map((bit, index) => bit ^ words[1][index]!));
      }),
    );
  });

  it('mends any eleven wrong signs', () => {
    fc.assert(
      fc.property(
        messages,
        fc.uniqueArray(fc.nat(codedBits - 1), { maxLength: 11 }),
        (message, wrong) => {
          const evidence = Float64Array.from(encodeMessage(message), (bit) => (bit ? 1 : -1));
          for (const at of wrong) evidence[at] = -evidence[at]!;
          expect(decodeMessage(evidence)).toEqual(message);
        },
      ),
    );
  });

  it('reads what is mostly noise: one sign in six wrong on the average', () => {
    const random = seededRandom(4);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    let right = 0;
    for (let round = 0; round < 50; round += 1) {
      const message = Uint8Array.from({ length: messageBits }, () => (random() < 0.5 ? 0 : 1));
      const word = encodeMessage(message);
      const evidence = Float64Array.from(word, (bit) => (bit ? 1 : -1) + 1.03 * normal());
      if (decodeMessage(evidence).every((bit, index) => bit === message[index])) right += 1;
    }
    expect(right).toBeGreaterThanOrEqual(48);
  });
});
