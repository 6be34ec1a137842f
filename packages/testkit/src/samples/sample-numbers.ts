/**
 * Numbers with check digits, valid and nearly so, written from their standards.
 *
 * @module
 */
import type { SampleRandom } from './sample-random.ts';

/** Check character of a resident identity number: ISO 7064 MOD 11-2, as GB 11643-1999 takes it. */
export function residentCheck(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return '10X98765432'[sum % 11]!;
}

/** Luhn check digit (ISO/IEC 7812-1, annex B) of a number without it. */
export function luhnCheck(body: string): string {
  let sum = 0;
  for (let at = 0; at < body.length; at += 1) {
    const digit = Number(body[body.length - 1 - at]);
    const doubled = at % 2 === 0 ? 2 * digit : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Another digit than the given one. */
function otherDigit(random: SampleRandom, digit: string): string {
  return String((Number(digit) + random.between(1, 9)) % 10);
}

/** A number that looks like a card and fails the check. */
export function makeAlmostCard(random: SampleRandom): string {
  const body = `62${random.digits(16)}`;
  return body + otherDigit(random, luhnCheck(body));
}

/** A card number of the prefixes that schemes and processors give out for tests. */
export function makeCard(random: SampleRandom): string {
  const [prefix, length] = random.pick([
    ['621234', 16],
    ['622123', 19],
    ['625094', 16],
    ['622123', 19],
    ['424242', 16],
    ['411111', 16],
    ['555555', 16],
    ['378282', 15],
  ] as const);
  const body = prefix + random.digits(length - prefix.length - 1);
  return body + luhnCheck(body);
}

/** Unified social credit code, GB 32100-2015, with the organisation code's own check (GB 11714-1997) in it. */
export function makeSocialCreditCode(random: SampleRandom, division: string): string {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const organisation = `MA${random.text(6, '0123456789ABCDEFGHJKLMNPQRTUWXY')}`;
  const values = [...organisation].map((letter) => Number.parseInt(letter, 36));
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const rest = 11 - (values.reduce((sum, value, at) => sum + value * weights[at]!, 0) % 11);
  const check = rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
  const body = `91${division}${organisation}${check}`;
  let [sum, weight] = [0, 1];
  for (const letter of body) {
    sum += letters.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return body + letters[(31 - (sum % 31)) % 31]!;
}

/** A code that looks like a unified social credit code and fails its check. */
export function makeAlmostSocialCreditCode(random: SampleRandom, division: string): string {
  const code = makeSocialCreditCode(random, division);
  const last = random.pick([...'0123456789'].filter((digit) => digit !== code[17]));
  return code.slice(0, 17) + last;
}

/** Plate, GA 36-2018: five characters, or six with the D or F of new energy. */
export function makePlate(random: SampleRandom, prefix: string): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  if (random.chance(0.25)) {
    return `${prefix}${random.pick(['D', 'F'])}${random.pick([...letters, ...'0123456789'])}${random.digits(4)}`;
  }
  // At most two letters, as GA 36-2018 has them.
  const shape = random.pick(['00000', 'A0000', '0A000', 'AA000', '000A0', '0000A', '0AA00']);
  const tail = [...shape].map((kind) =>
    kind === 'A' ? random.pick([...letters]) : random.digits(1),
  );
  return `${prefix}${random.chance(0.2) ? '·' : ''}${tail.join('')}`;
}

/** International mobile equipment identity, 3GPP TS 23.003 section 6.2.1. */
export function makeImei(random: SampleRandom): string {
  const body = `35${random.digits(12)}`;
  return body + luhnCheck(body);
}

/** Vehicle identification number with the check digit of 49 CFR 565.15, which GB 16735-2019 takes over. */
export function makeVin(random: SampleRandom): string {
  const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
  // The place of a letter in this row, modulo 10, is its value.
  const value = (letter: string) => '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ'.indexOf(letter) % 10;
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  const body = `LSV${random.text(5, `${letters}0123456789`)}0${random.pick([...'FGHJKLMNPR'])}${random.pick([...letters])}${random.digits(6)}`;
  const sum = [...body].reduce((total, letter, at) => total + value(letter) * weights[at]!, 0);
  return `${body.slice(0, 8)}${'0123456789X'[sum % 11]}${body.slice(9)}`;
}

/** German IBAN, ISO 13616-1, with the check digits of ISO 7064 MOD 97-10. */
export function makeIban(random: SampleRandom): string {
  const account = `37040044${random.digits(10)}`;
  // D is 13, E is 14; the check digits are counted with 00 in their place.
  const rest = Number(BigInt(`${account}131400`) % 97n);
  return `DE${String(98 - rest).padStart(2, '0')}${account}`;
}
