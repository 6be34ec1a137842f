import { basename } from 'node:path';
import { appendPointer } from '@yushu/core';
import { openParquet } from '../tables/parquet-source.ts';
import type { ExtractedPiece } from './extracted-text.ts';

/**
 * The cells of a Parquet file, row by row; their paths are `/<file>/<row>/<column>`, rows from 1.
 *
 * @throws {DataSecurityError} `ERR_CLI_USAGE` where DuckDB is not installed, `ERR_CLI_INPUT` for a damaged file.
 */
export async function* readParquet(path: string): AsyncGenerator<ExtractedPiece[]> {
  const source = await openParquet(path);
  try {
    const table = appendPointer('', basename(path));
    let row = 0;
    for await (const rows of source.batches()) {
      const pieces: ExtractedPiece[] = [];
      for (const values of rows) {
        row += 1;
        const at = appendPointer(table, String(row));
        for (const [index, value] of values.entries()) {
          if (index > 0) pieces.push({ kind: 'text', text: '\t' });
          const name = source.names[index]!;
          const text = value === null ? '' : String(value);
          pieces.push({ kind: 'cell', cell: { text, name, path: appendPointer(at, name) } });
        }
        pieces.push({ kind: 'text', text: '\n' });
      }
      yield pieces;
    }
  } finally {
    source.close();
  }
}
