import { bigintToNumerals, numeralsToBigint } from '../ff1/numerals.ts';
import type { Layout, ReadLayout } from './layout.ts';

/** RFC 5322 dot-atom; RFC 5321 section 4.5.3.1 gives 64 and 255 octets. */
const local = /^[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+(?:\.[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u;
const maxLocal = 64;
const maxDomain = 255;

const lower = '0123456789abcdefghijklmnopqrstuvwxyz';
const mixed = `${lower}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

/** Names of up to this length without separators are enciphered among each other: of one length there would be too few. */
const shortLength = 4;

const isDomain = (text: string) =>
  text.length <= maxDomain && text.split('.').every((part) => part.length < 64 && label.test(part));

const hasCapital = (text: string) => /[A-Z]/.test(text);

/** Ranks of all texts of 1 to `shortLength` characters, shorter ones first. */
function shortLayout(kept: string, text: string, alphabet: string): Layout<number> {
  const { length: radix } = alphabet;
  const firstOf = (length: number) => {
    let first = 0;
    for (let shorter = 1; shorter < length; shorter += 1) first += radix ** shorter;
    return first;
  };
  let rank = 0;
  for (const character of text) rank = rank * radix + alphabet.indexOf(character);
  const write = (other: number) => {
    let length = 1;
    while (firstOf(length + 1) <= other) length += 1;
    let rest = other - firstOf(length);
    let result = '';
    for (let index = 0; index < length; index += 1) {
      result = alphabet[rest % radix]! + result;
      rest = Math.floor(rest / radix);
    }
    return result;
  };
  return {
    kept,
    domain: { size: firstOf(shortLength + 1) },
    rank: firstOf(text.length) + rank,
    write,
  };
}

/** Ranks of all texts of one length. */
function longLayout(kept: string, text: string, alphabet: string): Layout<bigint> {
  const { length: radix } = alphabet;
  const { length } = text;
  const numerals = Array.from(text, (character) => alphabet.indexOf(character));
  return {
    kept,
    domain: { radix, length },
    rank: numeralsToBigint(numerals, 0, length, radix),
    write(rank) {
      const result: number[] = [];
      bigintToNumerals(rank, result, 0, length, radix);
      return result.map((numeral) => alphabet[numeral]).join('');
    },
  };
}

/** The layout with a text around what is written, and walking over what has a capital where the value has none or the other way. */
function finish<Rank extends number | bigint>(
  layout: Layout<Rank>,
  capital: boolean,
  refill: (text: string) => string,
): Layout<Rank> {
  return {
    ...layout,
    ...(capital ? { accepts: (rank: Rank) => hasCapital(layout.write(rank)) } : {}),
    write: (rank) => refill(layout.write(rank)),
  };
}

/**
 * E-mail addresses whose local part is a dot-atom (RFC 5322 section 3.2.3). The domain stays, and in the local part all that is no
 * letter or digit. A name with a capital letter keeps at least one, another has none.
 */
export const readEmail: ReadLayout = (value) => {
  const at = value.lastIndexOf('@');
  const name = value.slice(0, Math.max(at, 0));
  const domain = value.slice(at + 1);
  if (name.length > maxLocal || !local.test(name) || !isDomain(domain)) return undefined;
  const text = name.replace(/[^0-9A-Za-z]/g, '');
  if (text === '') return undefined;
  const capital = hasCapital(text);
  const alphabet = capital ? mixed : lower;
  const kept = `${alphabet.length}@${domain.toLowerCase()}`;
  if (text === name && text.length <= shortLength) {
    return finish(
      shortLayout(kept, text, alphabet),
      capital,
      (enciphered) => `${enciphered}@${domain}`,
    );
  }
  const refill = (enciphered: string) => {
    let index = 0;
    return `${name.replace(/[0-9A-Za-z]/g, () => enciphered[index++]!)}@${domain}`;
  };
  return finish(longLayout(kept, text, alphabet), capital, refill);
};
