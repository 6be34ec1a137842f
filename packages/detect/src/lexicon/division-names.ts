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
  readonly units: Uint16Array;
  readonly rank: DivisionRank;
}

/** Names by their first two units; the number of a pair is its place here, from 1 on. */
let names: (readonly Name[])[] | undefined;
const places = new PairTable(4096);
/** 1 where a name begins with the unit. */
const starts = new Uint8Array(65_536);

const suffix =
  /(?:特别行政区|(?:[蒙回维藏壮满苗土侗瑶彝傣黎白][古吾尔]?[族尔]?|[一-龥]{1,4}族)*自治[区州县旗]|地区|新区|[省市区县旗盟林])$/;

function readNames(): (readonly Name[])[] {
  const table: Name[][] = [[]];
  const known = new Set<string>();
  const add = (name: string, rank: DivisionRank): void => {
    if (name.length < 2 || known.has(name)) return;
    known.add(name);
    const units = new Uint16Array(name.length);
    for (let index = 0; index < name.length; index += 1) units[index] = name.charCodeAt(index);
    starts[units[0]!] = 1;
    const place = places.get(units[0]!, units[1]!);
    if (place > 0) table[place]!.push({ units, rank });
    else {
      places.set(units[0]!, units[1]!, table.length);
      table.push([{ units, rank }]);
    }
  };
  const lists = [
    [provinceNames, 'province', 'province'],
    [cityNames, 'city', 'city'],
    [countyNames, 'county', 'shortCounty'],
  ] as const;
  for (const [list, rank] of lists) for (const name of list.split(' ')) add(name, rank);
  for (const [list, , short] of lists)
    for (const name of list.split(' ')) add(name.replace(suffix, ''), short);
  for (const list of table) list.sort((a, b) => b.units.length - a.units.length);
  return table;
}

/** Whether a name of a division may begin with this unit. */
export function mayBeginDivision(unit: number): boolean {
  names ??= readNames();
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
    const { units, rank } = list[number]!;
    let index = 2;
    // Behind the view stand zeros, which no name holds.
    while (index < units.length && codes[start + index] === units[index]) index += 1;
    if (index === units.length) return { end: start + units.length, rank };
  }
  return undefined;
}
