/**
 * Which cells of a row carry marks, at which positions of the code and with which signs: one block of AES for each row and slot.
 *
 * @module
 */
import { createBlockCipher, type EncryptBlocks, wordsOf } from '../keys/create-block-cipher.ts';
import type { ReleaseKeys } from '../keys/release-keys.ts';
import type { ReleaseRecord } from '../tables/release-record.ts';
import { type Cell, ColumnReader, textOf } from './column-reader.ts';

/** First word of the blocks is the slot; these bits tell them from other uses of the cipher. */
const slotDomain = 0x51000000;
/** The same for the positions of further bits. */
const levelDomain = 0x52000000;
/** Bits of a symbol. */
const mostLevels = 5;

/** What is told of each mark found. */
export interface RowMark {
  /** Index of the row in its batch. */
  row: number;
  /** Index of the column in the release record. */
  column: number;
  /** Bits of the symbol: a position and a sign for each, from the lowest. */
  depth: number;
  /** Positions in the code. */
  readonly positions: number[];
  /** What a code bit is combined with, 0 or 1. */
  readonly signs: number[];
  /** What the cell says now. */
  symbol: number;
  /** Below 2⁴⁸, equal for equal slots and anchors, for counting each once. */
  finger: number;
}

interface Slot {
  readonly target: number;
  readonly members: readonly number[];
  readonly limit: number;
  readonly rarity: number;
  readonly index: number;
}

/** Finds marks in batches of rows. */
export class RowMarks {
  readonly readers: readonly ColumnReader[];
  private readonly encrypt: EncryptBlocks;
  private readonly slots: readonly Slot[];
  private readonly choices: readonly boolean[];
  private readonly used: readonly number[];
  private readonly mask: number;
  private readonly places: readonly number[];

  /**
   * @param places For each column of the record its index in the rows, or -1 where the table has it not.
   */
  constructor(record: ReleaseRecord, keys: ReleaseKeys, places: readonly number[]) {
    this.places = places;
    this.encrypt = createBlockCipher(keys.mark);
    this.mask = record.codeLength - 1;
    this.readers = record.columns.map(
      ({ carrier, frequencies }, index) => new ColumnReader(keys.hash, index, carrier, frequencies),
    );
    this.choices = record.columns.map(({ carrier }) => carrier?.kind === 'choice');
    this.slots = record.slots
      .map(({ target, anchor, density, rarity = 0 }, index) => ({
        target,
        members: [...anchor, target],
        limit: density >= 1 ? 2 ** 32 : Math.floor(density * 2 ** 32),
        rarity,
        index,
      }))
      .filter(({ members }) => members.every((column) => places[column]! >= 0));
    this.used = [...new Set(this.slots.flatMap(({ members }) => members))];
  }

  /** How many slots the columns that are there allow. */
  get slotCount(): number {
    return this.slots.length;
  }

  /** Calls back for every mark in the rows, slot by slot. The object is used again for the next one. */
  visit(rows: readonly (readonly Cell[])[], onMark: (mark: RowMark) => void): void {
    const count = rows.length;
    const width = this.readers.length;
    const firsts = new Float64Array(width * count);
    const seconds = new Float64Array(width * count);
    const rarities = new Float32Array(width * count);
    const symbols = new Int8Array(width * count);
    for (const column of this.used) {
      const reader = this.readers[column]!;
      const place = this.places[column]!;
      const base = column * count;
      for (let row = 0; row < count; row += 1) {
        const cell = rows[row]![place];
        reader.read(typeof cell === 'string' ? cell : textOf(cell));
        firsts[base + row] = reader.first;
        seconds[base + row] = reader.second;
        rarities[base + row] = reader.rarity;
        symbols[base + row] = reader.symbol;
      }
    }
    let blocks = new Uint32Array(count * 8);
    let owners = new Uint32Array(count * 2);
    const ends: number[] = [];
    let filled = 0;
    for (const { target, members, index, rarity } of this.slots) {
      if ((filled + count) * 4 > blocks.length) {
        const wider = new Uint32Array(blocks.length * 2);
        wider.set(blocks);
        blocks = wider;
        const further = new Uint32Array(owners.length * 2);
        further.set(owners);
        owners = further;
      }
      const base = target * count;
      // The last member is the target; a slot that weighs rarity has another before it.
      const others = members.length - 1;
      const one = members[0]! * count;
      for (let row = 0; row < count; row += 1) {
        if (symbols[base + row]! < 0) continue;
        if (rarity > 0) {
          // Most slots have two or three members, and most anchors are too common: this is where the time goes.
          let bits = rarities[base + row]! + rarities[one + row]!;
          for (let at = 1; bits < rarity && at < others; at += 1)
            bits += rarities[members[at]! * count + row]!;
          if (bits < rarity) continue;
        }
        let first = 0;
        let second = 0;
        for (let at = 0; at < members.length; at += 1) {
          first += firsts[members[at]! * count + row]!;
          second += seconds[members[at]! * count + row]!;
        }
        const start = filled * 4;
        blocks[start] = slotDomain | index;
        // Sums of a few words below 2³²: what is above the lowest 32 bits has a place of its own.
        blocks[start + 1] = first;
        blocks[start + 2] = second;
        blocks[start + 3] = Math.floor(first / 2 ** 32) * 2 ** 16 + Math.floor(second / 2 ** 32);
        owners[filled] = row;
        filled += 1;
      }
      ends.push(filled);
    }
    if (filled === 0) return;
    const drawn = wordsOf(this.encrypt(new Uint8Array(blocks.buffer, 0, filled * 16)));
    const mark: RowMark = {
      row: 0,
      column: 0,
      depth: 1,
      positions: new Array<number>(mostLevels).fill(0),
      signs: new Array<number>(mostLevels).fill(0),
      symbol: 0,
      finger: 0,
    };
    let at = 0;
    for (const [slot, { target, limit }] of this.slots.entries()) {
      const end = ends[slot]!;
      const depth = this.readers[target]!.carrier!.depth;
      const further = depth > 1 ? this.drawLevels(blocks, drawn, at, end, limit) : undefined;
      let level = 0;
      for (; at < end; at += 1) {
        if (drawn[at * 4]! >= limit) continue;
        const place = drawn[at * 4 + 1]!;
        mark.row = owners[at]!;
        mark.column = target;
        mark.depth = depth;
        mark.positions[0] = place & this.mask;
        mark.signs[0] = place >>> 31;
        for (let bit = 1; bit < depth; bit += 1) {
          const word = further![level + bit - 1]!;
          mark.positions[bit] = word & this.mask;
          mark.signs[bit] = word >>> 31;
        }
        level += 4;
        mark.symbol = this.choices[target]
          ? (place >>> 30) & 1
          : symbols[target * count + mark.row]!;
        mark.finger = (drawn[at * 4 + 2]! & 0xffff) * 2 ** 32 + drawn[at * 4 + 3]!;
        onMark(mark);
      }
    }
  }

  /** Four further words for each chosen cell of a slot. */
  private drawLevels(
    blocks: Uint32Array,
    drawn: Uint32Array,
    from: number,
    to: number,
    limit: number,
  ): Uint32Array {
    const wanted: number[] = [];
    for (let at = from; at < to; at += 1) {
      if (drawn[at * 4]! >= limit) continue;
      const start = at * 4;
      wanted.push(
        (blocks[start]! & 0xffffff) | levelDomain,
        blocks[start + 1]!,
        blocks[start + 2]!,
        blocks[start + 3]!,
      );
    }
    if (wanted.length === 0) return new Uint32Array(0);
    return wordsOf(this.encrypt(new Uint8Array(Uint32Array.from(wanted).buffer)));
  }
}
