import type { DrawHoney } from './honey-key.ts';

/** What a honey value looks like. */
export type HoneyKind =
  /** A Chinese resident number with a right check digit, of a county that was never assigned. */
  | 'resident-id'
  /** A Chinese mobile number of a segment that no operator has. */
  | 'mobile'
  /** A card number with a right check digit, of a range that payment providers keep for tests. */
  | 'card'
  /** An address at a domain for examples, or at yours. */
  | 'email'
  /** A name of a host below a domain for examples, or below yours. */
  | 'hostname'
  /** A secret such as programs use. */
  | 'token'
  /** An access key id in the form of AWS. */
  | 'aws-key-id'
  /** A UUID of version 4. */
  | 'uuid';

/** How values of a kind are made and told. */
export interface HoneyKindRule {
  make(draw: DrawHoney, number: number, domain: string): string;
  /** How many different values there could be: what an innocent one of the same range is compared with. */
  readonly values: number;
}

/** Provincial prefixes of GB/T 2260. */
const provinces = [
  ...[11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46],
  ...[50, 51, 52, 53, 54, 61, 62, 63, 64, 65],
];
/** No edition of GB/T 2260 has a county 99 in the first prefecture of a province. */
const county = '0199';
const firstDay = Date.UTC(1955, 0, 1) / 86_400_000;
const days = 18_628; // to the end of 2005
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function residentId(draw: DrawHoney, number: number): string {
  const from = draw('resident-id', number);
  const province = provinces[from.below(provinces.length)];
  const date = new Date((firstDay + from.below(days)) * 86_400_000);
  const day = date.toISOString().slice(0, 10).replaceAll('-', '');
  const body = `${province}${county}${day}${String(1 + from.below(999)).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body.charAt(at)), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

function luhnDigit(digits: string): string {
  let sum = 0;
  for (let at = digits.length - 1, double = true; at >= 0; at -= 1, double = !double) {
    const value = Number(digits.charAt(at)) * (double ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return String((10 - (sum % 10)) % 10);
}

function card(draw: DrawHoney, number: number): string {
  const digits = `400000${String(draw('card', number).below(1e9)).padStart(9, '0')}`;
  return digits + luhnDigit(digits);
}

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';
const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const givenNames = 'wei fang min jing lei jun yang tao ming li qiang juan'.split(' ');
const familyNames = 'wang li zhang liu chen zhao zhou wu xu sun ma zhu'.split(' ');

function email(draw: DrawHoney, number: number, domain: string): string {
  const from = draw('email', number);
  const given = givenNames[from.below(givenNames.length)];
  const family = familyNames[from.below(familyNames.length)];
  return `${given}.${family}.${from.signs(base32, 10)}@${domain}`;
}

function uuid(draw: DrawHoney, number: number): string {
  const hex = draw('uuid', number).signs('0123456789abcdef', 31);
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(15), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(16, 19)}-${hex.slice(19)}`;
}

/** All kinds. */
export const honeyKinds: Readonly<Record<HoneyKind, HoneyKindRule>> = {
  'resident-id': { make: residentId, values: provinces.length * days * 999 },
  mobile: {
    make: (draw, number) => `154${String(draw('mobile', number).below(1e8)).padStart(8, '0')}`,
    values: 1e8,
  },
  card: { make: card, values: 1e9 },
  email: { make: email, values: 32 ** 10 },
  hostname: {
    make: (draw, number, domain) => `${draw('hostname', number).signs(base32, 16)}.${domain}`,
    values: 32 ** 16,
  },
  token: {
    make: (draw, number) => draw('token', number).signs(base32, 32),
    values: 32 ** 32,
  },
  'aws-key-id': {
    make: (draw, number) => `AKIA${draw('aws-key-id', number).signs(base32, 16).toUpperCase()}`,
    values: 32 ** 16,
  },
  uuid: { make: uuid, values: 2 ** 120 },
};

/** What stands beside a token, and is not looked for: 40 signs, as a secret of AWS has, or 43 as a key of WireGuard. */
export function fillerOf(draw: DrawHoney, number: number, length: number): string {
  return draw(`filler${length}`, number).signs(alphanumeric, length);
}
