/**
 * Tables by which the anchor pass decides where an extractor must look. The kernel and its twin read the same ones.
 *
 * @module
 */
import { noSurname, surnameTable } from '../lexicon/chinese-names.ts';
import { monthNames } from '../lexicon/cued-texts.ts';
import { mayBeginDivision } from '../lexicon/division-names.ts';
import { givenNames, nameLeads } from '../lexicon/english-names.ts';
import { mayBeginMinorityName } from '../lexicon/minority-names.ts';
import { listPinyinSurnames } from '../lexicon/pinyin.ts';
import { secretStems } from '../lexicon/secret-keys.ts';
import { listSouthernSurnames } from '../lexicon/southern-names.ts';
import { tokenRules } from '../lexicon/token-rules.ts';
import { kind, kindTable } from './characters.ts';
import { cueBeginnings, listCueEndings } from './cues.ts';
import { fillers } from './fillers.ts';
import { type HanTable, makeHanTable } from './han-table.ts';
import { keyOpenings } from './key-openings.ts';

/** Bits of a unit. The lowest four say what it adds to a word; all four are 0 where it ends the word. */
export const trait = {
  digit: 1,
  lower: 2,
  upper: 4,
  underscore: 8,
  word: 15,
  /** A sign at which an extractor may look. */
  sign: 16,
  /** Ends some cue of a value without shape. */
  last: 32,
  /** A Han character with which a name, a division, a plate or the number of a house may begin. */
  han: 64,
  /** Stands between a cue and its value without telling them apart. */
  filler: 128,
} as const;

/** What may begin, or end, with three units; names, secrets and endings in lower case. */
export const beginning = {
  token: 1,
  /** A given name. */
  name: 2,
  /** A word that makes the name of a key one of a secret. */
  secret: 4,
  /** A word that some extractor looks for by itself: `is`, `BEGIN`, `secret`. */
  keyword: 8,
  /** What a cue of a value without shape ends with. */
  ending: 16,
  /** A cue of Latin letters, in any case. */
  cue: 32,
} as const;

/** What the pass reads, beside the text. */
export interface AnchorTables {
  /** Bits of {@link trait} by unit. */
  readonly traits: Uint8Array;
  /** Bits of {@link beginning}: what may begin with three units, by {@link tripleHash}. */
  readonly beginnings: Uint8Array;
  /** 1 where a short cue of a value without shape may end with two units, by {@link pairHash}. */
  readonly endings: Uint8Array;
  /** 1 where a given name may have a hash of {@link nameHash}. */
  readonly names: Uint8Array;
  /** By unit beyond ASCII, what cues begin with it: 1 such of two units and more, 2 others. */
  readonly heads: Uint8Array;
  /** 1 where a cue beyond ASCII may begin with two units, by {@link pairHash}. */
  readonly openings: Uint8Array;
  /** What is known of Han characters. */
  readonly han: HanTable;
  /** 1 where what announces a name may end with two units before its space, by {@link pairHash}. */
  readonly leads: Uint8Array;
}

/** Hash of two units, up to 8,191. */
export function pairHash(first: number, second: number): number {
  return (first * 31 + second) & 8191;
}

/** Hash of three units, up to 65,535. */
export function tripleHash(first: number, second: number, third: number): number {
  return Math.imul((first << 14) ^ (second << 7) ^ third, 0x9e3779b1) >>> 16;
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

/** Whether they are made. */
export function hasAnchorTables(): boolean {
  return tables !== undefined;
}

function makeTables(): AnchorTables {
  const names = new Uint8Array(65_536);
  for (const name of [...givenNames(), ...longMonths, ...listLatinSurnames()]) {
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
  // LIN Zhiyuan: a family name in capitals.
  for (const name of listLatinSurnames()) {
    const capitals = name.toUpperCase();
    leads[pairHash(capitals.charCodeAt(name.length - 2), capitals.charCodeAt(name.length - 1))] = 1;
  }
  const beginnings = makeBeginnings();
  const endings = new Uint8Array(8192);
  // In the table of pairs stands only what is too short for three units.
  for (const ending of listCueEndings()) {
    const [first, second, third] = ending as [number, number, number];
    if (ending.length > 2) beginnings[tripleHash(first, second, third)]! |= beginning.ending;
    else endings[pairHash(first, second)] = 1;
  }
  const traits = makeTraits();
  for (const ending of listCueEndings()) {
    const last = ending[ending.length - 1]!;
    traits[last]! |= trait.last;
    traits[upperOf(last)]! |= trait.last;
  }
  const { latin, heads, openings } = cueBeginnings();
  for (const [first, second, third] of latin) {
    // What goes on beyond ASCII is not looked up.
    for (const a of [first, upperOf(first)])
      for (const b of [second, upperOf(second)])
        for (const c of third === undefined ? ascii : [third, upperOf(third)])
          beginnings[tripleHash(a, b, c)]! |= beginning.cue;
  }
  return { heads, openings, traits, beginnings, endings, names, leads, han: makeHanTable() };
}

/** Months in full: the short ones stand in every line of a log. */
const longMonths = monthNames.filter((month) => month.length > 4);

const ascii: readonly number[] = Array.from({ length: 128 }, (_, unit) => unit);

function makeBeginnings(): Uint8Array {
  const table = new Uint8Array(65_536);
  const mark = (word: string, bit: number): void => {
    const first = word.charCodeAt(0);
    const second = word.charCodeAt(1);
    // What has two units goes on with anything of ASCII.
    const thirds = word.length > 2 ? [word.charCodeAt(2)] : ascii;
    for (const third of thirds) table[tripleHash(first, second, third)]! |= bit;
  };
  for (const { prefix } of tokenRules) mark(prefix, beginning.token);
  // JSON Web Tokens.
  mark('ey', beginning.token);
  for (const opening of keyOpenings) mark(opening, beginning.token);
  for (const name of givenNames()) mark(name, beginning.name);
  for (const name of longMonths) mark(name, beginning.name);
  // Two letters are a whole word: what follows is the end of a line or cell.
  for (const name of listLatinSurnames())
    if (name.length > 2) mark(name, beginning.name);
    else for (const after of ' \n,"<\t') mark(name + after, beginning.name);
  for (const word of secretStems()) mark(word, beginning.secret);
  for (const word of ['is', 'Be', 'BE', 'se', 'Se']) mark(word, beginning.keyword);
  return table;
}

/** Chinese family names in Latin letters, northern and southern. */
const listLatinSurnames = (): readonly string[] => [
  ...listPinyinSurnames(),
  ...listSouthernSurnames(),
];

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
  [kind.colon]: trait.sign,
  [kind.province]: trait.han,
};

function makeTraits(): Uint8Array {
  const traits = new Uint8Array(65_536);
  for (let unit = 0; unit < 128; unit += 1) traits[unit] = bitsOfKind[kindTable[unit]!] ?? 0;
  traits[0xb7] = trait.sign;
  for (let unit = 0x3000; unit < 0xfb00; unit += 1) {
    const of = kindTable[unit]!;
    if (of === kind.province) traits[unit] = trait.han;
    else if (
      of === kind.han &&
      (surnameTable[unit]! > noSurname || mayBeginDivision(unit) || mayBeginMinorityName(unit))
    )
      traits[unit] = trait.han;
  }
  // 路, 街, 道, 巷, 弄, 幢, 栋, 楼, 座 before a number; 密码是, 口令为.
  for (const road of '路街道巷弄幢栋楼座码令') traits[road.charCodeAt(0)]! |= trait.han;
  for (let unit = 0; unit < 65_536; unit += 1)
    if (fillers[unit] === 1) traits[unit]! |= trait.filler;
  return traits;
}
