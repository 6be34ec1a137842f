/**
 * Work over all rows of a table, in batches, that can be stopped and taken up again.
 *
 * @module
 */
import { encryptError } from '../errors.ts';
import type { RowChange, RowStore, StoredRow, WorkState } from './row-store.ts';

/** A cell that could not be worked on. It has been left as it was. */
export interface RowFailure {
  readonly id: string;
  readonly column: string;
  /** Code of the error; never its text. */
  readonly code: string;
}

/** How far the work is, after each batch. */
export interface WorkProgress {
  /** Rows read in this run. */
  readonly rows: number;
  /** Rows changed in this run. */
  readonly changed: number;
  /** Cells that could not be worked on in this run. */
  readonly failures: readonly RowFailure[];
  /** Id of the last row done. */
  readonly cursor: string | undefined;
  readonly done: boolean;
}

/** Options of {@link runOverRows}. */
export interface WorkOptions {
  /** Rows a transaction; 500 unless given. */
  readonly batchRows?: number;
  /** At most so many rows a second on average; no limit unless given. */
  readonly maxRowsPerSecond?: number;
  /** Ends the work after the current batch. */
  readonly signal?: AbortSignal;
  /** Called after each batch. */
  readonly onProgress?: (progress: WorkProgress) => void;
  /** Waits; the platform's timer unless given. */
  readonly sleep?: (ms: number) => Promise<void>;
  /**
   * What to do with a cell that cannot be opened: `stop` (unless given) ends the work before its batch is written,
   * `skip` leaves the cell as it is, reports it and goes on.
   */
  readonly onFailure?: 'stop' | 'skip';
}

/** What is to be done with a row: new values of cells, or failures. Must not do I/O. */
export type RowWork = (row: StoredRow) => {
  readonly to: Readonly<Record<string, string | null>>;
  readonly failures: readonly RowFailure[];
};

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** How often a row that changes under the work's hands is read again. */
const maxAttempts = 10;

class Worker {
  readonly #store: RowStore;
  readonly #work: RowWork;
  readonly #failures: RowFailure[] = [];
  readonly #stopOnFailure: boolean;
  rows = 0;
  changed = 0;

  constructor(store: RowStore, work: RowWork, stopOnFailure: boolean) {
    this.#store = store;
    this.#work = work;
    this.#stopOnFailure = stopOnFailure;
  }

  async batch(rows: readonly StoredRow[], state: WorkState): Promise<void> {
    let changes = this.#changes(rows);
    let missed = await this.#store.commit(changes, state);
    this.changed += changes.length - missed.length;
    for (let attempt = 1; missed.length > 0; attempt += 1) {
      if (attempt >= maxAttempts) {
        throw encryptError('ERR_ENCRYPT_ROTATION', 'Rows change faster than they can be renewed', {
          hint: 'Run the work again, with smaller batches.',
          details: { rows: missed.length },
        });
      }
      const again = await Promise.all(missed.map((id) => this.#store.readOne(id)));
      changes = this.#changes(again.filter((row) => row !== undefined));
      missed = await this.#store.commit(changes, state);
      this.changed += changes.length - missed.length;
    }
    this.rows += rows.length;
  }

  progress({ cursor, done }: WorkState): WorkProgress {
    const { rows, changed } = this;
    return { rows, changed, failures: [...this.#failures], cursor, done };
  }

  #changes(rows: readonly StoredRow[]): RowChange[] {
    const changes: RowChange[] = [];
    for (const row of rows) {
      const { to, failures } = this.#work(row);
      this.#failures.push(...failures);
      const [first] = failures;
      if (first !== undefined && this.#stopOnFailure) {
        throw encryptError('ERR_ENCRYPT_ROTATION', 'A cell cannot be opened', {
          hint: 'Find out why before any key is retired; onFailure: skip reports all such cells.',
          details: { row: first.id, column: first.column, reason: first.code },
        });
      }
      if (Object.keys(to).length > 0) changes.push({ id: row.id, from: row.cells, to });
    }
    return changes;
  }
}

/**
 * Does a work with every row of a store, batch by batch, from where the last run stopped. Each batch and the state are
 * written in one transaction, so that a run that ends at any moment, by itself or by force, leaves every row either as
 * it was or done, and the next run goes on. Rows that somebody else changes meanwhile are read again.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_ROTATION` where a cell cannot be opened and `onFailure` is `stop`; what the
 * store throws is passed on.
 *
 * @example
 * ```ts
 * import { createMemoryRowStore, runOverRows } from '@yushu/encrypt/rotation';
 *
 * const store = createMemoryRowStore([{ id: '1', cells: { city: ' Hangzhou ' } }]);
 * const work = ({ cells }: { cells: Readonly<Record<string, string | null>> }) => ({
 *   to: { city: cells['city']?.trim() ?? null },
 *   failures: [],
 * });
 * console.log((await runOverRows(store, work)).changed); // 1
 * ```
 */
export async function runOverRows(
  store: RowStore,
  work: RowWork,
  options: WorkOptions = {},
): Promise<WorkProgress> {
  const { batchRows = 500, maxRowsPerSecond, signal, onProgress, sleep = pause } = options;
  if (!Number.isInteger(batchRows) || batchRows < 1) {
    throw encryptError('ERR_ENCRYPT_OPTIONS', 'batchRows must be a whole number from 1');
  }
  const worker = new Worker(store, work, options.onFailure !== 'skip');
  let state = await store.loadState();
  while (!state.done && signal?.aborted !== true) {
    const rows = await store.read(state.cursor, batchRows);
    state = { cursor: rows.at(-1)?.id ?? state.cursor, done: rows.length < batchRows };
    await worker.batch(rows, state);
    onProgress?.(worker.progress(state));
    if (maxRowsPerSecond !== undefined && !state.done) {
      await sleep((rows.length / maxRowsPerSecond) * 1000);
    }
  }
  return worker.progress(state);
}
