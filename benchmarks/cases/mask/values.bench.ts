import { createRequire } from 'node:module';
import { createFormMask, createMask } from '@yushu/mask';
import type { Bench } from '../../src/bench.ts';

interface MaskData {
  maskPhone(value: string, options: object): string;
  maskEmail2(value: string, options?: object): string;
  maskCard(value: string, options: object): string;
}

const maskdata = createRequire(import.meta.url)('maskdata') as MaskData;

const numbers = Array.from(
  { length: 200 },
  (_, index) => `138${String(index * 491_237).padStart(8, '0')}`,
);
const cards = numbers.map((number) => `62220${number}`);

interface Setting {
  readonly name: string;
  readonly about: string;
  readonly values: readonly string[];
  readonly ours: (value: string) => string;
  readonly theirs: (value: string) => string;
}

const phone = createMask({ keepFirst: 3, keepLast: 4 });
const phoneForm = createFormMask({ form: 'phone' });
const card = createMask({ keepFirst: 4, keepLast: 4 });
const phoneOptions = { maskWith: '*', unmaskedStartDigits: 3, unmaskedEndDigits: 4 };
const cardOptions = { maskWith: '*', unmaskedStartDigits: 4, unmaskedEndDigits: 4 };

const settings: readonly Setting[] = [
  {
    name: 'phone',
    about: 'A mobile number with the first three and last four digits kept',
    values: numbers,
    ours: (value) => phone.apply(value, {}),
    theirs: (value) => maskdata.maskPhone(value, phoneOptions),
  },
  {
    name: 'phone-form',
    about: 'The same by the form of phone numbers, which is checked first',
    values: numbers,
    ours: (value) => phoneForm.apply(value, {}),
    theirs: (value) => maskdata.maskPhone(value, phoneOptions),
  },
  {
    name: 'card',
    about: 'A card number with the first and last four digits kept',
    values: cards,
    ours: (value) => card.apply(value, {}),
    theirs: (value) => maskdata.maskCard(value, cardOptions),
  },
];

export const benches: readonly Bench[] = settings.map(
  ({ name, about, values, ours, theirs }): Bench => ({
    name: `mask.values.${name}`,
    about,
    prepare: () => ({
      work: { unit: 'value', amount: values.length },
      check() {
        for (const value of values) {
          if (ours(value) !== theirs(value)) throw new Error('results differ');
        }
      },
      subjects: {
        '@yushu/mask': () => values.reduce((sum, value) => sum + ours(value).length, 0),
        maskdata: () => values.reduce((sum, value) => sum + theirs(value).length, 0),
      },
    }),
  }),
);
