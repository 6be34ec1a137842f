/**
 * Names of provinces, cities and counties of China, full and short.
 *
 * @module
 */
import { cityNames, countyNames, provinceNames } from '../data/division-names.ts';
import type { TextView } from '../engine/view.ts';

/** Rank of a division; short names of counties are everyday words and stand only behind another division. */
export type DivisionRank = 'province' | 'city' | 'county' | 'shortCounty';

interface Name {
  readonly units: Uint16Array;
  readonly rank: DivisionRank;
}

let names: Map<number, Name[]> | undefined;
/** 1 where a name begins with the unit. */
const starts = new Uint8Array(65_536);

const suffix =
  /(?:特别行政区|(?:[蒙回维藏壮满苗土侗瑶彝傣黎白][古吾尔]?[族尔]?|[一-龥]{1,4}族)*自治[区州县旗]|地区|新区|[省市区县旗盟林])$/;

function readNames(): Map<number, Name[]> {
  const table = new Map<number, Name[]>();
  const known = new Set<string>();
  const add = (name: string, rank: DivisionRank): void => {
    if (name.length < 2 || known.has(name)) return;
    known.add(name);
    const units = Uint16Array.from(name, (character) => character.charCodeAt(0));
    const key = units[0]! * 65_536 + units[1]!;
    starts[units[0]!] = 1;
    table.set(key, [...(table.get(key) ?? []), { units, rank }]);
  };
  const lists = [
    [provinceNames, 'province', 'province'],
    [cityNames, 'city', 'city'],
    [countyNames, 'county', 'shortCounty'],
  ] as const;
  for (const [list, rank] of lists) for (const name of list.split(' ')) add(name, rank);
  for (const [list, , short] of lists)
    for (const name of list.split(' ')) add(name.replace(suffix, ''), short);
  for (const list of table.values()) list.sort((a, b) => b.units.length - a.units.length);
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
  const list = names.get(view.at(start) * 65_536 + view.at(start + 1));
  if (list === undefined) return undefined;
  for (const { units, rank } of list) {
    let index = 2;
    while (index < units.length && view.at(start + index) === units[index]) index += 1;
    if (index === units.length) return { end: start + units.length, rank };
  }
  return undefined;
}
