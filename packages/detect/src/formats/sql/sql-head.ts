import type { SqlDialect } from './sql-dialect.ts';
import { SqlTokens } from './sql-tokens.ts';

/** A table and its columns, as the head of a statement names them. */
export interface SqlHead {
  /** Without schema and quotes, in lower case. */
  readonly table: string;
  /** `undefined` where the statement names none. */
  readonly columns: readonly string[] | undefined;
}

/** What stands in `CREATE TABLE` in place of a column. */
const constraint = /^(?:primary|unique|constraint|foreign|check|exclude|like)$/i;

/** The same in MySQL. Elsewhere `key` and `index` can name columns. */
const mysqlConstraint = /^(?:key|index|fulltext|spatial)$/i;

/** Columns beyond this many are not remembered. */
const maxColumns = 4096;

function readName(tokens: SqlTokens): string {
  const { kind, quote, text } = tokens;
  if (kind !== 'name' && kind !== 'string') return text;
  return text.slice(1, -1).replaceAll(quote + quote, quote);
}

function isName(tokens: SqlTokens): boolean {
  return tokens.kind === 'word' || tokens.kind === 'name' || tokens.kind === 'string';
}

/** Reads `schema.table` and gives its last part; the tokens then stand behind it. */
function readTable(tokens: SqlTokens): string {
  let table = '';
  while (isName(tokens)) {
    table = readName(tokens);
    tokens.next();
    if (tokens.text !== '.') break;
    tokens.next();
  }
  return table.toLowerCase();
}

/** Reads `(a, b, c)`; the tokens then stand behind it. */
function readNames(tokens: SqlTokens): string[] {
  const names: string[] = [];
  for (tokens.next(); tokens.kind !== 'end' && tokens.text !== ')'; tokens.next()) {
    if (isName(tokens) && names.length < maxColumns) names.push(readName(tokens));
  }
  tokens.next();
  return names;
}

function skipTo(tokens: SqlTokens, words: readonly string[]): boolean {
  while (tokens.next() !== 'end') {
    if (tokens.kind === 'word' && words.includes(tokens.text.toLowerCase())) return true;
  }
  return false;
}

/** The head of `INSERT INTO t (a, b) VALUES`, with the tokens standing at the parenthesis of the first row. */
export function readInsertHead(tokens: SqlTokens): SqlHead | undefined {
  if (!skipTo(tokens, ['into'])) return undefined;
  tokens.next();
  const table = readTable(tokens);
  let columns: string[] | undefined;
  for (;;) {
    if (tokens.kind === 'end') return undefined;
    if (tokens.kind === 'word' && /^values?$/i.test(tokens.text)) {
      tokens.next();
      if (tokens.text === '(' || /^row$/i.test(tokens.text)) return { table, columns };
    } else if (tokens.text === '(') columns = readNames(tokens);
    else tokens.next();
  }
}

/** The head of `COPY t (a, b) FROM stdin`. `isText` is false for formats other than PostgreSQL's own. */
export function readCopyHead(raw: string): (SqlHead & { readonly isText: boolean }) | undefined {
  const tokens = new SqlTokens(raw, 'standard');
  if (!skipTo(tokens, ['copy'])) return undefined;
  tokens.next();
  const table = readTable(tokens);
  const columns = tokens.text === '(' ? readNames(tokens) : undefined;
  const isText = skipTo(tokens, ['stdin']) && (tokens.next() === 'end' || tokens.text === ';');
  return { table, columns, isText };
}

/** The columns of `CREATE TABLE`, where the statement is one. */
export function readCreateTable(raw: string, dialect: SqlDialect | undefined): SqlHead | undefined {
  const tokens = new SqlTokens(raw, dialect);
  tokens.next();
  if (tokens.text.toLowerCase() !== 'create' || !skipTo(tokens, ['table'])) return undefined;
  tokens.next();
  while (tokens.kind === 'word' && /^(?:if|not|exists)$/i.test(tokens.text)) tokens.next();
  const table = readTable(tokens);
  if (tokens.text !== '(') return undefined;
  const columns: string[] = [];
  let depth = 1;
  let isFirst = true;
  while (depth > 0 && tokens.next() !== 'end') {
    const { kind, text } = tokens;
    if (kind === 'sign') {
      if (text === '(') depth += 1;
      else if (text === ')') depth -= 1;
      else if (text === ',' && depth === 1) isFirst = true;
      continue;
    }
    if (isFirst && depth === 1 && isName(tokens)) {
      const isConstraint =
        kind === 'word' &&
        (constraint.test(text) || (dialect !== 'standard' && mysqlConstraint.test(text)));
      if (!isConstraint && columns.length < maxColumns) columns.push(readName(tokens));
    }
    isFirst = false;
  }
  return { table, columns };
}
