/**
 * Tables by which the anchor pass decides where an extractor must look. The kernel and its twin read the same ones.
 *
 * @module
 */
import { noSurname, surnameTable } from '../lexicon/chinese-names.ts';
import { mayBeginDivision } from '../lexicon/division-names.ts';
import { givenNames, nameLeads } from '../lexicon/english-names.ts';
import { tokenPairs } from '../lexicon/token-rules.ts';
import { kind, kindTable } from './characters.ts';
import { cueEndings, prepareCues } from './cues.ts';
import { fillers } from './fillers.ts';

/** Bits of a unit. The lowest four say what it adds to a word; all four are 0 where it ends the word. */
export const trait = {
  digit: 1,
  lower: 2,
  upper: 4,
  underscore: 8,
  word: 15,
  /** A sign at which an extractor always looks. */
  sign: 16,
  colon: 32,
  /** A Han character with which a name, a division, a plate or the number of a house may begin. */
  han: 64,
  /** Stands between a cue and its value without telling them apart. */
  filler: 128,
} as const;

/** What the pass reads, beside the text. */
export interface AnchorTables {
  /** Bits of {@link trait} by unit. */
  readonly traits: Uint8Array;
  /** 1 where a token may begin with two ASCII units, by `first * 128 + second`. */
  readonly tokens: Uint8Array;
  /** 1 where a cue of a value without shape may end with two units, by {@link pairHash}. */
  readonly endings: Uint8Array;
  /** 1 where a given name may have a hash of {@link nameHash}. */
  readonly names: Uint8Array;
  /** 1 where what announces a name may end with two units before its space, by {@link pairHash}. */
  readonly leads: Uint8Array;
}

/** Hash of two units, up to 8,191. */
export function pairHash(first: number, second: number): number {
  return (first * 31 + second) & 8191;
}

/** Goes on with the hash of a name, of which this is the next unit in lower case; the last bits count. */
export function nameHash(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) & 0xffff;
}

let tables: AnchorTables | undefined;

/** The tables, made when they are first asked for. */
export function anchorTables(): AnchorTables {
  tables ??= makeTables();
  return tables;
}

function makeTables(): AnchorTables {
  prepareCues();
  const names = new Uint8Array(65_536);
  for (const name of givenNames) {
    let hash = 0;
    for (let index = 0; index < name.length; index += 1)
      hash = nameHash(hash, name.charCodeAt(index));
    names[hash] = 1;
  }
  const leads = new Uint8Array(8192);
  for (const lead of nameLeads) {
    const first = lead.charCodeAt(lead.length - 3);
    const second = lead.charCodeAt(lead.length - 2);
    for (const a of [first, upperOf(first)])
      for (const b of [second, upperOf(second)]) leads[pairHash(a, b)] = 1;
  }
  const tokens = tokenPairs();
  // JSON Web Tokens.
  tokens[0x65 * 128 + 0x79] = 1;
  return { traits: makeTraits(), tokens, endings: cueEndings, names, leads };
}

const upperOf = (unit: number): number => (unit >= 0x61 && unit <= 0x7a ? unit - 0x20 : unit);

const bitsOfKind: Readonly<Record<number, number>> = {
  [kind.digit]: trait.digit,
  [kind.lower]: trait.lower,
  [kind.upper]: trait.upper,
  [kind.underscore]: trait.underscore,
  [kind.at]: trait.sign,
  [kind.equals]: trait.sign,
  [kind.percent]: trait.sign,
  [kind.backslash]: trait.sign,
  [kind.colon]: trait.colon,
  [kind.province]: trait.han,
};

function makeTraits(): Uint8Array {
  const traits = new Uint8Array(65_536);
  for (let unit = 0; unit < 128; unit += 1) traits[unit] = bitsOfKind[kindTable[unit]!] ?? 0;
  traits[0xb7] = trait.sign;
  for (let unit = 0x3000; unit < 0xfb00; unit += 1) {
    const of = kindTable[unit]!;
    if (of === kind.province) traits[unit] = trait.han;
    else if (of === kind.han && (surnameTable[unit]! > noSurname || mayBeginDivision(unit)))
      traits[unit] = trait.han;
  }
  // 路, 街, 道, 巷, 弄 before a number; 密码是, 口令为.
  for (const road of '路街道巷弄码令') traits[road.charCodeAt(0)]! |= trait.han;
  for (let unit = 0; unit < 65_536; unit += 1)
    if (fillers[unit] === 1) traits[unit]! |= trait.filler;
  return traits;
}
