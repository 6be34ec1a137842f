import { DuckDBInstance } from '@duckdb/node-api';

/** Runs SQL in a DuckDB of its own: to write Parquet for tests, and to read what was written. */
export async function runSql(sql: string): Promise<{ types: string[]; rows: unknown[][] }> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    const result = await connection.runAndReadAll(sql);
    return { types: result.columnTypes().map(String), rows: result.getRowsJson() };
  } finally {
    connection.closeSync();
  }
}
