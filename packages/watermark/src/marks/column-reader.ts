import type { ColumnFrequencies } from '../tables/release-record.ts';
import type { CarrierReader } from './carrier-reader.ts';
import type { CarrierSpec } from './carrier-spec.ts';
import { CellHash } from './cell-hash.ts';
import { createCarrier } from './create-carrier.ts';

/** A cell as rows of a program have it. */
export type Cell = string | number | bigint | boolean | Date | null | undefined | object;

/** So many different cells of a column are remembered. */
const mostRemembered = 1 << 15;
/** Longer cells are not remembered. */
const longestRemembered = 64;

/** The text of a cell, as a file would have it. */
export function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString();
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

const plainNumber = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/;

/** What is left of a cell that carries no mark when case, width, blanks around it and the writing of numbers do not count. */
export function normalise(cell: string): string {
  const text = cell.trim();
  if (plainNumber.test(text)) return String(Number(text));
  return text.normalize('NFKC').toLowerCase();
}

/** Reads the cells of one column: their hash, which no mark changes, and the mark. */
export class ColumnReader {
  /** First half of the hash of the last cell read. */
  first = 0;
  /** Second half. */
  second = 0;
  /** The symbol of the last cell read, or -1 where it can carry none. */
  symbol = -1;
  /** How rare the last cell read is: the binary logarithm of one by its share. */
  rarity = 0;
  readonly carrier: CarrierReader | undefined;
  private readonly hash: CellHash;
  private readonly known = new Map<string, number>();
  private readonly firsts: number[] = [];
  private readonly seconds: number[] = [];
  private readonly symbols: number[] = [];
  private readonly rarities: number[] = [];
  private readonly shares: ReadonlyMap<number, number>;
  private readonly rest: number;

  constructor(
    key: Uint8Array,
    column: number,
    spec: CarrierSpec | undefined,
    frequencies?: ColumnFrequencies,
  ) {
    this.shares = new Map(frequencies?.common);
    this.rest = frequencies?.rest ?? 0;
    this.hash = new CellHash(key, column);
    this.carrier = spec === undefined ? undefined : createCarrier(spec);
  }

  read(cell: string): void {
    const at = this.known.get(cell);
    if (at !== undefined) {
      this.first = this.firsts[at]!;
      this.second = this.seconds[at]!;
      this.symbol = this.symbols[at]!;
      this.rarity = this.rarities[at]!;
      return;
    }
    const mark = this.carrier?.read(cell);
    if (mark === undefined) {
      this.symbol = -1;
      this.hash.text(normalise(cell));
    } else {
      this.symbol = mark.symbol;
      if (typeof mark.coarse === 'number') this.hash.number(mark.coarse);
      else this.hash.text(mark.coarse);
    }
    this.first = this.hash.first;
    this.second = this.hash.second;
    this.rarity = this.shares.get(this.first) ?? this.rest;
    if (this.firsts.length < mostRemembered && cell.length <= longestRemembered) {
      this.known.set(cell, this.firsts.length);
      this.firsts.push(this.first);
      this.seconds.push(this.second);
      this.symbols.push(this.symbol);
      this.rarities.push(this.rarity);
    }
  }
}
