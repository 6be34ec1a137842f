import type { ReadNumberLayout } from './layout.ts';

/** Characters of GB 32100-2015 table 3: digits and capital letters without I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Department and category, division, organisation code, check character. */
const written = /^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

/** Weights of GB 32100-2015: powers of 3 modulo 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Weights of GB 11714-1997. */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

const bodyLength = 8;
const bodies = 31 ** bodyLength;

/** The check character of the first 17, GB 32100-2015 section 5.3. */
export function creditCodeCheck(code: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) {
    sum += alphabet.indexOf(code[index]!) * weights[index]!;
  }
  return alphabet[(31 - (sum % 31)) % 31]!;
}

/** The check character of the eight of an organisation code, GB 11714-1997 section 3.2: a letter counts from A = 10. */
export function organisationCheck(body: string): string {
  let sum = 0;
  for (let index = 0; index < bodyLength; index += 1) {
    sum += Number.parseInt(body[index]!, 36) * organisationWeights[index]!;
  }
  return '0123456789X0'[11 - (sum % 11)]!;
}

function rankOf(text: string): number {
  let rank = 0;
  for (const character of text) rank = rank * 31 + alphabet.indexOf(character);
  return rank;
}

function textOf(rank: number, length: number): string {
  let text = '';
  let rest = rank;
  for (let index = 0; index < length; index += 1) {
    text = alphabet[rest % 31]! + text;
    rest = Math.floor(rest / 31);
  }
  return text;
}

/**
 * Unified social credit codes of 18 characters (GB 32100-2015). Department, category and division stay; the organisation code is
 * enciphered, both check characters are made anew. A code whose organisation code has no valid check character of its own is
 * enciphered among its like.
 */
export const readCreditCode: ReadNumberLayout = (value) => {
  if (!written.test(value) || creditCodeCheck(value) !== value[17]) return undefined;
  const head = value.slice(0, 8);
  const organisation = value.slice(8, 17);
  const finish = (code: string) => head + code + creditCodeCheck(head + code);
  if (organisationCheck(organisation) === organisation[8]) {
    return {
      kept: head,
      domain: { size: bodies },
      rank: rankOf(organisation.slice(0, bodyLength)),
      write(rank) {
        const body = textOf(rank, bodyLength);
        return finish(body + organisationCheck(body));
      },
    };
  }
  return {
    kept: `${head}*`,
    domain: { size: bodies * 31 },
    rank: rankOf(organisation),
    accepts(rank) {
      const text = textOf(rank, bodyLength + 1);
      return organisationCheck(text) !== text[bodyLength];
    },
    write: (rank) => finish(textOf(rank, bodyLength + 1)),
  };
};
