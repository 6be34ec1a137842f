import { nameCharacters } from '../data/name-characters.ts';
import { compoundSurnames, surnames } from '../data/surnames.ts';
import type { ReadBigLayout } from './layout.ts';

/** Between the parts of a name: the dot of names from other languages, and spaces. */
const separator = /[·•‧．\s]/u;
const maxLength = 32;

/** Characters to numbers and back. */
interface Alphabet {
  readonly size: bigint;
  indexOf(character: string): number | undefined;
  at(index: number): string;
}

function listAlphabet(characters: readonly string[]): Alphabet {
  const indexes = new Map(characters.map((character, index) => [character, index]));
  return {
    size: BigInt(characters.length),
    indexOf: (character) => indexes.get(character),
    at: (index) => characters[index]!,
  };
}

function rangeAlphabet(ranges: readonly (readonly [number, number])[]): Alphabet {
  const size = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return {
    size: BigInt(size),
    indexOf(character) {
      const point = character.codePointAt(0)!;
      let before = 0;
      for (const [first, last] of ranges) {
        if (point >= first && point <= last) return before + point - first;
        before += last - first + 1;
      }
      return undefined;
    },
    at(index) {
      let rest = index;
      for (const [first, last] of ranges) {
        if (rest <= last - first) return String.fromCodePoint(first + rest);
        rest -= last - first + 1;
      }
      return '';
    },
  };
}

interface Alphabets {
  readonly singles: Alphabet;
  readonly compounds: Alphabet;
  /** From the usual characters to all; each holds those before it. */
  readonly tiers: readonly Alphabet[];
}

let made: Alphabets | undefined;

/** Made when the first name comes. */
function alphabets(): Alphabets {
  made ??= {
    singles: listAlphabet([...surnames]),
    compounds: listAlphabet(compoundSurnames.split(' ')),
    tiers: [
      listAlphabet([...nameCharacters]),
      rangeAlphabet([[0x4e00, 0x9fff]]),
      // Unicode 15.0: Extension A, the unified block and Extensions B to H, as far as they are assigned, and U+3007.
      rangeAlphabet([
        [0x3007, 0x3007],
        [0x3400, 0x4dbf],
        [0x4e00, 0x9fff],
        [0x20000, 0x2a6df],
        [0x2a700, 0x2b739],
        [0x2b740, 0x2b81d],
        [0x2b820, 0x2cea1],
        [0x2ceb0, 0x2ebe0],
        [0x30000, 0x3134a],
        [0x31350, 0x323af],
      ]),
    ],
  };
  return made;
}

/** The first alphabet that holds all characters, or −1. */
function tierOf(characters: readonly string[]): number {
  return alphabets().tiers.findIndex((alphabet) =>
    characters.every((character) => alphabet.indexOf(character) !== undefined),
  );
}

/** How many characters are the surname: two for a compound one with a given name after it, one, or none that is known. */
function surnameLength(characters: readonly string[]): 0 | 1 | 2 {
  const { singles, compounds } = alphabets();
  if (characters.length > 2 && compounds.indexOf(characters[0]! + characters[1]!) !== undefined) {
    return 2;
  }
  return singles.indexOf(characters[0]!) === undefined ? 0 : 1;
}

function rankOf(characters: readonly string[], alphabet: Alphabet): bigint {
  let rank = 0n;
  for (const character of characters) {
    rank = rank * alphabet.size + BigInt(alphabet.indexOf(character)!);
  }
  return rank;
}

function charactersOf(rank: bigint, length: number, alphabet: Alphabet): string[] {
  const characters = new Array<string>(length);
  let rest = rank;
  for (let index = length - 1; index >= 0; index -= 1) {
    characters[index] = alphabet.at(Number(rest % alphabet.size));
    rest /= alphabet.size;
  }
  return characters;
}

/** Ranks of names with a known surname: those with one of a single character first. */
function knownRanks(length: number, given: Alphabet) {
  const { singles, compounds } = alphabets();
  const afterSingle = given.size ** BigInt(length - 1);
  const afterCompound = length > 2 ? given.size ** BigInt(length - 2) : 0n;
  const singleNames = singles.size * afterSingle;
  return {
    size: singleNames + compounds.size * afterCompound,
    rank(characters: readonly string[]): bigint {
      if (surnameLength(characters) === 2) {
        const surname = BigInt(compounds.indexOf(characters[0]! + characters[1]!)!);
        return singleNames + surname * afterCompound + rankOf(characters.slice(2), given);
      }
      const surname = BigInt(singles.indexOf(characters[0]!)!);
      return surname * afterSingle + rankOf(characters.slice(1), given);
    },
    characters(rank: bigint): string[] {
      if (rank < singleNames) {
        const surname = singles.at(Number(rank / afterSingle));
        return [surname, ...charactersOf(rank % afterSingle, length - 1, given)];
      }
      const rest = rank - singleNames;
      const surname = compounds.at(Number(rest / afterCompound));
      return [...surname, ...charactersOf(rest % afterCompound, length - 2, given)];
    },
  };
}

/**
 * Names of 2 to 32 Chinese characters. A name with a known surname becomes another with a known surname, single or compound; the
 * number of characters and the separators stay. Names of usual characters (GB/T 2312) stay among themselves.
 */
export const readChineseName: ReadBigLayout = (value) => {
  const all = [...value.slice(0, maxLength * 2 + 1)];
  const characters = all.filter((character) => !separator.test(character));
  if (value.length > maxLength * 2 || characters.length < 2 || characters.length > maxLength) {
    return undefined;
  }
  if (separator.test(all[0]!) || separator.test(all.at(-1)!)) return undefined;
  const tier = tierOf(characters);
  if (tier < 0) return undefined;
  const given = alphabets().tiers[tier]!;
  const { length } = characters;
  const known = surnameLength(characters);
  const ranks =
    known > 0
      ? knownRanks(length, given)
      : {
          size: given.size ** BigInt(length),
          rank: (name: readonly string[]) => rankOf(name, given),
          characters: (rank: bigint) => charactersOf(rank, length, given),
        };
  const rank = ranks.rank(characters);
  return {
    kept: `${length},${tier},${Math.min(known, 1)}`,
    domain: { size: ranks.size },
    rank,
    // Only ranks that are read back as they were written: same tier, surname known or not, and one name for one rank.
    accepts(other) {
      const name = ranks.characters(other);
      return (
        tierOf(name) === tier &&
        Math.min(surnameLength(name), 1) === Math.min(known, 1) &&
        ranks.rank(name) === other
      );
    },
    write(other) {
      const name = ranks.characters(other);
      let at = 0;
      return all.map((character) => (separator.test(character) ? character : name[at++])).join('');
    },
  };
};
