/**
 * A table of PostgreSQL, MariaDB or MySQL as a store.
 *
 * @module
 */
import { encryptError } from '../errors.ts';
import type { RowChange, RowStore, StoredRow, WorkState } from './row-store.ts';

/** Runs one statement and gives its rows. Parameters stand in it as `$1` (PostgreSQL) or `?` (MariaDB, MySQL). */
export type SqlQuery = (
  sql: string,
  parameters: readonly (string | number | boolean | null)[],
) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** A database, by the driver that is in use already. */
export interface SqlDatabase {
  readonly dialect: 'postgresql' | 'mysql';
  readonly query: SqlQuery;
  /** Runs the statements of a function on one connection between BEGIN and COMMIT, or ROLLBACK where it throws. */
  readonly transaction: <T>(statements: (query: SqlQuery) => Promise<T>) => Promise<T>;
}

/** Options of {@link createSqlRowStore}. */
export interface SqlRowStoreOptions {
  /** Name of the work, under which its state is kept: a new one begins from the first row. */
  readonly work: string;
  readonly table: string;
  /** The column that identifies a row: unique, not null, indexed. */
  readonly idColumn: string;
  /** Columns that the work reads and writes. */
  readonly columns: readonly string[];
  /** Table for states, made if it is not there; `yushu_work` unless given. */
  readonly stateTable?: string;
}

interface Names {
  readonly table: string;
  readonly id: string;
  readonly columns: readonly (readonly [name: string, quoted: string])[];
  readonly state: string;
}

/** A name between the quotes of the dialect; a dot keeps schema and table apart. */
function quoteName(name: string, dialect: SqlDatabase['dialect']): string {
  const quote = dialect === 'mysql' ? '`' : '"';
  const parts = name.split('.');
  if (parts.length > 2 || parts.some((part) => part === '' || part.includes('\0'))) {
    throw encryptError('ERR_ENCRYPT_OPTIONS', 'Not a name of a table or column', {
      details: { length: name.length },
    });
  }
  return parts.map((part) => quote + part.replaceAll(quote, quote + quote) + quote).join('.');
}

/** Statements with `?` for parameters, turned into the dialect's. */
function dialectOf(database: SqlDatabase) {
  const postgresql = database.dialect === 'postgresql';
  return {
    placeholders(sql: string): string {
      let number = 0;
      return postgresql ? sql.replaceAll('?', () => `$${++number}`) : sql;
    },
    /** Equality that holds for two nulls. */
    same: (column: string) => (postgresql ? `${column} IS NOT DISTINCT FROM ?` : `${column} <=> ?`),
    upsert: (names: Names) =>
      `INSERT INTO ${names.state} (work, last_id, done) VALUES (?, ?, ?) ` +
      (postgresql
        ? 'ON CONFLICT (work) DO UPDATE SET last_id = EXCLUDED.last_id, done = EXCLUDED.done'
        : 'ON DUPLICATE KEY UPDATE last_id = VALUES(last_id), done = VALUES(done)'),
  };
}

class SqlRowStore implements RowStore {
  readonly #database: SqlDatabase;
  readonly #names: Names;
  readonly #work: string;
  readonly #dialect: ReturnType<typeof dialectOf>;
  #ready = false;

  constructor(database: SqlDatabase, names: Names, work: string) {
    this.#database = database;
    this.#names = names;
    this.#work = work;
    this.#dialect = dialectOf(database);
  }

  async loadState(): Promise<WorkState> {
    const { state } = this.#names;
    if (!this.#ready) {
      await this.#database.query(
        `CREATE TABLE IF NOT EXISTS ${state} (work VARCHAR(190) PRIMARY KEY, last_id VARCHAR(190), done BOOLEAN NOT NULL)`,
        [],
      );
      this.#ready = true;
    }
    const rows = await this.#run(
      this.#database.query,
      `SELECT last_id, done FROM ${state} WHERE work = ?`,
      [this.#work],
    );
    const cursor = rows[0]?.['last_id'];
    return {
      cursor: cursor === undefined || cursor === null ? undefined : String(cursor),
      done: Boolean(rows[0]?.['done']),
    };
  }

  async read(cursor: string | undefined, limit: number): Promise<StoredRow[]> {
    const { id } = this.#names;
    const after = cursor === undefined ? '' : ` WHERE ${id} > ?`;
    const sql = `${this.#select()}${after} ORDER BY ${id} LIMIT ${Math.trunc(limit)}`;
    const parameters = cursor === undefined ? [] : [cursor];
    return (await this.#run(this.#database.query, sql, parameters)).map((row) => this.#row(row));
  }

  async readOne(id: string): Promise<StoredRow | undefined> {
    const sql = `${this.#select()} WHERE ${this.#names.id} = ?`;
    const [row] = await this.#run(this.#database.query, sql, [id]);
    return row === undefined ? undefined : this.#row(row);
  }

  commit(changes: readonly RowChange[], state: WorkState): Promise<string[]> {
    return this.#database.transaction(async (query) => {
      const missed: string[] = [];
      for (const change of changes) {
        if (!(await this.#change(query, change))) missed.push(change.id);
      }
      if (missed.length > 0) return missed;
      const values = [this.#work, state.cursor ?? null, state.done];
      await this.#run(query, this.#dialect.upsert(this.#names), values);
      return missed;
    });
  }

  /** Locks the row, compares and writes: drivers count changed rows in too many ways to rely on. */
  async #change(query: SqlQuery, { id, from, to }: RowChange): Promise<boolean> {
    const { columns, table, id: idName } = this.#names;
    const quoted = new Map(columns);
    const name = (column: string) => quoted.get(column) as string;
    const same = Object.keys(from).map((column) => this.#dialect.same(name(column)));
    const where = [`${idName} = ?`, ...same].join(' AND ');
    const held = await this.#run(
      query,
      `SELECT 1 AS held FROM ${table} WHERE ${where} FOR UPDATE`,
      [id, ...Object.values(from)],
    );
    if (held.length === 0) return false;
    const sets = Object.keys(to).map((column) => `${name(column)} = ?`);
    await this.#run(query, `UPDATE ${table} SET ${sets.join(', ')} WHERE ${idName} = ?`, [
      ...Object.values(to),
      id,
    ]);
    return true;
  }

  #select(): string {
    const { id, columns, table } = this.#names;
    const cells = columns.map(([, quoted], index) => `${quoted} AS c${index}`);
    return `SELECT ${[`${id} AS row_id`, ...cells].join(', ')} FROM ${table}`;
  }

  #row(row: Readonly<Record<string, unknown>>): StoredRow {
    const cells = this.#names.columns.map(([column], index) => {
      const cell = row[`c${index}`];
      return [column, cell === null || cell === undefined ? null : String(cell)] as const;
    });
    return { id: String(row['row_id']), cells: Object.fromEntries(cells) };
  }

  #run(query: SqlQuery, sql: string, parameters: readonly (string | boolean | null)[]) {
    return query(this.#dialect.placeholders(sql), parameters);
  }
}

/**
 * A table of PostgreSQL, MariaDB or MySQL as a {@link RowStore}. The state of the work is kept in a table beside it and
 * written in the same transaction as the rows.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPTIONS` where a name cannot be one.
 *
 * @example
 * ```ts
 * import { createSqlRowStore, type SqlDatabase } from '@yushu/encrypt/rotation';
 *
 * const database: SqlDatabase = {
 *   dialect: 'postgresql',
 *   query: async () => [], // (sql, parameters) => (await pool.query(sql, [...parameters])).rows
 *   transaction: (statements) => statements(database.query),
 * };
 * const options = { work: 'rotate-2026', table: 'customers', idColumn: 'id', columns: ['phone'] };
 * console.log((await createSqlRowStore(database, options).loadState()).done); // false
 * ```
 */
export function createSqlRowStore(database: SqlDatabase, options: SqlRowStoreOptions): RowStore {
  const quote = (name: string) => quoteName(name, database.dialect);
  const names: Names = {
    table: quote(options.table),
    id: quote(options.idColumn),
    columns: options.columns.map((column) => [column, quote(column)] as const),
    state: quote(options.stateTable ?? 'yushu_work'),
  };
  return new SqlRowStore(database, names, options.work);
}
