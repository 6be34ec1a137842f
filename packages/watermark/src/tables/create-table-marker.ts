import { RecipientCodes } from '../code/recipient-codes.ts';
import { deriveReleaseKey, expandReleaseKey } from '../keys/release-keys.ts';
import { type Cell, textOf } from '../marks/column-reader.ts';
import { RowMarks } from '../marks/row-marks.ts';
import { watermarkError } from '../watermark-error.ts';
import { createConstraintCheck } from './check-constraints.ts';
import { checkRecipient } from './check-recipient.ts';
import { checkRecord } from './check-record.ts';
import { checkRows } from './check-rows.ts';
import { MeanKeeper } from './mean-keeper.ts';
import type { ReleaseRecord } from './release-record.ts';

/** Options of {@link createTableMarker}. */
export interface TableMarkerOptions {
  /** What {@link planRelease} made. */
  readonly record: ReleaseRecord;
  /** The owner's key, 32 bytes. */
  readonly key: Uint8Array;
  /** Who gets this copy: any text of 1 to 256 characters. */
  readonly recipient: string;
  /** A rule of your own: a mark that makes a row fail it is not made. */
  readonly accepts?: (row: readonly Cell[]) => boolean;
}

/** What was done to a table. */
export interface MarkingSummary {
  readonly rows: number;
  readonly cells: number;
  /** Bits of the code that cells tell, whether these had to be changed for it or not; a tracer counts the same, but each only once. */
  readonly marks: number;
  readonly changedCells: number;
  /** Changed cells by column. */
  readonly changedByColumn: Readonly<Record<string, number>>;
  /** Cells that were left as they are because a row would break a rule, a mean would drift, or more would change than the budget allows. */
  readonly leftOut: number;
}

/** Marks the rows of one copy as they come. */
export interface TableMarker {
  /**
   * Marks a batch of rows, of any number, and gives new rows where something changed. Batches of about a thousand are fastest.
   *
   * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` for a row that is no list of cells, or has more of them than there are columns.
   */
  mark(rows: readonly (readonly Cell[])[]): (readonly Cell[])[];
  /** What was done so far. */
  summary(): MarkingSummary;
}

/** A mark that a row is to carry. */
interface PendingMark {
  readonly column: number;
  wanted: number;
  readonly symbol: number;
  /** How many more slots want 1 than 0. */
  balance: number;
}

/** How far the table is taken to be read. */
const aheadOf = (seen: number, planned: number, burst: number) =>
  Math.max(seen, Math.min(planned, seen + burst));

function namesOf(record: ReleaseRecord): string[] {
  checkRecord(record);
  return record.columns.map(({ name }) => name);
}

/** The text in the kind of value that the cell was. */
function likeCell(text: string, cell: Cell): Cell {
  if (typeof cell === 'number') return Number(text);
  if (typeof cell === 'bigint') return BigInt(text);
  if (cell instanceof Date) return new Date(text);
  return typeof cell === 'object' && cell !== null ? (JSON.parse(text) as object) : text;
}

/**
 * Makes a marker for one recipient's copy of a table. Rows may come in any order and in any batches: the result is the same, row by
 * row, but for marks that a rule or a mean held back.
 *
 * @param header Names of the columns as the rows have them, if not those of the record in their order.
 * @throws {DataSecurityError} `ERR_WATERMARK_SCHEMA` where the header lacks a column of the record; `ERR_WATERMARK_KEY` for a key
 * of another length; `ERR_WATERMARK_RECORD` for what is no release record; `ERR_WATERMARK_OPTIONS` for a recipient that is no text of
 * 1 to 256 characters.
 *
 * @example
 * ```ts
 * import { createTableMarker, planRelease } from '@yushu/watermark';
 *
 * const key = new Uint8Array(32).fill(1);
 * const rows = Array.from({ length: 500 }, (_, i) => [`city ${i % 7}`, ((i * 7919) % 99991) / 10]);
 * const record = planRelease({ key, columns: ['city', 'amount'], rows });
 * const marker = createTableMarker({ record, key, recipient: 'acme' });
 * const copy = marker.mark(rows);
 * console.log(copy.length, marker.summary().changedCells > 0); // 500 true
 * ```
 */
export function createTableMarker(
  { record, key, recipient, accepts }: TableMarkerOptions,
  header: readonly string[] = namesOf(record),
): TableMarker {
  checkRecord(record);
  checkRecipient(recipient);
  const places = record.columns.map(({ name }) => header.indexOf(name));
  const missing = record.columns.filter((_, index) => places[index]! < 0);
  if (missing.length > 0) {
    throw watermarkError(
      'ERR_WATERMARK_SCHEMA',
      'The table lacks columns of the release record',
      'Mark the table that the release was planned for, or plan a new release.',
      { missing: missing.map(({ name }) => name) },
    );
  }
  const keys = expandReleaseKey(deriveReleaseKey(key, record.release));
  const code = new RecipientCodes(keys.code, record.codeLength, record.colluders).codeOf(recipient);
  const marks = new RowMarks(record, keys, places);
  const keeps = createConstraintCheck(record.constraints, header, accepts);
  const keepers = record.columns.map(({ carrier, magnitude = 0 }) =>
    carrier?.kind === 'number'
      ? new MeanKeeper(record.meanTolerance, magnitude * record.rows)
      : undefined,
  );
  const means = keepers.flatMap((keeper, column) =>
    keeper === undefined ? [] : [{ keeper, place: places[column]! }],
  );
  const changed = record.columns.map(() => 0);
  const counts = { rows: 0, cells: 0, marks: 0, changed: 0, leftOut: 0 };

  const planned = record.rows * header.length;
  // Marks do not come evenly: as many as chance brings together may change ahead of their rows, but never more than in all of them.
  const burst = Math.sqrt(planned / record.budget);

  const applyMark = (row: readonly Cell[], { column, wanted, symbol }: PendingMark) => {
    if (wanted === symbol) return row;
    // What was chosen is not changed.
    if (record.columns[column]!.carrier!.kind === 'choice') return row;
    const place = places[column]!;
    const cell = row[place];
    const text = textOf(cell);
    const flipped = marks.readers[column]!.carrier!.write(text, wanted);
    const after = row.slice();
    after[place] = likeCell(flipped, cell);
    const keeper = keepers[column];
    const drift = keeper === undefined ? 0 : Number(flipped) - Number(text);
    const isDear = counts.changed + 1 > record.budget * aheadOf(counts.cells, planned, burst);
    if (isDear || keeper?.allows(drift) === false || !keeps(after, row)) {
      counts.leftOut += 1;
      return row;
    }
    keeper?.add(drift);
    changed[column]! += 1;
    counts.changed += 1;
    return after;
  };

  const mark = (rows: readonly (readonly Cell[])[]): (readonly Cell[])[] => {
    checkRows(rows, header.length, counts.rows);
    const byRow = new Array<PendingMark[] | undefined>(rows.length);
    marks.visit(rows, ({ row, column, depth, positions, signs, symbol }) => {
      counts.marks += depth;
      let wanted = 0;
      for (let bit = 0; bit < depth; bit += 1)
        wanted |= (code[positions[bit]!]! ^ signs[bit]!) << bit;
      const own = byRow[row];
      const known = own?.find((one) => one.column === column);
      if (known !== undefined) {
        // Several slots may want the cell: that is done which most of them want, or the first.
        if (depth > 1) return;
        known.balance += 2 * wanted - 1;
        if (known.balance !== 0) known.wanted = known.balance > 0 ? 1 : 0;
        return;
      }
      const mark: PendingMark = { column, wanted, symbol, balance: 2 * wanted - 1 };
      if (own === undefined) byRow[row] = [mark];
      else own.push(mark);
    });
    // Row by row, so that what is held back does not depend on where batches begin.
    return rows.map((row, at) => {
      counts.rows += 1;
      counts.cells += header.length;
      for (const { keeper, place } of means) keeper.see(Number(row[place]));
      const own = byRow[at];
      return own === undefined ? row : own.reduce(applyMark, row);
    });
  };
  return {
    mark,
    summary: () => ({
      rows: counts.rows,
      cells: counts.cells,
      marks: counts.marks,
      leftOut: counts.leftOut,
      changedCells: counts.changed,
      changedByColumn: Object.fromEntries(
        record.columns.flatMap(({ name }, index) =>
          changed[index]! > 0 ? [[name, changed[index]!]] : [],
        ),
      ),
    }),
  };
}
