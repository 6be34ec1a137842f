/**
 * `mysql`: a backslash escapes in every string, and double quotes hold strings. `standard` (PostgreSQL, SQLite): a backslash is a
 * character like any other but in `E'…'`, and double quotes hold names.
 */
export type SqlDialect = 'mysql' | 'standard';

/** So far into a statement the signs are looked for. */
const maxLook = 4096;

const standardSigns =
  /PostgreSQL database dump|standard_conforming_strings|pg_catalog|set search_path|^\s*pragma\s|begin transaction|\bset identity_insert\b/i;
const mysqlSigns = /mysql dump|mariadb dump|engine\s?=|\/\*!\d|set names|lock tables/i;

/** The dialect that a statement gives away, if it does. */
export function recogniseDialect(statement: string): SqlDialect | undefined {
  const head = statement.slice(0, maxLook);
  if (standardSigns.test(head)) return 'standard';
  return mysqlSigns.test(head) ? 'mysql' : undefined;
}
