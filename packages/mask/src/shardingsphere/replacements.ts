import type { RandomBytes } from '@yushu/core';
import { readListProp, readTextProp, type ShardingSphereProps } from './read-props.ts';

const digits = '0123456789';
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = upper.toLowerCase();

/** Prefixes of mobile networks: ShardingSphere's own default list. */
const networkNumbers = (
  '130 131 132 133 134 135 136 137 138 139 145 147 148 149 150 151 152 153 155 156 157 158 159 165 166 170 171 172 173 ' +
  '174 175 176 177 178 180 181 182 183 184 185 186 187 188 189 191 195 196 197 198 199'
).split(' ');

/** Picks an element evenly. */
function picker(random: RandomBytes): <T>(items: ArrayLike<T>) => T {
  return (items) => {
    const { length } = items;
    const bound = 2 ** 32 - (2 ** 32 % length);
    for (;;) {
      const [a, b, c, d] = random(4) as unknown as [number, number, number, number];
      const word = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
      if (word < bound) return items[word % length]!;
    }
  };
}

type Pick = ReturnType<typeof picker>;

const repeat = (count: number, make: () => string) => Array.from({ length: count }, make).join('');

/** Digits in the place of the digits from `start` to before `end`. */
const refill = (value: string, start: number, end: number, pick: Pick) =>
  value.slice(0, start) +
  value.slice(start, end).replace(/[0-9]/g, () => pick(digits)) +
  value.slice(end);

/** The algorithms that put a random value of the same kind in place. */
export const replacements = {
  GENERIC_TABLE_RANDOM_REPLACE(props: ShardingSphereProps, random: RandomBytes) {
    const pick = picker(random);
    const capitals = readListProp(props, 'uppercase-letter-codes', [...upper]);
    const smalls = readListProp(props, 'lowercase-letter-codes', [...lower]);
    const numbers = readListProp(props, 'digital-codes', [...digits]);
    const specials = readListProp(props, 'special-codes', [...'~!@#$%^&*:<>|']);
    return (value: string) =>
      Array.from(value, (character) => {
        if (/[A-Z]/.test(character)) return pick(capitals);
        if (/[a-z]/.test(character)) return pick(smalls);
        return /[0-9]/.test(character) ? pick(numbers) : pick(specials);
      }).join('');
  },
  LANDLINE_NUMBER_RANDOM_REPLACE(props: ShardingSphereProps, random: RandomBytes) {
    const pick = picker(random);
    const landlines = readListProp(props, 'landline-numbers');
    return (value: string) => {
      const area = landlines.find((number) => value.startsWith(number));
      const start = area?.length ?? 0;
      return area === undefined
        ? refill(value, 0, value.length, pick)
        : pick(landlines) + refill(value, start, value.length, pick).slice(start);
    };
  },
  MILITARY_IDENTITY_NUMBER_RANDOM_REPLACE(props: ShardingSphereProps, random: RandomBytes) {
    const pick = picker(random);
    const types = readListProp(props, 'type-codes');
    return (value: string) => pick(types) + refill(value, 1, value.length, pick).slice(1);
  },
  PERSONAL_IDENTITY_NUMBER_RANDOM_REPLACE(props: ShardingSphereProps, random: RandomBytes) {
    const pick = picker(random);
    const country = readTextProp(props, 'alpha-two-country-area-code');
    return (value: string) => {
      // Only a Chinese number of 15 or 18 characters is known: its order changes, place and date of birth stay.
      if (country !== 'CN' || ![15, 18].includes(value.length)) {
        return refill(value, 0, value.length, pick);
      }
      return value.length === 18 ? refill(value, 14, 17, pick) : refill(value, 12, 15, pick);
    };
  },
  TELEPHONE_RANDOM_REPLACE(props: ShardingSphereProps, random: RandomBytes) {
    const pick = picker(random);
    const networks = readListProp(props, 'network-numbers', networkNumbers);
    return (value: string) => {
      const network = networks.find((number) => value.startsWith(number));
      const start = network?.length ?? 0;
      return refill(value, start, value.length, pick);
    };
  },
  UNIFIED_CREDIT_CODE_RANDOM_REPLACE(props: ShardingSphereProps, random: RandomBytes) {
    const pick = picker(random);
    const departments = readListProp(props, 'registration-department-codes');
    const categories = readListProp(props, 'category-codes');
    const divisions = readListProp(props, 'administrative-division-codes');
    const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    return () =>
      pick(departments) + pick(categories) + pick(divisions) + repeat(10, () => pick(symbols));
  },
};
