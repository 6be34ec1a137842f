/**
 * The fields of a row as one sequence of bytes: for each its name and its value, each after its length.
 *
 * @module
 */
import { type ByteWriter, isWellFormed } from '../bytes/byte-writer.ts';
import { encryptError } from '../errors.ts';
import { type FieldValue, readValue, writeValue } from './field-value.ts';

/** First byte of a sealed row, apart from every tag of a value. */
const rowTag = 0x40;

/** Writes all fields of a row. */
export function writeRow(writer: ByteWriter, row: Readonly<Record<string, FieldValue>>): void {
  writer.byte(rowTag);
  for (const name of Object.keys(row)) {
    if (!isWellFormed(name)) {
      throw encryptError('ERR_ENCRYPT_VALUE', 'The name of a field has half a character');
    }
    writer.prefixedUtf8(name);
    const at = writer.reserve(4);
    writeValue(writer, row[name] as FieldValue, undefined);
    writer.setUint32(at, writer.length - at - 4);
  }
}

/** Reads what {@link writeRow} wrote. Throws, whatever it likes, where the bytes are something else. */
export function readRow(bytes: Uint8Array): Record<string, FieldValue> {
  if (bytes[0] !== rowTag) throw new RangeError('tag');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let at = 1;
  const piece = (): Uint8Array => {
    const length = view.getUint32(at);
    const start = at + 4;
    at = start + length;
    if (at > bytes.length) throw new RangeError('length');
    return bytes.subarray(start, at);
  };
  const fields: [string, FieldValue][] = [];
  while (at < bytes.length) {
    const name = decoder.decode(piece());
    fields.push([name, readValue(piece()).value]);
  }
  // Not by assignment: a field may be called __proto__.
  return Object.fromEntries(fields);
}
