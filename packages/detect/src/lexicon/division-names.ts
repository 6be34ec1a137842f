/**
 * Names of provinces, cities and counties of China, full and short.
 *
 * @module
 */
import { cityNames, countyNames, provinceNames } from '../data/division-names.ts';
import type { TextView } from '../engine/view.ts';
import { PairTable } from './pair-table.ts';

/** Rank of a division; short names of counties are everyday words and stand only behind another division. */
export type DivisionRank = 'province' | 'city' | 'county' | 'shortCounty';

interface Name {
  readonly name: string;
  readonly rank: DivisionRank;
}

/** Names by their first two units, longest first; the number of a pair is its place here, from 1 on. */
let names: (readonly Name[])[] | undefined;
const places = new PairTable(4096);
/** 1 where a name begins with the unit. A short name begins as its full one does. */
let starts: Uint8Array | undefined;

const suffix =
  /(?:特别行政区|(?:[蒙回维藏壮满苗土侗瑶彝傣黎白][古吾尔]?[族尔]?|[一-龥]{1,4}族)*自治[区州县旗]|地区|新区|[省市区县旗盟林])$/;
const lastCharacters = '省市区县旗盟林';

/** A name without what says what kind of division it is. */
function shorten(name: string): string {
  const last = name.length - 1;
  if (!lastCharacters.includes(name[last]!))
    return name.endsWith('州') ? name.replace(suffix, '') : name;
  // Most names end in one such character; the pattern is for the others.
  const before = name[last - 1];
  return before === '地' || before === '新' || before === '政' || before === '治'
    ? name.replace(suffix, '')
    : name.slice(0, last);
}

const lists = [
  [provinceNames, 'province', 'province'],
  [cityNames, 'city', 'city'],
  [countyNames, 'county', 'shortCounty'],
] as const;

function readStarts(): Uint8Array {
  const table = new Uint8Array(65_536);
  for (const [list] of lists) {
    table[list.charCodeAt(0)] = 1;
    for (let space = list.indexOf(' '); space >= 0; space = list.indexOf(' ', space + 1))
      table[list.charCodeAt(space + 1)] = 1;
  }
  return table;
}

function readNames(): (readonly Name[])[] {
  const table: Name[][] = [[]];
  const add = (name: string, rank: DivisionRank): void => {
    if (name.length < 2) return;
    const first = name.charCodeAt(0);
    const second = name.charCodeAt(1);
    const place = places.get(first, second);
    if (place === 0) {
      places.set(first, second, table.length);
      table.push([{ name, rank }]);
      return;
    }
    const list = table[place]!;
    // The first rank of a name counts.
    for (let index = 0; index < list.length; index += 1) if (list[index]!.name === name) return;
    list.push({ name, rank });
  };
  const split = lists.map(([list]) => list.split(' '));
  lists.forEach(([, rank], index) => {
    for (const name of split[index]!) add(name, rank);
  });
  lists.forEach(([, , short], index) => {
    for (const name of split[index]!) add(shorten(name), short);
  });
  for (const list of table) if (list.length > 1) list.sort((a, b) => b.name.length - a.name.length);
  return table;
}

/** Whether a name of a division may begin with this unit. */
export function mayBeginDivision(unit: number): boolean {
  starts ??= readStarts();
  return starts[unit] === 1;
}

/** The longest name of a division at `start`, with its end. */
export function divisionAt(
  view: TextView,
  start: number,
): { readonly end: number; readonly rank: DivisionRank } | undefined {
  names ??= readNames();
  const { codes } = view;
  const place = places.get(codes[start]!, codes[start + 1]!);
  if (place === 0) return undefined;
  const list = names[place]!;
  for (let number = 0; number < list.length; number += 1) {
    const { name, rank } = list[number]!;
    let index = 2;
    // Behind the view stand zeros, which no name holds.
    while (index < name.length && codes[start + index] === name.charCodeAt(index)) index += 1;
    if (index === name.length) return { end: start + name.length, rank };
  }
  return undefined;
}
