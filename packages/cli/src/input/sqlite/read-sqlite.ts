import { type FileHandle, open, stat } from 'node:fs/promises';
import { appendPointer } from '@yushu/core';
import type { ExtractedPiece } from '../extracted-text.ts';
import { readColumns } from './column-names.ts';
import { SqliteFormatError, SqlitePages } from './sqlite-pages.ts';
import { walkTable } from './walk-table.ts';

/** So many cells come at once. */
const batchSize = 4096;

/**
 * The cells of all tables of an SQLite database, row by row; their paths are `/<table>/<row>/<column>`. The file is read as it stands:
 * what a log beside it holds, and tables without row numbers, are told and not read.
 */
export async function* readSqlite(
  path: string,
  report: (message: string) => void,
): AsyncGenerator<ExtractedPiece[]> {
  const log = await stat(`${path}-wal`).catch(() => undefined);
  if (log !== undefined && log.size > 0)
    report('changes in the log beside it (-wal) were not read');
  const handle = await open(path, 'r');
  try {
    yield* readTables(handle, report);
  } catch (error) {
    // Numbers of a damaged page lead anywhere.
    const isDamage = error instanceof SqliteFormatError || error instanceof RangeError;
    if (!isDamage) throw error;
    report('the database is damaged');
  } finally {
    await handle.close();
  }
}

async function* readTables(
  handle: FileHandle,
  report: (message: string) => void,
): AsyncGenerator<ExtractedPiece[]> {
  const pages = await SqlitePages.open(handle);
  const tables: { name: string; root: number; sql: string }[] = [];
  for await (const { values } of walkTable(pages, 1)) {
    const [type, name, , root, sql] = values;
    if (type !== 'table' || name == null || sql == null || Number(root) < 1) continue;
    if (!name.startsWith('sqlite_')) tables.push({ name, root: Number(root), sql });
  }
  let unread = 0;
  for (const { name, root, sql } of tables) {
    const columns = readColumns(sql);
    if (columns === undefined) {
      unread += 1;
      continue;
    }
    const table = appendPointer('', name);
    let pieces: ExtractedPiece[] = [];
    for await (const { rowid, values } of walkTable(pages, root)) {
      const row = appendPointer(table, String(rowid));
      for (const [index, column] of columns.entries()) {
        if (index > 0) pieces.push({ kind: 'text', text: '\t' });
        const text = column.isRowid ? String(rowid) : (values[index] ?? '');
        const cell = { text, name: column.name, path: appendPointer(row, column.name) };
        pieces.push({ kind: 'cell', cell });
      }
      pieces.push({ kind: 'text', text: '\n' });
      if (pieces.length >= batchSize) {
        yield pieces;
        pieces = [];
      }
    }
    yield pieces;
  }
  if (unread > 0) report('tables without row numbers (WITHOUT ROWID) were not read');
}
