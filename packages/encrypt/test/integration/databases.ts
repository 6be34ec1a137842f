import type { SqlDatabase, SqlQuery } from '@yushu/encrypt/rotation';
import mysql from 'mysql2/promise';
import pg from 'pg';

/** A real database, and how to let go of it. */
export interface TestDatabase {
  readonly name: 'PostgreSQL' | 'MariaDB';
  readonly database: SqlDatabase;
  /** Ends, at the server, every connection of this pool. */
  killConnections(): Promise<void>;
  close(): Promise<void>;
}

/** Where the databases are; CI says so by environment variables. */
export const postgresUrl =
  process.env['YUSHU_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/test';
export const mariadbUrl = process.env['YUSHU_TEST_MARIADB'] ?? 'mysql://root@127.0.0.1:3306/test';

/** Opens PostgreSQL, or throws. */
export async function openPostgres(): Promise<TestDatabase> {
  const pool = new pg.Pool({
    connectionString: postgresUrl,
    max: 4,
    connectionTimeoutMillis: 3000,
  });
  // A connection that the server ends while it is idle must not end the process.
  pool.on('error', () => {});
  const processes = new Set<number>();
  pool.on('connect', (client) => {
    client.on('error', () => {});
    processes.add((client as unknown as { processID: number }).processID);
  });
  await pool.query('SELECT 1');
  const query: SqlQuery = async (sql, parameters) => (await pool.query(sql, [...parameters])).rows;
  return {
    name: 'PostgreSQL',
    close: () => pool.end(),
    async killConnections() {
      const killer = new pg.Client({ connectionString: postgresUrl });
      await killer.connect();
      await killer.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [
        [...processes],
      ]);
      await killer.end();
    },
    database: {
      dialect: 'postgresql',
      query,
      async transaction(statements) {
        const client = await pool.connect();
        let failure: Error | undefined;
        try {
          await client.query('BEGIN');
          const result = await statements(
            async (sql, parameters) => (await client.query(sql, [...parameters])).rows,
          );
          await client.query('COMMIT');
          return result;
        } catch (error) {
          failure = error as Error;
          await client.query('ROLLBACK').catch(() => {});
          throw error;
        } finally {
          client.release(failure);
        }
      },
    },
  };
}

/** Opens MariaDB, or throws. */
export async function openMariadb(): Promise<TestDatabase> {
  const pool = mysql.createPool({ uri: mariadbUrl, connectionLimit: 4, connectTimeout: 3000 });
  const threads = new Set<number>();
  pool.on('connection', (connection) => void threads.add(connection.threadId));
  await pool.query('SELECT 1');
  const rowsOf = (result: unknown) =>
    Array.isArray(result) ? (result as Record<string, unknown>[]) : [];
  return {
    name: 'MariaDB',
    close: () => pool.end(),
    async killConnections() {
      const killer = await mysql.createConnection(mariadbUrl);
      for (const thread of threads) await killer.query(`KILL ${thread}`).catch(() => {});
      await killer.end();
    },
    database: {
      dialect: 'mysql',
      query: async (sql, parameters) => rowsOf((await pool.query(sql, [...parameters]))[0]),
      async transaction(statements) {
        const connection = await pool.getConnection();
        try {
          await connection.beginTransaction();
          const result = await statements(async (sql, parameters) =>
            rowsOf((await connection.query(sql, [...parameters]))[0]),
          );
          await connection.commit();
          connection.release();
          return result;
        } catch (error) {
          connection.destroy();
          throw error;
        }
      },
    },
  };
}

/**
 * The databases that can be reached. With CI=true all must be; elsewhere a test says which one is missing and is
 * skipped.
 */
export async function reachable(
  open: () => Promise<TestDatabase>,
): Promise<{ readonly there: true } | { readonly there: false; readonly why: string }> {
  try {
    const opened = await open();
    await opened.close();
    return { there: true };
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    const { code, message } = error as { code?: string; message: string };
    return { there: false, why: `not reachable: ${code ?? message}` };
  }
}
