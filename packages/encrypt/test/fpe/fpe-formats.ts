/**
 * Values of every format, random and valid, and an independent check of each.
 *
 * @module
 */
import type { FpeFormat } from '@yushu/core';

/** Pseudo-random numbers that are the same in every run (mulberry32). */
export function createDice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

type Dice = ReturnType<typeof createDice>;

const pick = (dice: Dice, text: string | readonly string[]) => text[dice(text.length)]!;
const repeat = (count: number, make: () => string) => Array.from({ length: count }, make).join('');
const digits = (dice: Dice, count: number) => repeat(count, () => String(dice(10)));

/** Sum of digits, every second from the right doubled: 0 modulo 10 for a valid card. */
export const passesLuhn = (text: string) =>
  [...text.replace(/\D/g, '')]
    .reverse()
    .map((digit, index) =>
      index % 2 === 1 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)]! : Number(digit),
    )
    .reduce((sum, digit) => sum + digit, 0) %
    10 ===
  0;

/** GB 11643: the 18 weighed characters are 1 modulo 11 (ISO 7064 MOD 11-2). */
export const passesResidentId = (text: string) => {
  const match = /^(\d{6})(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(text);
  if (match === null) return false;
  const [, , year, month, day] = match.map(Number) as [number, number, number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const sum = [...text].reduce(
    (total, character, index) =>
      (total + (/x/i.test(character) ? 10 : Number(character)) * (2 ** (17 - index) % 11)) % 11,
    0,
  );
  return (
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getTime() < Date.UTC(2026, 10, 1) &&
    text.slice(14, 17) !== '000' &&
    sum === 1
  );
};

const creditSymbols = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100: 17 characters weighed with powers of 3, and the check character, are 0 modulo 31. */
export const passesCreditCode = (text: string) =>
  /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text) &&
  [...text].reduce(
    (sum, character, index) =>
      sum + creditSymbols.indexOf(character) * (index === 17 ? 1 : 3 ** index % 31),
    0,
  ) %
    31 ===
    0;

const withLast = (body: string, symbols: string, holds: (text: string) => boolean) =>
  [...symbols].map((symbol) => body + symbol).find(holds)!;

const date = (dice: Dice, from: number, to: number) => {
  const first = Date.UTC(from, 0, 1) / 86_400_000;
  const last = Date.UTC(to, 11, 31) / 86_400_000;
  return new Date((first + dice(last - first + 1)) * 86_400_000).toISOString().slice(0, 10);
};

const plateSymbols = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨';
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建文';

export interface FormatCase {
  readonly format: FpeFormat;
  /** A valid value. */
  make(dice: Dice): string;
  /** Whether a text is a valid value, told independently. */
  isValid(text: string): boolean;
  /** What must be the same before and after. */
  keeps(text: string): string;
}

export const formatCases: readonly FormatCase[] = [
  {
    format: 'digits',
    make: (dice) => digits(dice, 6 + dice(20)),
    isValid: (text) => /^\d+$/.test(text),
    keeps: (text) => String(text.length),
  },
  {
    format: 'mobile',
    make: (dice) => {
      const number = `1${3 + dice(7)}${digits(dice, 9)}`;
      const grouped = number.replace(/^(...)(....)/, '$1-$2-');
      return pick(dice, [number, number, `+86 ${number}`, grouped]);
    },
    isValid: (text) => /^(\+86 )?1[3-9]\d(-?)\d{4}\2\d{4}$/.test(text),
    keeps: (text) =>
      text.replace(/\D/g, '').replace(/^86/, '').slice(0, 3) + text.replace(/\d/g, ''),
  },
  {
    format: 'bank-card',
    make: (dice) => {
      const body = pick(dice, ['622202', '621700', '411111', '955880']) + digits(dice, 9 + dice(4));
      return withLast(body, '0123456789', passesLuhn);
    },
    isValid: (text) => /^\d{12,19}$/.test(text) && passesLuhn(text),
    keeps: (text) => text.slice(0, 6) + text.length,
  },
  {
    format: 'resident-id',
    make: (dice) => {
      const division = pick(dice, ['110105', '310101', '440305', '510104', '330102']);
      const order = String(1 + dice(999)).padStart(3, '0');
      const born = date(dice, 1900, 2025).replaceAll('-', '');
      const value = withLast(`${division}${born}${order}`, '0123456789X', passesResidentId);
      return dice(4) === 0 ? value.toLowerCase() : value;
    },
    isValid: passesResidentId,
    keeps: (text) => text.slice(0, 6) + (text.endsWith('x') ? 'x' : ''),
  },
  {
    format: 'credit-code',
    make: (dice) => {
      const head = `${pick(dice, ['91', '92', '12', '52'])}${pick(dice, ['110105', '330102'])}`;
      return withLast(
        head + repeat(9, () => pick(dice, creditSymbols)),
        creditSymbols,
        passesCreditCode,
      );
    },
    isValid: passesCreditCode,
    keeps: (text) => text.slice(0, 8),
  },
  {
    format: 'plate',
    make: (dice) => {
      const head = pick(dice, provinces) + pick(dice, 'ABCDEFGH') + pick(dice, ['', '', '·']);
      const symbols = (count: number) => repeat(count, () => pick(dice, plateSymbols));
      return (
        head +
        pick(dice, [
          symbols(5),
          symbols(5),
          digits(dice, 5),
          `${symbols(4)}${pick(dice, '挂学警')}`,
          `${pick(dice, 'DF')}${symbols(1)}${digits(dice, 4)}`,
          `${digits(dice, 5)}${pick(dice, 'DF')}`,
        ])
      );
    },
    isValid: (text) =>
      /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]·?(?:[A-HJ-NP-Z\d]{4}[A-HJ-NP-Z\d挂学警港澳]|[DF][A-HJ-NP-Z\d]\d{4}|\d{5}[DF])$/.test(
        text,
      ),
    keeps: (text) => text.slice(0, 2) + text.length + text.replace(/[\dA-Z]/g, ''),
  },
  {
    format: 'email',
    make: (dice) => {
      const symbols = '0123456789abcdefghijklmnopqrstuvwxyz';
      const part = (least: number, spread: number) =>
        repeat(least + dice(spread), () => pick(dice, symbols));
      const local = pick(dice, [part(1, 12), `${part(1, 6)}.${part(1, 6)}`, `Z${part(1, 8)}`]);
      return `${local}@${pick(dice, ['qq.com', '163.com', 'example.com.cn'])}`;
    },
    isValid: (text) => /^[a-z\d]+(\.[a-z\d]+)*@[a-z\d]+(\.[a-z]+)+$/i.test(text),
    keeps: (text) => text.slice(text.indexOf('@')) + /[A-Z]/.test(text) + text.includes('.', 1),
  },
  {
    format: 'ipv4',
    make: (dice) => Array.from({ length: 4 }, () => dice(256)).join('.'),
    isValid: (text) =>
      text.split('.').length === 4 &&
      text.split('.').every((part) => String(Number(part)) === part && Number(part) < 256),
    keeps: () => '',
  },
  {
    format: 'date',
    make: (dice) => {
      const iso = date(dice, 1900, 2099);
      const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
      return pick(dice, [
        iso,
        iso.replaceAll('-', ''),
        `${year}/${month}/${day}`,
        `${year}年${month}月${day}日`,
      ]);
    },
    isValid: (text) => {
      const [year, month, day] = (
        /^\d{8}$/.test(text)
          ? [text.slice(0, 4), text.slice(4, 6), text.slice(6)]
          : text.split(/\D+/)
      ).map(Number) as [number, number, number];
      const made = new Date(Date.UTC(year, month - 1, day));
      return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
    },
    keeps: (text) => text.replace(/\d/g, ''),
  },
  {
    format: 'chinese-name',
    make: (dice) =>
      pick(dice, [
        pick(dice, surnames) + repeat(1 + dice(2), () => pick(dice, given)),
        pick(dice, ['欧阳', '司马', '诸葛']) + repeat(1 + dice(2), () => pick(dice, given)),
        `${repeat(3, () => pick(dice, given))}·${repeat(2, () => pick(dice, given))}`,
        `${pick(dice, surnames)}${pick(dice, '喆玥堃赟')}${pick(dice, given)}`,
      ]),
    isValid: (text) => /^\p{Script=Han}{1,6}(·\p{Script=Han}{1,6})?$/u.test(text),
    keeps: (text) => String([...text].length) + text.indexOf('·'),
  },
];
