/**
 * Single columns, for libraries whose column types do not see the row: Drizzle's `customType`, TypeORM's `transformer`.
 *
 * @module
 */
import type { FieldContext } from '@yushu/core';
import type { FieldCipher } from '../field/create-field-cipher.ts';
import type { FieldValue } from '../field/field-value.ts';

/** The place of a column: its cells can be swapped within it, but not with others. */
export type ColumnContext = Pick<FieldContext, 'tenant' | 'table' | 'column'>;

/** What Drizzle's `customType` takes. */
export interface DrizzleColumn<T extends FieldValue> {
  dataType(): string;
  toDriver(value: T): string;
  fromDriver(value: string): T;
}

/**
 * The functions of a sealed column for Drizzle's `customType`, of PostgreSQL and MySQL alike. A column type does not see
 * which row it is in: cells of one column can be swapped without notice. Where that matters, use `createRecordCipher`.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher, generateKeyset } from '@yushu/encrypt';
 * import { drizzleColumn } from '@yushu/encrypt/records';
 *
 * const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
 * // const phone = customType<{ data: string; driverData: string }>(drizzleColumn(cipher, place));
 * const place = { table: 'customers', column: 'phone' };
 * const column = drizzleColumn<string>(cipher, place);
 * console.log(column.fromDriver(column.toDriver('13800138000'))); // 13800138000
 * ```
 */
export function drizzleColumn<T extends FieldValue>(
  cipher: FieldCipher,
  context: ColumnContext,
): DrizzleColumn<T> {
  return {
    dataType: () => 'text',
    toDriver: (value) => cipher.seal(value, context),
    fromDriver: (value) => cipher.open(value, context) as T,
  };
}

/** What TypeORM's `transformer` takes. */
export interface TypeormTransformer {
  to(value: FieldValue | undefined): string | null | undefined;
  from(value: string | null): FieldValue;
}

/**
 * A sealed column for TypeORM's `transformer`. As {@link drizzleColumn}, it does not see the row.
 *
 * @example
 * ```ts
 * import { createAead, createFieldCipher, generateKeyset } from '@yushu/encrypt';
 * import { typeormTransformer } from '@yushu/encrypt/records';
 *
 * const cipher = createFieldCipher(createAead(generateKeyset('AES256_GCM')));
 * // @Column({ type: 'text', transformer })
 * const transformer = typeormTransformer(cipher, { table: 'customers', column: 'phone' });
 * console.log(transformer.from(transformer.to('13800138000') ?? null)); // 13800138000
 * ```
 */
export function typeormTransformer(
  cipher: FieldCipher,
  context: ColumnContext,
): TypeormTransformer {
  return {
    to: (value) => (value === undefined || value === null ? value : cipher.seal(value, context)),
    from: (value) => (value === null ? null : cipher.open(value, context)),
  };
}
