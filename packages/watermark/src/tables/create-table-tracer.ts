import type { CodeVotes } from '../code/decoder.ts';
import { RecipientCodes } from '../code/recipient-codes.ts';
import { deriveReleaseKey, expandReleaseKey, type ReleaseKeys } from '../keys/release-keys.ts';
import { type Cell, textOf } from '../marks/column-reader.ts';
import { RowMarks } from '../marks/row-marks.ts';
import { watermarkError } from '../watermark-error.ts';
import { marksForOne } from './capacity.ts';
import { checkFalseAccusation } from './check-false-accusation.ts';
import { checkRecipient } from './check-recipient.ts';
import { checkRecord } from './check-record.ts';
import { checkRows } from './check-rows.ts';
import { readStatistics } from './column-statistics.ts';
import { MarkSet } from './mark-set.ts';
import { type ColumnMatch, matchColumns } from './match-columns.ts';
import { nameRecipients, type RecipientEvidence } from './name-recipients.ts';
import type { ReleaseRecord } from './release-record.ts';
import { sketchColumn } from './sketch-column.ts';

/** Options of {@link createTableTracer}. */
export interface TableTracerOptions {
  /** What {@link planRelease} made when the table was released. */
  readonly record: ReleaseRecord;
  /** The owner's key, 32 bytes; or the release's own, of {@link deriveReleaseKey}, as `{ releaseKey }`. */
  readonly key: Uint8Array | { readonly releaseKey: Uint8Array };
  /** Names of the columns of the table that was found, in the order of its cells. They need not be those of the release. */
  readonly columns: readonly string[];
}

/** Options of {@link TableTracer.trace}. */
export interface TraceOptions {
  /** Ids of all who got a copy, each once. They are read once, so a generator will do for millions. */
  readonly recipients: Iterable<string>;
  /** The probability of naming any innocent recipient, above 0 to 0.1; 1e-9 unless given. */
  readonly falseAccusation?: number;
  /** Codes that nobody has, to compare with, 0 to 100,000; 1,000 unless given. */
  readonly decoys?: number;
  /** Told how many recipients have been scored, now and then. */
  readonly onProgress?: (scored: number) => void;
}

/** What a table says of its source. */
export interface TraceResult {
  /** `named`: at least one recipient. `no-one`: the evidence points to none of them, or is too short. */
  readonly verdict: 'named' | 'no-one';
  /** Why, in one sentence. */
  readonly reason: string;
  /** Who is named, strongest evidence first. Empty for `no-one`. */
  readonly named: readonly RecipientEvidence[];
  /** The strongest evidence, up to ten recipients. Below the bound it accuses nobody. */
  readonly strongest: readonly RecipientEvidence[];
  /** Different marks that were read. */
  readonly marks: number;
  /** Of these, how many would agree with an innocent's copy, on average. */
  readonly marksAgreeingByChance: number;
  /** Marks that one recipient's naming takes, were all of them intact. */
  readonly marksNeeded: number;
  readonly rows: number;
  readonly recipients: number;
  readonly decoys: number;
  readonly falseAccusation: number;
  /** Which columns were found, and how. */
  readonly columns: readonly ColumnMatch[];
  /** Id of the release. */
  readonly release: string;
}

/** Reads the marks of a table as its rows come. */
export interface TableTracer {
  /**
   * Takes rows, in any order and any batches.
   *
   * @throws {DataSecurityError} `ERR_WATERMARK_INPUT` for a row that is no list of cells, or has too many; `ERR_WATERMARK_SCHEMA` where
   * no column that carries marks can be found.
   */
  read(rows: readonly (readonly Cell[])[]): void;
  /**
   * Says who the table was given to, by the rows so far. May be asked again with other recipients.
   *
   * @throws {DataSecurityError} `ERR_WATERMARK_SCHEMA` where no column that carries marks can be found; `ERR_WATERMARK_INPUT` where there
   * are no rows; `ERR_WATERMARK_OPTIONS` for options out of range.
   */
  trace(options: TraceOptions): TraceResult;
}

/** Columns are known by the first rows. */
const rowsToMatch = 5000;
/** Further marks than these are not counted: they would add nothing, and memory stays bounded. */
const mostMarks = 1 << 22;
const batchSize = 1024;
const mostDecoys = 100_000;

class Tracer implements TableTracer {
  private readonly record: ReleaseRecord;
  private readonly keys: ReleaseKeys;
  private readonly columns: readonly string[];
  private readonly codes: RecipientCodes;
  private readonly seen = new MarkSet(mostMarks);
  /** For each column of the record. */
  private readonly votes: readonly CodeVotes[];
  private waiting: (readonly Cell[])[] = [];
  private marks: RowMarks | undefined;
  private matches: readonly ColumnMatch[] = [];
  private rows = 0;
  private bits = 0;

  constructor(record: ReleaseRecord, releaseKey: Uint8Array, columns: readonly string[]) {
    this.record = record;
    this.keys = expandReleaseKey(releaseKey);
    this.columns = columns;
    this.codes = new RecipientCodes(this.keys.code, record.codeLength, record.colluders);
    this.votes = record.columns.map(({ carrier }) => {
      const length = carrier === undefined ? 0 : record.codeLength;
      return { zeros: new Uint32Array(length), ones: new Uint32Array(length) };
    });
  }

  read(rows: readonly (readonly Cell[])[]): void {
    checkRows(rows, this.columns.length, this.rows);
    this.rows += rows.length;
    if (this.marks !== undefined) {
      this.count(rows);
      return;
    }
    for (const row of rows) this.waiting.push(row);
    if (this.waiting.length >= rowsToMatch) this.match();
  }

  private match(): RowMarks {
    const sketches = this.columns.map((_, column) =>
      sketchColumn(
        this.keys.sketch,
        readStatistics(this.waiting.map((row) => textOf(row[column]))),
      ),
    );
    this.matches = matchColumns(this.record.columns, this.columns, sketches);
    const marks = new RowMarks(
      this.record,
      this.keys,
      this.matches.map(({ place }) => place),
    );
    if (marks.slotCount === 0) {
      throw watermarkError(
        'ERR_WATERMARK_SCHEMA',
        'None of the columns that carry marks was found in this table',
        'Either it is another table, or every marked column was dropped or rewritten. Look at the release record’s columns.',
        { found: this.matches.filter(({ place }) => place >= 0).map(({ column }) => column) },
      );
    }
    this.marks = marks;
    const { waiting } = this;
    this.waiting = [];
    this.count(waiting);
    return marks;
  }

  private count(rows: readonly (readonly Cell[])[]): void {
    for (let start = 0; start < rows.length; start += batchSize) {
      this.marks!.visit(
        rows.slice(start, start + batchSize),
        ({ column, depth, positions, signs, symbol, finger }) => {
          // Equal anchors with equal values are one mark however often they occur: copies of a row are no further evidence.
          if (!this.seen.add(finger * 32 + symbol)) return;
          this.bits += depth;
          const { zeros, ones } = this.votes[column]!;
          for (let bit = 0; bit < depth; bit += 1) {
            const voted = ((symbol >>> bit) & 1) ^ signs[bit]! ? ones : zeros;
            voted[positions[bit]!]! += 1;
          }
        },
      );
    }
  }

  trace({
    recipients,
    falseAccusation = 1e-9,
    decoys = 1000,
    onProgress,
  }: TraceOptions): TraceResult {
    checkFalseAccusation(falseAccusation);
    if (typeof recipients === 'string' || !(Symbol.iterator in Object(recipients))) {
      throw watermarkError(
        'ERR_WATERMARK_OPTIONS',
        'recipients must be a list of ids',
        'Give all who got a copy, also where it is one: [id].',
      );
    }
    if (!Number.isInteger(decoys) || decoys < 0 || decoys > mostDecoys) {
      throw watermarkError(
        'ERR_WATERMARK_OPTIONS',
        `decoys must be a whole number from 0 to ${mostDecoys}`,
        'Leave it out for 1,000.',
      );
    }
    if (this.rows === 0) {
      throw watermarkError(
        'ERR_WATERMARK_INPUT',
        'The table has no rows',
        'Give the rows that were found.',
      );
    }
    if (this.marks === undefined) this.match();
    const scores = nameRecipients(
      this.codes,
      this.votes.filter(({ zeros }) => zeros.length > 0),
      checked(recipients),
      falseAccusation,
      decoys,
      onProgress,
    );
    const marksNeeded = marksForOne(this.record, scores.recipients, falseAccusation);
    const { named, strongest } = scores;
    return {
      verdict: named.length > 0 ? 'named' : 'no-one',
      reason: this.explain(named.length, marksNeeded),
      named,
      strongest,
      marks: this.bits,
      marksAgreeingByChance: scores.marksAgreeingByChance,
      marksNeeded,
      rows: this.rows,
      recipients: scores.recipients,
      decoys,
      falseAccusation,
      columns: this.matches,
      release: this.record.release,
    };
  }

  private explain(named: number, marksNeeded: number): string {
    if (named > 0) {
      return `${named === 1 ? 'One recipient’s marks are' : `Marks of ${named} recipients are`} in this table; the probability of naming any innocent is below the one allowed.`;
    }
    if (this.bits < marksNeeded) {
      return `The evidence is too short: ${this.bits} marks were read, and naming one recipient takes ${marksNeeded} intact ones.`;
    }
    return 'The marks of no recipient asked about are in this table: it is unmarked, of another release or key, or was given to somebody else, or its marks are destroyed.';
  }
}

function* checked(recipients: Iterable<string>): Generator<string> {
  for (const recipient of recipients) {
    checkRecipient(recipient);
    yield recipient;
  }
}

/**
 * Makes a tracer for a table that was found: blind, with no original, no primary key, rows and columns in any order and under any names.
 *
 * An accusation rests on this: given what is read from the table, the code of an innocent recipient is as random as it was made, so the
 * distribution of their score is known exactly, and a bound on its tail holds for every table, also for one that somebody forged
 * without the key.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_KEY` for a key of another length, `ERR_WATERMARK_RECORD` for what is no release record.
 *
 * @example
 * ```ts
 * import { createTableMarker, createTableTracer, planRelease } from '@yushu/watermark';
 *
 * const key = new Uint8Array(32).fill(1);
 * const columns = ['city', 'amount'];
 * const rows = Array.from({ length: 3000 }, (_, i) => [`city ${i % 7}`, ((i * 7919) % 99991) / 10]);
 * const record = planRelease({ key, columns, rows });
 * const leaked = createTableMarker({ record, key, recipient: 'acme' }).mark(rows);
 *
 * const tracer = createTableTracer({ record, key, columns: ['a', 'b'] });
 * tracer.read(leaked.slice(0, 1500).reverse());
 * const { named } = tracer.trace({ recipients: ['globex', 'acme', 'initech'] });
 * console.log(named.map(({ recipient }) => recipient)); // [ 'acme' ]
 * ```
 */
export function createTableTracer({ record, key, columns }: TableTracerOptions): TableTracer {
  checkRecord(record);
  const releaseKey =
    key instanceof Uint8Array ? deriveReleaseKey(key, record.release) : key.releaseKey;
  return new Tracer(record, releaseKey, columns);
}
