/**
 * Blind indexes for rows that were there before them.
 *
 * @module
 */
import { type FieldContext, isDataSecurityError } from '@yushu/core';
import { encryptError } from '../errors.ts';
import type { FieldCipher } from '../field/create-field-cipher.ts';
import type { RowStore, StoredRow } from '../rotation/row-store.ts';
import {
  type RowFailure,
  type RowWork,
  runOverRows,
  type WorkOptions,
  type WorkProgress,
} from '../rotation/run-over-rows.ts';
import type { BlindIndex } from './blind-index.ts';

/** A column of tokens to fill. */
export interface IndexColumn {
  /** The column with the sealed value. */
  readonly from: string;
  /** The column for its tokens, separated by spaces. */
  readonly to: string;
  readonly index: BlindIndex;
}

/** Options of {@link backFillIndexes}. */
export interface BackFillOptions extends WorkOptions {
  readonly columns: readonly IndexColumn[];
  /** The context of a cell. Must be the one that it was sealed with. */
  readonly contextOf: (row: StoredRow, column: string) => FieldContext;
}

/**
 * Fills columns of tokens from sealed columns. First let the program write the new tokens with every row that it saves
 * (the old ones beside them, if there are any); then run this; then search by the new ones only. The columns read and
 * written must both be columns of the store.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_ROTATION` where a cell cannot be opened and `onFailure` is `stop`.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher, createPrf, generateKeyset } from '@yushu/encrypt';
 * import { createMemoryRowStore } from '@yushu/encrypt/rotation';
 * import { backFillIndexes, createBlindIndex } from '@yushu/encrypt/search';
 *
 * const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
 * const contextOf = (row: { id: string }, column: string) => ({ column, row: row.id });
 * const phone = cipher.seal('13800138000', { column: 'phone', row: '1' });
 * const store = createMemoryRowStore([{ id: '1', cells: { phone, phone_index: null } }]);
 * const prf = createPrf(generateKeyset('HMAC_SHA256_PRF'));
 * const index = createBlindIndex({ prf, name: 'phone', bits: 24 });
 * const columns = [{ from: 'phone', to: 'phone_index', index }];
 * console.log((await backFillIndexes(store, cipher, { columns, contextOf })).changed); // 1
 * ```
 */
export async function backFillIndexes(
  store: RowStore,
  cipher: FieldCipher,
  options: BackFillOptions,
): Promise<WorkProgress> {
  const { columns, contextOf } = options;
  const work: RowWork = (row) => {
    const to: Record<string, string | null> = {};
    const failures: RowFailure[] = [];
    for (const { from, to: target, index } of columns) {
      const cell = row.cells[from] ?? null;
      try {
        const tokens =
          cell === null ? null : tokensOfCell(cipher, cell, contextOf(row, from), index);
        if (tokens !== (row.cells[target] ?? null)) to[target] = tokens;
      } catch (error) {
        if (!isDataSecurityError(error)) throw error;
        failures.push({ id: row.id, column: from, code: error.code });
      }
    }
    return { to, failures };
  };
  return runOverRows(store, work, options);
}

function tokensOfCell(
  cipher: FieldCipher,
  cell: string,
  context: FieldContext,
  index: BlindIndex,
): string {
  const value = cipher.open(cell, context);
  if (typeof value === 'object') {
    throw encryptError('ERR_ENCRYPT_VALUE', 'Only texts, numbers and booleans can be indexed');
  }
  return index.tokensOf(String(value)).join(' ');
}
