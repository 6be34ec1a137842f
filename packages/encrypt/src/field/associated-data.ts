/**
 * The place of a value as associated data.
 *
 * @module
 */
import type { FieldContext } from '@yushu/core';
import { ByteWriter, isWellFormed } from '../bytes/byte-writer.ts';
import { encryptError } from '../errors.ts';

/** What is sealed at the place: one field, or the fields of a row together. */
export type SealedKind = 'field' | 'row';

const headers: Readonly<Record<SealedKind, Uint8Array>> = {
  field: new TextEncoder().encode('yushu.field.v1'),
  row: new TextEncoder().encode('yushu.row.v1'),
};

function refuse(problem: string): Error {
  return encryptError('ERR_ENCRYPT_CONTEXT', `The field context cannot be bound: ${problem}`, {
    hint: 'Give tenant, table, column and row as well-formed texts, part as a whole number.',
  });
}

function writePart(writer: ByteWriter, id: number, text: string): void {
  if (typeof text !== 'string') throw refuse('a part is not a text');
  writer.byte(id);
  const length = writer.prefixedUtf8(text);
  // Only texts beyond ASCII can be ill-formed; they take more bytes than they have code units.
  if (length !== text.length && !isWellFormed(text)) throw refuse('a part has half a character');
}

/** Appends the encoding that {@link fieldAssociatedData} describes. */
export function writeAssociatedData(
  writer: ByteWriter,
  kind: SealedKind,
  context: FieldContext,
): void {
  const { tenant, table, column, row } = context;
  writer.bytes(headers[kind]);
  if (tenant !== undefined) writePart(writer, 1, tenant);
  if (table !== undefined) writePart(writer, 2, table);
  if (column !== undefined) writePart(writer, 3, column);
  if (row !== undefined) writePart(writer, 4, row);
  const { part } = context;
  if (part === undefined) return;
  if (!Number.isInteger(part) || part < 0 || part > 0xffff_ffff) {
    throw refuse('part is not a whole number from 0 to 4294967295');
  }
  writer.byte(5);
  writer.uint32(4);
  writer.uint32(part);
}

/**
 * The associated data of a place, for programs in other languages that open fields with Tink: the text `yushu.field.v1`
 * (`yushu.row.v1` for rows), then for each part that is given, in the order tenant 1, table 2, column 3, row 4, part 5:
 * its number (1 byte), its length in bytes (4 bytes, big-endian) and its UTF-8 bytes; `part` is 4 bytes, big-endian.
 * Lengths stand before texts, so that no two places have the same encoding.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_CONTEXT` where a part is not a well-formed text.
 *
 * @example
 * ```ts
 * import { fieldAssociatedData } from '@yushu/encrypt';
 *
 * console.log(fieldAssociatedData({ table: 'customers', column: 'phone', row: '42' }).length); // 45
 * ```
 */
export function fieldAssociatedData(context: FieldContext, kind: SealedKind = 'field'): Uint8Array {
  const writer = new ByteWriter(256);
  writeAssociatedData(writer, kind, context);
  return writer.written().slice();
}
