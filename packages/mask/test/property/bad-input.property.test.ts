import { createHmac } from 'node:crypto';
import type { FieldContext, Transform } from '@yushu/core';
import { isDataSecurityError } from '@yushu/core';
import { createDeterministicAead, generateKeyset } from '@yushu/encrypt';
import * as mask from '@yushu/mask';
import { createPresidioOperator } from '@yushu/mask/presidio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const prf = {
  keyId: 'k',
  compute: (input: Uint8Array, length: number) =>
    new Uint8Array(createHmac('sha256', 'test').update(input).digest()).slice(0, length),
};
const aead = createDeterministicAead(generateKeyset('AES256_SIV'));
const place: FieldContext = { tenant: 'a', table: 't', column: 'c', row: '1' };
const rows = [
  ['杭州市', '浙江省'],
  ['南京市', '江苏省'],
];

/** Every transform that the package exports, each export named; a new one that is not here fails the test below. */
const transforms: Readonly<Record<string, readonly Transform[]>> = {
  createMask: [mask.createMask(), mask.createMask({ keepFirst: 3, keepLast: 4 })],
  createPartMask: [
    mask.createPartMask({ cover: { before: '@' } }),
    mask.createPartMask({ keep: { from: 1, to: 3 } }),
    mask.createPartMask({ cover: { first: 2 } }),
  ],
  createRedaction: [mask.createRedaction(), mask.createRedaction({ category: 'contact.phone' })],
  createReplacement: [mask.createReplacement({ with: '—' })],
  createFormMask: mask.maskForms.map((form) => mask.createFormMask({ form })),
  createBucket: [mask.createBucket({ width: 10 }), mask.createBucket({ bounds: [18, 65] })],
  createHierarchy: [mask.createHierarchy({ rows, level: 1 })],
  createRounding: [mask.createRounding({ step: 500 })],
  createPseudonym: [mask.createPseudonym({ prf })],
  createDateShift: [mask.createDateShift({ prf })],
  createDictionaryReplacement: [
    mask.createDictionaryReplacement({ prf, values: ['甲', '乙', '丙'] }),
  ],
  createNoise: [mask.createNoise({ prf, ratio: 0.1 })],
  createSyntheticReplacement: mask.maskForms.flatMap((form) => [
    mask.createSyntheticReplacement({ form }),
    mask.createSyntheticReplacement({ form, prf }),
  ]),
  createDeterministicToken: [mask.createDeterministicToken({ aead })],
};

/** Exports that are no transforms of texts, with the tests that hold them. */
const others = ['createNullOut', 'maskFormOf', 'maskForms', 'shuffleColumn'];

const all = Object.entries(transforms).flatMap(([name, list]) =>
  list.map((transform) => [`${name}: ${transform.name}`, transform] as const),
);
const presidio = (
  [
    ['mask', { masking_char: '*', chars_to_mask: 4, from_end: false }],
    ['replace', { new_value: 'x' }],
    ['redact', {}],
  ] as const
).map(([name, parameters]) => createPresidioOperator(name, parameters as never));

it('knows every export of the package', () => {
  expect([...Object.keys(transforms), ...others].sort()).toEqual(Object.keys(mask).sort());
});

describe.each(all)('%s', (name, transform) => {
  it.each([
    ['null', null],
    ['undefined', undefined],
    ['a number', 13800138000],
    ['NaN', Number.NaN],
    ['a big integer', 13800138000n],
    ['a boolean', true],
    ['an object', { toString: () => '13800138000' }],
    ['a list', ['13800138000']],
    ['a boxed text', new String('13800138000')],
    ['a function', () => '13800138000'],
    ['a symbol', Symbol('13800138000')],
    ['bytes', new Uint8Array([1, 3, 8])],
    ['a date', new Date(0)],
  ])('refuses %s with a coded error', (_, value) => {
    expect(() => transform.apply(value as string, place)).toThrow(
      expect.objectContaining({ code: 'ERR_MASK_VALUE' }),
    );
  });

  it('gives a coded error without the value, or a result that is not the value', () => {
    const secrets = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 6, maxLength: 40 }),
      fc.string({ unit: 'binary', minLength: 6, maxLength: 40 }),
      fc.stringMatching(/^[0-9]{6,20}$/),
      fc.stringMatching(/^[\u4e00-\u9fa5]{6,20}$/),
      fc.stringMatching(/^[0-9.+eE-]{6,20}$/),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.emailAddress(),
      // Lone surrogates at any place.
      fc
        .tuple(
          fc.string({ minLength: 3 }),
          fc.constantFrom('\ud800', '\udfff'),
          fc.string({ minLength: 3 }),
        )
        .map((parts) => parts.join('')),
      // A chain of marks that carries much as one character.
      fc.string({
        unit: fc.constantFrom('\u0301', '\u200d', '\ufe0f', 'a'),
        minLength: 40,
        maxLength: 90,
      }),
    );
    fc.assert(
      fc.property(secrets, (value) => {
        let result: string;
        try {
          result = transform.apply(value, place);
        } catch (error) {
          expect(isDataSecurityError(error, 'ERR_MASK_VALUE')).toBe(true);
          const told = JSON.stringify(error) + String(error);
          // Words of the message are no value that was told.
          expect(told.includes(value) && !/^[a-z ]+$/i.test(value)).toBe(false);
          return;
        }
        expect(typeof result).toBe('string');
        // Rounding and buckets may give a number as it was, by their nature, and a value of only covers stays as it is.
        if (/^(?:createRounding|createNoise)/.test(name) || /^\*+$/.test(value)) return;
        expect(result).not.toBe(value);
      }),
      { numRuns: 80 },
    );
  });

  it('has a documented result for the empty text, and for one of 200,000 characters, in bounded time', () => {
    for (const value of ['', '1'.repeat(200_000), '字'.repeat(200_000), '\ud800'.repeat(20_000)]) {
      let result: string;
      try {
        result = transform.apply(value, place);
      } catch (error) {
        expect(isDataSecurityError(error, 'ERR_MASK_VALUE')).toBe(true);
        continue;
      }
      if (value !== '') expect(result).not.toBe(value);
    }
  });
});

it('operators of Presidio refuse what is no text, too', () => {
  for (const operator of presidio) {
    for (const value of [null, undefined, 7, {}, []]) {
      expect(() => operator.apply(value as unknown as string, {})).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^ERR_MASK_/) }),
      );
    }
  }
});
