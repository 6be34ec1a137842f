/**
 * A whole table under the key that seals now.
 *
 * @module
 */
import { type FieldContext, isDataSecurityError } from '@yushu/core';
import type { FieldCipher } from '../field/create-field-cipher.ts';
import { sealedKeyId } from '../field/sealed-key-id.ts';
import { isSealedText } from '../field/text-form.ts';
import { renewField } from './renew-field.ts';
import type { RowStore, StoredRow } from './row-store.ts';
import {
  type RowFailure,
  type RowWork,
  runOverRows,
  type WorkOptions,
  type WorkProgress,
} from './run-over-rows.ts';

/** Options of {@link renewRows}. */
export interface RenewOptions extends WorkOptions {
  /** The context of a cell. Must be the one that it was sealed with. */
  readonly contextOf: (row: StoredRow, column: string) => FieldContext;
  /**
   * Seal cells that are plain text. Without it they are failures, since a cell that is plain where it should be sealed is
   * one that somebody has put there. Texts that look sealed and do not open are always failures.
   */
  readonly acceptPlaintext?: boolean;
}

function codeOf(error: unknown): string {
  if (!isDataSecurityError(error)) throw error;
  return error.code;
}

/**
 * Re-encrypts every sealed cell of a table that is not under the primary key. While it runs, rows under old and new keys
 * stand side by side and all can be read, since the keyset holds both keys. Take the old key away only when
 * {@link surveyKeys} no longer finds it.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_ROTATION` where a cell cannot be opened and `onFailure` is `stop`.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher, generateKeyset, rotateKeyset } from '@yushu/encrypt';
 * import { createMemoryRowStore, renewRows } from '@yushu/encrypt/rotation';
 *
 * const contextOf = (row: { id: string }, column: string) => ({ table: 't', column, row: row.id });
 * const old = generateKeyset('AES256_GCM');
 * const sealed = createFieldCipher(createAead(old)).seal('x', contextOf({ id: '1' }, 'phone'));
 * const store = createMemoryRowStore([{ id: '1', cells: { phone: sealed } }]);
 * const cipher = createFieldCipher(createAead(rotateKeyset(old, 'AES256_GCM')));
 * console.log((await renewRows(store, cipher, { contextOf })).changed); // 1
 * ```
 */
export async function renewRows(
  store: RowStore,
  cipher: FieldCipher,
  options: RenewOptions,
): Promise<WorkProgress> {
  const { contextOf, acceptPlaintext = false } = options;
  const work: RowWork = (row) => {
    const to: Record<string, string> = {};
    const failures: RowFailure[] = [];
    for (const [column, cell] of Object.entries(row.cells)) {
      if (cell === null) continue;
      try {
        const context = contextOf(row, column);
        if (acceptPlaintext && !isSealedText(cell)) to[column] = cipher.seal(cell, context);
        else {
          const { renewed } = renewField(cipher, cell, context);
          if (renewed !== undefined) to[column] = renewed;
        }
      } catch (error) {
        failures.push({ id: row.id, column, code: codeOf(error) });
      }
    }
    return { to, failures };
  };
  return runOverRows(store, work, options);
}

/**
 * How many cells are under which key, by key id; `plain` counts texts that are not sealed, `unnamed` those whose key has
 * no prefix. Ask this before a key is disabled or destroyed. Reads all rows and changes nothing.
 *
 * @example
 * ```ts
 * import { createMemoryRowStore, surveyKeys } from '@yushu/encrypt/rotation';
 *
 * const store = createMemoryRowStore([{ id: '1', cells: { phone: '13800138000' } }]);
 * console.log(await surveyKeys(store)); // Map(1) { 'plain' => 1 }
 * ```
 */
export async function surveyKeys(store: RowStore, batchRows = 1000): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  let cursor: string | undefined;
  for (;;) {
    const rows = await store.read(cursor, batchRows);
    for (const cell of rows.flatMap((row) => Object.values(row.cells))) {
      if (cell === null) continue;
      const key = isSealedText(cell) ? (sealedKeyId(cell) ?? 'unnamed') : 'plain';
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    if (rows.length < batchRows) return counts;
    cursor = (rows.at(-1) as StoredRow).id;
  }
}
