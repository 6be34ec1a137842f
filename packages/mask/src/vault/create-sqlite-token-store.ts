import { checkTableName } from './table-name.ts';
import type { TokenEntry, TokenStore } from './token-store.ts';

/** The part of a database that is used: that of `better-sqlite3` and of `node:sqlite`. */
export interface SqliteDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): {
    run(...parameters: string[]): { readonly changes: number | bigint };
    get(...parameters: string[]): unknown;
  };
}

/** Options of the stores in a database. */
export interface TableStoreOptions {
  /** Name of the table, `yushu_tokens` by default; it is made where it is not there. */
  readonly table?: string;
}

/**
 * A token store in an SQLite file: the embedded default. The database comes from `better-sqlite3` or `node:sqlite`, and stays the
 * caller's to close. Several processes may use one file.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS` where the name of the table is none.
 *
 * @example
 * ```ts
 * import { createSqliteTokenStore, type SqliteDatabase } from '@yushu/mask/vault';
 *
 * // new Database('tokens.db') of better-sqlite3, or new DatabaseSync('tokens.db') of node:sqlite
 * const openStore = (database: SqliteDatabase) => createSqliteTokenStore(database);
 * console.log(typeof openStore); // function
 * ```
 */
export function createSqliteTokenStore(
  database: SqliteDatabase,
  options: TableStoreOptions = {},
): TokenStore {
  const table = checkTableName(options.table ?? 'yushu_tokens');
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 5000;' +
      `CREATE TABLE IF NOT EXISTS ${table} (` +
      'fingerprint TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, sealed TEXT NOT NULL) WITHOUT ROWID, STRICT',
  );
  const insert = database.prepare(
    `INSERT INTO ${table} (fingerprint, token, sealed) VALUES (?, ?, ?) ON CONFLICT (fingerprint) DO NOTHING`,
  );
  const columns = 'SELECT token, fingerprint, sealed';
  const byFingerprint = database.prepare(`${columns} FROM ${table} WHERE fingerprint = ?`);
  const byToken = database.prepare(`${columns} FROM ${table} WHERE token = ?`);
  const remove = database.prepare(`DELETE FROM ${table} WHERE token = ?`);
  return {
    async putIfAbsent(entry) {
      for (;;) {
        insert.run(entry.fingerprint, entry.token, entry.sealed);
        const known = byFingerprint.get(entry.fingerprint) as TokenEntry | undefined;
        // Another process may have deleted it in between.
        if (known !== undefined) return { ...known };
      }
    },
    async find(token) {
      const entry = byToken.get(token) as TokenEntry | undefined;
      return entry === undefined ? undefined : { ...entry };
    },
    async delete(token) {
      return Number(remove.run(token).changes) > 0;
    },
  };
}
