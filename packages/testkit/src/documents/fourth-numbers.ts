/**
 * Numbers of the fourth set of documents, with check digits where their standards have them.
 *
 * @module
 */
import { createHash } from 'node:crypto';
import { fourthDivisions } from '../data/fourth-document-lists.ts';
import { luhnCheck, residentCheck } from '../samples/sample-numbers.ts';
import type { SampleRandom } from '../samples/sample-random.ts';

/** Rows of division code, plate prefix and place: a later set of documents has its own. */
type Divisions = readonly (readonly [string, string, string])[];

const pad = (value: number, width = 2) => String(value).padStart(width, '0');
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Prefixes of mobile numbers, those of virtual operators among them. */
const mobilePrefixes =
  '133 135 136 137 138 139 147 150 151 152 157 158 159 165 167 170 171 173 175 177 178 180 181 182 183 185 186 187 188 189 190 191 192 196 198 199'.split(
    ' ',
  );

export const mobile = (random: SampleRandom): string =>
  random.pick(mobilePrefixes) + random.digits(8);

/** A mobile number as it is typed in forms, letters and messages. */
export function writtenMobile(random: SampleRandom): string {
  const bare = mobile(random);
  if (random.chance(0.55)) return bare;
  const [a, b, c] = [bare.slice(0, 3), bare.slice(3, 7), bare.slice(7)];
  return random.pick([
    `${a} ${b} ${c}`,
    `${a}-${b}-${c}`,
    `${a} ${b}${c}`,
    `${a}-${b}${c}`,
    `+86${bare}`,
    `+86 ${bare}`,
    `+86 ${a} ${b} ${c}`,
    `+86-${bare}`,
    `(+86) ${a}-${b}-${c}`,
    `0086-${bare}`,
    `86 ${a} ${b} ${c}`,
    bare.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ]);
}

export function landline(random: SampleRandom): string {
  const code = random.pick(
    '010 021 022 023 024 025 027 028 029 0451 0431 0411 0532 0592 0731 0791 0851 0871 0771 0371 0311 0351 0991'.split(
      ' ',
    ),
  );
  const [a, b] = [`${random.between(2, 8)}${random.digits(3)}`, random.digits(4)];
  return random.pick([
    `${code}-${a}${b}`,
    `${code}-${a}${b}`,
    `${code}-${a} ${b}`,
    `${code} ${a}${b}`,
    `（${code}）${a}${b}`,
    `+86 ${code.slice(1)} ${a} ${b}`,
    `86-${code.slice(1)}-${a}${b}`,
  ]);
}

/** Telephone numbers of other countries, as they are written there or abroad. */
export function foreignPhone(random: SampleRandom): string {
  const d = (count: number) => random.digits(count);
  const first = (from: number) => String(random.between(from, 9));
  return random.pick([
    () => `+65 9${d(3)} ${d(4)}`,
    () => `+81 90-${first(2)}${d(3)}-${d(4)}`,
    () => `+82 10-${first(2)}${d(3)}-${d(4)}`,
    () => `+61 4${d(2)} ${d(3)} ${d(3)}`,
    () => `+49 151 ${first(1)}${d(7)}`,
    () => `+33 6 ${first(1)}${d(1)} ${d(2)} ${d(2)} ${d(2)}`,
    () => `+60 12-${first(2)}${d(2)} ${d(4)}`,
    () => `+44 7700 900${d(3)}`,
    () => `+1 (415) ${first(3)}3${d(1)}-${d(4)}`,
    () => `+852 9${d(3)} ${d(4)}`,
  ])();
}

/** A resident identity number of somebody born in the year; grown-up if none is given. */
export function residentNumber(
  random: SampleRandom,
  year = random.between(1946, 2006),
  divisions: Divisions = fourthDivisions,
): string {
  const [code] = random.pick(divisions);
  const body = `${code}${year}${pad(random.between(1, 12))}${pad(random.between(1, 28))}${pad(random.between(1, 499), 3)}`;
  const number = body + residentCheck(body);
  return random.chance(0.3) ? number.toLowerCase() : number;
}

/** Permanent residence card of 2023: nine, division, country, birth, order, and the check of the resident number. */
export function foreignResidence(random: SampleRandom): string {
  const body = `9${random.pick(['11', '31', '44', '33'])}${random.pick(['840', '826', '392', '276', '036'])}${random.between(1960, 1999)}${pad(random.between(1, 12))}${pad(random.between(1, 28))}${random.digits(3)}`;
  return body + residentCheck(body);
}

/** A card of a bank's true range: issuer number of six digits and how long it is. */
export function bankCard(random: SampleRandom): string {
  const [prefix, length] = random.pick([
    ['622202', 19],
    ['621700', 19],
    ['622848', 19],
    ['621661', 19],
    ['622588', 16],
    ['622260', 19],
    ['621799', 19],
    ['622908', 18],
    ['622689', 16],
    ['436742', 16],
    ['518710', 16],
    ['625965', 16],
  ] as const);
  const body = prefix + random.digits(length - prefix.length - 1);
  const card = body + luhnCheck(body);
  if (random.chance(0.7)) return card;
  return card.replace(/(\d{4})(?=\d)/g, random.pick(['$1 ', '$1 ', '$1-']));
}

/** A card of Visa, Mastercard, American Express or JCB. */
export function foreignCard(random: SampleRandom): string {
  const [prefix, length] = random.pick([
    ['45396', 16],
    ['49168', 16],
    ['52134', 16],
    ['54752', 16],
    ['37144', 15],
    ['35283', 16],
  ] as const);
  const body = prefix + random.digits(length - prefix.length - 1);
  const card = body + luhnCheck(body);
  if (length === 15 || random.chance(0.5)) return card;
  return card.replace(/(\d{4})(?=\d)/g, random.pick(['$1 ', '$1-']));
}

/** An account of a firm, as banks number them; no card. */
export const companyAccount = (random: SampleRandom): string =>
  random.pick([
    () => `1202${random.digits(15)}`,
    () => `33050161${random.digits(12)}`,
    () => `3${random.digits(11)}`,
    () => `5719${random.digits(11)}`,
  ])();

/** An IBAN of several countries, ISO 13616-1. */
export function iban(random: SampleRandom): string {
  const [country, bban] = random.pick([
    () => ['DE', `50070010${random.digits(10)}`],
    () => ['GB', `BARC${random.digits(14)}`],
    () => ['NL', `INGB${random.digits(10)}`],
    () => ['AT', `20111${random.digits(11)}`],
    () => ['CH', `00762${random.digits(12)}`],
  ])() as [string, string];
  const digits = [...`${bban}${country}00`].map((letter) => Number.parseInt(letter, 36)).join('');
  const text = `${country}${pad(98 - Number(BigInt(digits) % 97n))}${bban}`;
  return random.chance(0.5) ? text : text.replace(/(.{4})(?=.)/g, '$1 ');
}

/** A plate of a place, GA 36-2018: the dot or a space now and then. */
export function plate(random: SampleRandom, divisions: Divisions = fourthDivisions): string {
  const [, prefix] = random.pick(divisions);
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
  if (random.chance(0.3))
    return `${prefix}${random.pick(['D', 'F'])}${random.text(1, `${letters}0123456789`)}${random.digits(4)}`;
  const shape = random.pick(['00000', '0A000', 'A0000', '00A00', 'A00A0', '0000A', 'AA000']);
  const tail = [...shape]
    .map((kind) => (kind === 'A' ? random.text(1, letters) : random.digits(1)))
    .join('');
  return `${prefix}${random.pick(['', '', '', '·', ' '])}${tail}`;
}

/** A vehicle identification number of several makers, with its check digit (GB 16735-2019). */
export function vehicleNumber(random: SampleRandom): string {
  const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
  const value = (letter: string) => '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ'.indexOf(letter) % 10;
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  const body = `${random.pick(['LFV', 'LGX', 'LVH', 'LBV', 'LRW', '1HG', 'WBA'])}${random.text(5, `${letters}0123456789`)}0${random.text(1, 'HJKLMNPRS')}${random.text(1, letters)}${random.digits(6)}`;
  const sum = [...body].reduce((total, letter, at) => total + value(letter) * weights[at]!, 0);
  return `${body.slice(0, 8)}${'0123456789X'[sum % 11]}${body.slice(9)}`;
}

/** Unified social credit code of a firm, GB 32100-2015, around an organisation code of GB 11714-1997. */
export function socialCredit(random: SampleRandom, divisions: Divisions = fourthDivisions): string {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const organisation = random.chance(0.5) ? `MA${random.text(6, letters)}` : random.digits(8);
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const values = [...organisation].map((letter) => Number.parseInt(letter, 36));
  const rest = 11 - (values.reduce((sum, one, at) => sum + one * weights[at]!, 0) % 11);
  const check = rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
  const body = `91${random.pick(divisions)[0]}${organisation}${check}`;
  let [sum, weight] = [0, 1];
  for (const letter of body) {
    sum += letters.indexOf(letter) * weight;
    weight = (weight * 3) % 31;
  }
  return body + letters[(31 - (sum % 31)) % 31]!;
}

/** IMEI, 3GPP TS 23.003: a type allocation of 86, as phones from China have it. */
export function imei(random: SampleRandom): string {
  const body = `86${random.digits(12)}`;
  return body + luhnCheck(body);
}

/** SIM card number of Chinese operators, ITU-T E.118, twenty digits as printed. */
export function simCard(random: SampleRandom): string {
  const body = `89860${random.pick(['0', '1', '3'])}${random.digits(13)}`;
  return body + luhnCheck(body);
}

/** Hong Kong identity card; letter weights of the Immigration Department. */
export function hongKongCard(random: SampleRandom): string {
  const letter = random.pick([...'ABCDEFGHKMPRSVYZ']);
  const digits = random.digits(6);
  const values = [36, letter.charCodeAt(0) - 55, ...[...digits].map(Number)];
  const sum = values.reduce((total, value, at) => total + value * (9 - at), 0);
  const rest = (11 - (sum % 11)) % 11;
  return `${letter}${digits}(${rest === 10 ? 'A' : rest})`;
}

/** Taiwan's identity number: the letter stands for 10 to 35, weights 1, 9 to 1, 1. */
export function taiwanCard(random: SampleRandom): string {
  const letter = random.pick([...'ABCDEFGHJKLMNPQRSTUVXY']);
  const value = 10 + 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(letter);
  const body = `${random.between(1, 2)}${random.digits(7)}`;
  let sum = Math.floor(value / 10) + (value % 10) * 9;
  for (const [at, digit] of [...body].entries()) sum += Number(digit) * (8 - at);
  return `${letter}${body}${(10 - (sum % 10)) % 10}`;
}

/** Singapore's NRIC: weights 2, 7, 6, 5, 4, 3, 2, four more for T. */
export function singaporeCard(random: SampleRandom): string {
  const letter = random.pick(['S', 'T']);
  const body =
    letter === 'S' ? `${random.between(5, 9)}${random.digits(6)}` : `0${random.digits(6)}`;
  const weights = [2, 7, 6, 5, 4, 3, 2];
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * weights[at]!, 0);
  return `${letter}${body}${'JZIHGFEDCBA'[(sum + (letter === 'T' ? 4 : 0)) % 11]}`;
}

/** Number of the British health service, ten digits of which the last checks. */
export function healthServiceNumber(random: SampleRandom): string {
  for (;;) {
    const body = `4${random.digits(8)}`;
    const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return `${body.slice(0, 3)} ${body.slice(3, 6)} ${body.slice(6)}${check}`;
  }
}

export function socialSecurity(random: SampleRandom): string {
  const area = random.pick(['134', '251', '389', '417', '544', '622']);
  return `${area}-${pad(random.between(11, 98))}-${pad(random.between(1001, 9998), 4)}`;
}

/** A Bitcoin address of the oldest kind, with the checksum of Base58Check, or one of Ethereum in lower case. */
export function cryptoAddress(random: SampleRandom): string {
  if (random.chance(0.5)) return `0x${random.text(40, '0123456789abcdef')}`;
  const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest();
  const payload = Buffer.from(`00${random.text(40, '123456789abcdef')}`, 'hex');
  const bytes = Buffer.concat([payload, sha(sha(payload)).subarray(0, 4)]);
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let [rest, text] = [BigInt(`0x${bytes.toString('hex')}`), ''];
  for (; rest > 0n; rest /= 58n) text = letters[Number(rest % 58n)] + text;
  return `1${text}`;
}

export const address4 = (random: SampleRandom): string =>
  random.pick([
    () => `10.${random.between(1, 254)}.${random.below(256)}.${random.between(2, 254)}`,
    () => `172.${random.between(17, 31)}.${random.below(256)}.${random.between(2, 254)}`,
    () => `192.168.${random.between(2, 254)}.${random.between(2, 254)}`,
    () =>
      `${random.pick([36, 59, 101, 112, 115, 183, 218, 223])}.${random.between(1, 254)}.${random.below(256)}.${random.between(2, 254)}`,
    () => `198.51.100.${random.between(2, 254)}`,
  ])();

export const address6 = (random: SampleRandom): string => {
  const group = () => `${random.text(1, '123456789abcdef')}${random.text(3, '0123456789abcdef')}`;
  return random.pick([
    () => `2408:${group()}:${group()}:${group()}:${group()}:${group()}:${group()}:${group()}`,
    () => `240e:${group()}:${group()}::${random.between(1, 9)}`,
    () => `fe80::${group()}:${group()}:${group()}:${group()}`,
  ])();
};

export function hardwareAddress(random: SampleRandom): string {
  const pairs = ['44', '7c', '00', 'b8', 'd0'];
  const six = [
    random.pick(pairs),
    ...Array.from({ length: 5 }, () => random.text(2, '0123456789abcdef')),
  ];
  return random.pick([six.join(':'), six.join(':').toUpperCase(), six.join('-').toUpperCase()]);
}

/** Coordinates in China, as longitude and latitude of six places. */
export const coordinates = (random: SampleRandom): string =>
  `${random.between(102, 121)}.${random.digits(5)}${random.between(1, 9)},${random.between(23, 39)}.${random.digits(5)}${random.between(1, 9)}`;

/** A Chinese passport: E and eight digits, or E, a letter and seven. */
export const passport = (random: SampleRandom): string =>
  random.chance(0.5)
    ? `E${random.digits(8)}`
    : `E${random.text(1, upper.replace(/[IO]/g, ''))}${random.digits(7)}`;

export const engineNumber = (random: SampleRandom): string =>
  `${random.text(1, 'BCDEGH')}${random.digits(1)}${random.text(1, 'ABCDEF')}${random.digits(6)}`;
