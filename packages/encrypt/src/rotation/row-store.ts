/**
 * The port through which long work over a table reaches it.
 *
 * @module
 */

/** A row as it is stored. */
export interface StoredRow {
  /** Its key, as text: `row` of the context, and what the work goes on from. */
  readonly id: string;
  /** The columns that the work is about; `null` where the row has no value. */
  readonly cells: Readonly<Record<string, string | null>>;
}

/** New values for cells of a row, and the old ones, without which nothing must be written. */
export interface RowChange {
  readonly id: string;
  readonly from: Readonly<Record<string, string | null>>;
  readonly to: Readonly<Record<string, string | null>>;
}

/** How far a work has come. */
export interface WorkState {
  /** Id of the last row that is done; `undefined` before the first. */
  readonly cursor: string | undefined;
  readonly done: boolean;
}

/** A table, for one work over it. */
export interface RowStore {
  /** What the last {@link RowStore.commit} saved, or the beginning. */
  loadState(): Promise<WorkState>;
  /** At most `limit` rows after the cursor, in the order of their ids. */
  read(cursor: string | undefined, limit: number): Promise<readonly StoredRow[]>;
  /**
   * In one transaction: each change, if the row still holds all its `from` values, and the state, if no row held something
   * else. Gives the ids of those that did: they are read again, and committed with the same state.
   */
  commit(changes: readonly RowChange[], state: WorkState): Promise<readonly string[]>;
  /** The row as it is now, or `undefined` if it is gone. */
  readOne(id: string): Promise<StoredRow | undefined>;
}
