import type { TableStoreOptions } from './create-sqlite-token-store.ts';
import { checkTableName } from './table-name.ts';
import type { TokenEntry, TokenStore } from './token-store.ts';

/** The part of a client or pool of `pg` that is used. */
export interface PostgresClient {
  query(sql: string, parameters?: string[]): Promise<{ readonly rows: unknown[] }>;
}

/**
 * A token store in PostgreSQL 9.5 or later. The client or pool stays the caller's to end.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS` where the name of the table is none.
 *
 * @example
 * ```ts
 * import { createPostgresTokenStore, type PostgresClient } from '@yushu/mask/vault';
 *
 * const openStore = (pool: PostgresClient) => createPostgresTokenStore(pool); // new Pool() of pg
 * console.log(typeof openStore); // function
 * ```
 */
export async function createPostgresTokenStore(
  client: PostgresClient,
  options: TableStoreOptions = {},
): Promise<TokenStore> {
  const table = checkTableName(options.table ?? 'yushu_tokens');
  await client.query(
    `CREATE TABLE IF NOT EXISTS ${table} (` +
      'fingerprint text PRIMARY KEY, token text NOT NULL UNIQUE, sealed text NOT NULL)',
  );
  const columns = 'SELECT token, fingerprint, sealed';
  return {
    async putIfAbsent({ fingerprint, token, sealed }) {
      for (;;) {
        // The conflict waits for the other's transaction, so that its row is there to be read.
        const inserted = await client.query(
          `INSERT INTO ${table} (fingerprint, token, sealed) VALUES ($1, $2, $3) ` +
            'ON CONFLICT (fingerprint) DO NOTHING RETURNING token, fingerprint, sealed',
          [fingerprint, token, sealed],
        );
        if (inserted.rows.length > 0) return inserted.rows[0] as TokenEntry;
        const { rows } = await client.query(`${columns} FROM ${table} WHERE fingerprint = $1`, [
          fingerprint,
        ]);
        if (rows.length > 0) return rows[0] as TokenEntry;
      }
    },
    async find(token) {
      const { rows } = await client.query(`${columns} FROM ${table} WHERE token = $1`, [token]);
      return rows[0] as TokenEntry | undefined;
    },
    async delete(token) {
      const { rows } = await client.query(`DELETE FROM ${table} WHERE token = $1 RETURNING token`, [
        token,
      ]);
      return rows.length > 0;
    },
  };
}
