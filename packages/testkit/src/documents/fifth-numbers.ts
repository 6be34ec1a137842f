/**
 * Numbers of the fifth set of documents that the fourth has not, and those that need its own lists.
 *
 * @module
 */
import { fifthDivisions } from '../data/fifth-document-lists.ts';
import { luhnCheck } from '../samples/sample-numbers.ts';
import type { SampleRandom } from '../samples/sample-random.ts';
import * as fourth from './fourth-numbers.ts';

/** A resident identity number of somebody born in the year; grown-up if none is given. */
export const residentNumber = (random: SampleRandom, year = random.between(1948, 2006)): string =>
  fourth.residentNumber(random, year, fifthDivisions);

export const plate = (random: SampleRandom): string => fourth.plate(random, fifthDivisions);

export const socialCredit = (random: SampleRandom): string =>
  fourth.socialCredit(random, fifthDivisions);

/** A card of a bank's true range: issuer number of six digits and how long it is. */
export function bankCard(random: SampleRandom): string {
  const [prefix, length] = random.pick([
    ['621226', 19],
    ['622208', 19],
    ['622700', 19],
    ['622845', 19],
    ['621785', 19],
    ['622262', 19],
    ['621098', 19],
    ['622188', 19],
    ['622609', 16],
    ['622622', 16],
    ['622521', 16],
    ['622909', 18],
    ['622662', 16],
    ['622575', 16],
    ['622230', 16],
  ] as const);
  const body = prefix + random.digits(length - prefix.length - 1);
  const card = body + luhnCheck(body);
  if (random.chance(0.65)) return card;
  return card.replace(/(\d{4})(?=\d)/g, random.pick(['$1 ', '$1 ', '$1-']));
}

/** An account of a firm, as banks number them; no card. */
export const companyAccount = (random: SampleRandom): string =>
  random.pick([
    () => `0200${random.digits(15)}`,
    () => `44050158${random.digits(12)}`,
    () => `7559${random.digits(11)}`,
    () => `11${random.digits(15)}`,
  ])();

const areaCodes: readonly string[] = ['512', '303', '617', '404', '503', '919', '858'];

export function americanPhone(random: SampleRandom, codes = areaCodes): string {
  const code = random.pick(codes);
  const [a, b] = [
    `${random.between(2, 8)}${random.between(2, 5)}${random.digits(1)}`,
    random.digits(4),
  ];
  return random.pick([
    `(${code}) ${a}-${b}`,
    `${code}-${a}-${b}`,
    `${code}.${a}.${b}`,
    `+1 ${code} ${a} ${b}`,
  ]);
}

/** Numbers that Ofcom keeps for fiction. */
export const britishPhone = (random: SampleRandom): string =>
  random.pick([
    `07700 900${random.digits(3)}`,
    `+44 7700 900${random.digits(3)}`,
    `020 7946 0${random.digits(3)}`,
    `0161 496 0${random.digits(3)}`,
  ]);

export const singaporePhone = (random: SampleRandom): string =>
  `${random.pick(['+65 ', '+65 ', '+65-'])}${random.pick(['8', '9', '6'])}${random.digits(3)} ${random.digits(4)}`;

export const hongKongPhone = (random: SampleRandom): string =>
  `${random.pick(['+852 ', '+852-', '(852) '])}${random.pick(['2', '5', '6', '9'])}${random.digits(3)} ${random.digits(4)}`;

export const taiwanPhone = (random: SampleRandom): string =>
  random.pick([
    `09${random.digits(2)}-${random.digits(3)}-${random.digits(3)}`,
    `09${random.digits(2)}${random.digits(6)}`,
    `(02) 2${random.digits(3)}-${random.digits(4)}`,
  ]);
