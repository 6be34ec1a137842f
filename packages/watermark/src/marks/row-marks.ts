/**
 * Which cells of a row carry marks, at which position of the code and with which sign: one block of AES for each row and slot.
 *
 * @module
 */
import { createBlockCipher, type EncryptBlocks, wordsOf } from '../keys/create-block-cipher.ts';
import type { ReleaseKeys } from '../keys/release-keys.ts';
import type { ReleaseRecord } from '../tables/release-record.ts';
import { type Cell, ColumnReader, textOf } from './column-reader.ts';

/** First word of the blocks is the slot; this bit tells them from other uses of the cipher. */
const slotDomain = 0x51000000;

/** What is told of each mark found. */
export interface RowMark {
  /** Index of the row in its batch. */
  row: number;
  /** Index of the column in the release record. */
  column: number;
  /** Position in the code. */
  position: number;
  /** What a code bit is combined with. */
  sign: 0 | 1;
  /** What the cell says now. */
  bit: 0 | 1;
  /** Two words that are equal for equal anchors and values, for counting each once. */
  finger: number;
}

/** Finds marks in batches of rows. */
export class RowMarks {
  readonly readers: readonly ColumnReader[];
  private readonly encrypt: EncryptBlocks;
  private readonly slots: readonly {
    readonly target: number;
    readonly members: readonly number[];
    readonly limit: number;
    readonly index: number;
  }[];
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
      ({ carrier }, index) => new ColumnReader(keys.hash, index, carrier),
    );
    this.choices = record.columns.map(({ carrier }) => carrier?.kind === 'choice');
    this.slots = record.slots
      .map(({ target, anchor, density }, index) => ({
        target,
        members: [...anchor, target],
        limit: density >= 1 ? 2 ** 32 : Math.floor(density * 2 ** 32),
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
    const bits = new Int8Array(width * count);
    for (const column of this.used) {
      const reader = this.readers[column]!;
      const place = this.places[column]!;
      const base = column * count;
      for (let row = 0; row < count; row += 1) {
        const cell = rows[row]![place];
        reader.read(typeof cell === 'string' ? cell : textOf(cell));
        firsts[base + row] = reader.first;
        seconds[base + row] = reader.second;
        bits[base + row] = reader.bit;
      }
    }
    const blocks = new Uint32Array(this.slots.length * count * 4);
    const owners = new Uint32Array(this.slots.length * count);
    const ends: number[] = [];
    let filled = 0;
    for (const { target, members, index } of this.slots) {
      const base = target * count;
      for (let row = 0; row < count; row += 1) {
        if (bits[base + row]! < 0) continue;
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
    const mark: RowMark = { row: 0, column: 0, position: 0, sign: 0, bit: 0, finger: 0 };
    let at = 0;
    for (const [slot, { target, limit }] of this.slots.entries()) {
      const end = ends[slot]!;
      for (; at < end; at += 1) {
        if (drawn[at * 4]! >= limit) continue;
        const place = drawn[at * 4 + 1]!;
        mark.row = owners[at]!;
        mark.column = target;
        mark.position = place & this.mask;
        mark.sign = (place >>> 31) as 0 | 1;
        mark.bit = this.choices[target]
          ? (((place >>> 30) & 1) as 0 | 1)
          : (bits[target * count + mark.row]! as 0 | 1);
        mark.finger = (drawn[at * 4 + 2]! & 0xfffff) * 2 ** 32 + drawn[at * 4 + 3]!;
        onMark(mark);
      }
    }
  }
}
