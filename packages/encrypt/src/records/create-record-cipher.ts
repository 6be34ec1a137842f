/**
 * Records of a table, some of their columns sealed: what every database library can use.
 *
 * @module
 */
import type { FieldContext } from '@yushu/core';
import { encryptError } from '../errors.ts';
import type { FieldCipher } from '../field/create-field-cipher.ts';
import type { FieldValue } from '../field/field-value.ts';
import { isSealedText } from '../field/text-form.ts';
import type { BlindIndex } from '../search/blind-index.ts';

/** A record as database libraries have it. */
export type DatabaseRecord = Readonly<Record<string, unknown>>;

/** Options of {@link createRecordCipher}. */
export interface RecordCipherOptions {
  readonly cipher: FieldCipher;
  readonly table: string;
  /** The column that identifies a row. Its value must be known before the record is sealed: it is bound to every cell. */
  readonly idColumn: string;
  /** Columns to seal: text columns, wide enough (about 4/3 of the value and 60 characters). */
  readonly columns: readonly string[];
  /** A column that says whose row it is: bound to every cell too. */
  readonly tenantColumn?: string;
  /** Columns of search tokens that are filled when a record is sealed, and which column they are of. */
  readonly indexes?: Readonly<
    Record<string, { readonly from: string; readonly index: BlindIndex }>
  >;
}

/** Seals and opens records. Null and missing columns stay as they are. */
export interface RecordCipher {
  readonly table: string;
  /** The columns that are sealed. */
  readonly columns: readonly string[];
  /**
   * A copy of the record, its columns sealed and its tokens filled in.
   *
   * @throws {DataSecurityError} `ERR_ENCRYPT_CONTEXT` where the id (or tenant) is missing, `ERR_ENCRYPT_VALUE` where a value
   * cannot be sealed without loss.
   */
  seal<T extends object>(record: T): T;
  /**
   * A copy of the record, its columns open and as they were.
   *
   * @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` where a column holds anything that does not open in its place, plain text
   * too; `ERR_ENCRYPT_CONTEXT` where the id (or tenant) was not selected.
   */
  open<T extends object>(record: T): T;
  /** Throws `ERR_ENCRYPT_VALUE` if a sealed column of the record holds a value that is not sealed. */
  refusePlain(record: object): void;
}

function idOf(record: DatabaseRecord, column: string): string {
  const id = record[column];
  if (typeof id === 'string' || typeof id === 'number' || typeof id === 'bigint') return String(id);
  throw encryptError('ERR_ENCRYPT_CONTEXT', 'The record does not say which row it is', {
    hint: 'Give ids before records are sealed (a UUID, for example), and select them with sealed columns.',
    details: { column },
  });
}

/**
 * A cipher for the records of a table. Works with any library: seal what is written, open what is read.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher, generateKeyset } from '@yushu/encrypt';
 * import { createRecordCipher } from '@yushu/encrypt/records';
 *
 * const customers = createRecordCipher({
 *   cipher: createFieldCipher(createAead(generateKeyset('AES256_GCM'))),
 *   table: 'customers',
 *   idColumn: 'id',
 *   columns: ['phone'],
 * });
 * const stored = customers.seal({ id: 42, city: '杭州', phone: '13800138000' }); // { …, phone: 'ysk1.A…' }
 * console.log(customers.open(stored)); // { id: 42, city: '杭州', phone: '13800138000' }
 * ```
 */
export function createRecordCipher(options: RecordCipherOptions): RecordCipher {
  const { cipher, table, idColumn, columns, tenantColumn, indexes = {} } = options;

  function contextOf(record: DatabaseRecord): FieldContext {
    const row = idOf(record, idColumn);
    return tenantColumn === undefined
      ? { table, row }
      : { tenant: idOf(record, tenantColumn), table, row };
  }

  /** The columns of a record that hold something. */
  const held = (record: DatabaseRecord) =>
    columns.filter((column) => record[column] !== undefined && record[column] !== null);

  function tokensOf(record: DatabaseRecord): Record<string, string | null> {
    const tokens: Record<string, string | null> = {};
    for (const [target, { from, index }] of Object.entries(indexes)) {
      const value = record[from];
      if (value === undefined) continue;
      tokens[target] = value === null ? null : index.tokensOf(String(value)).join(' ');
    }
    return tokens;
  }

  return {
    table,
    columns,
    seal(values) {
      const record = values as DatabaseRecord & typeof values;
      const names = held(record);
      if (names.length === 0) return { ...record, ...tokensOf(record) };
      const context = contextOf(record);
      const sealed = names.map((column) => [
        column,
        cipher.seal(record[column] as FieldValue, { ...context, column }),
      ]);
      return { ...record, ...tokensOf(record), ...Object.fromEntries(sealed) };
    },
    open(values) {
      const record = values as DatabaseRecord & typeof values;
      const names = held(record);
      if (names.length === 0) return { ...record };
      const context = contextOf(record);
      const opened = names.map((column) => [
        column,
        cipher.open(record[column] as string, { ...context, column }),
      ]);
      return { ...record, ...Object.fromEntries(opened) };
    },
    refusePlain(values) {
      const record = values as DatabaseRecord;
      for (const column of held(record)) {
        const value = record[column];
        if (typeof value === 'string' && isSealedText(value)) continue;
        throw encryptError('ERR_ENCRYPT_VALUE', 'A sealed column would be written in the clear', {
          hint: 'Seal the record before it is written.',
          details: { table, column },
        });
      }
    },
  };
}
