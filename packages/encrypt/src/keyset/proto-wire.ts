/**
 * The protobuf wire format, as far as Tink's messages use it (protobuf.dev, "Encoding").
 *
 * @module
 */
import { copyBytes } from '../bytes/copy-bytes.ts';
import { keysetError } from './keyset.ts';

/** The fields of a message by number, each with all its occurrences. */
export type ProtoFields = ReadonlyMap<number, readonly (bigint | Uint8Array)[]>;

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

function readVarint(reader: Reader): bigint {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = reader.bytes[reader.at];
    if (byte === undefined) break;
    reader.at += 1;
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return BigInt.asUintN(64, value);
  }
  throw keysetError('a number is cut off or too long', { offset: reader.at });
}

function readBytes(reader: Reader, length: number): Uint8Array {
  const end = reader.at + length;
  if (!(end <= reader.bytes.length)) {
    throw keysetError('a field is cut off', { offset: reader.at });
  }
  const bytes = copyBytes(reader.bytes, reader.at, end);
  reader.at = end;
  return bytes;
}

/** The fields of a serialised message. Fields of fixed width are kept as their bytes; groups are refused. */
export function readProto(bytes: Uint8Array): ProtoFields {
  const fields = new Map<number, (bigint | Uint8Array)[]>();
  const reader: Reader = { bytes, at: 0 };
  while (reader.at < bytes.length) {
    const tag = readVarint(reader);
    const number = Number(tag >> 3n);
    const wireType = Number(tag & 7n);
    if (number < 1 || number > 0x1fff_ffff) throw keysetError('a field has no valid number');
    let value: bigint | Uint8Array;
    if (wireType === 0) value = readVarint(reader);
    else if (wireType === 1) value = readBytes(reader, 8);
    else if (wireType === 2) value = readBytes(reader, Number(readVarint(reader)));
    else if (wireType === 5) value = readBytes(reader, 4);
    else throw keysetError('a field has an unknown wire type', { wireType });
    const values = fields.get(number);
    if (values === undefined) fields.set(number, [value]);
    else values.push(value);
  }
  return fields;
}

/** A `uint32` or enum field; 0 where it is absent. The last occurrence counts. */
export function uint32Field(fields: ProtoFields, number: number): number {
  const value = fields.get(number)?.at(-1);
  if (value === undefined) return 0;
  if (typeof value !== 'bigint') throw keysetError('a field has the wrong type', { field: number });
  return Number(BigInt.asUintN(32, value));
}

/** A `bytes` field; empty where it is absent. The last occurrence counts. */
export function bytesField(fields: ProtoFields, number: number): Uint8Array {
  const value = fields.get(number)?.at(-1) ?? new Uint8Array(0);
  if (typeof value === 'bigint') throw keysetError('a field has the wrong type', { field: number });
  return value;
}

/** A `string` field; empty where it is absent. */
export function stringField(fields: ProtoFields, number: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytesField(fields, number),
    );
  } catch {
    throw keysetError('a text is not UTF-8', { field: number });
  }
}

/** All occurrences of a repeated message field. */
export function messageFields(fields: ProtoFields, number: number): ProtoFields[] {
  return (fields.get(number) ?? []).map((value) => {
    if (typeof value === 'bigint') {
      throw keysetError('a field has the wrong type', { field: number });
    }
    return readProto(value);
  });
}

/** A single message field. Protobuf merges its occurrences, which is to read them one after the other. */
export function messageField(fields: ProtoFields, number: number): ProtoFields {
  const merged = new Map<number, (bigint | Uint8Array)[]>();
  for (const occurrence of messageFields(fields, number)) {
    for (const [inner, values] of occurrence) {
      merged.set(inner, [...(merged.get(inner) ?? []), ...values]);
    }
  }
  return merged;
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
  return bytes;
}

/**
 * A serialised message of these fields, in this order. As proto3 writes it: zero and empty fields are left out, but a
 * message is written even where it is empty (give it as an array).
 */
export function writeProto(
  fields: readonly (readonly [number, number | string | Uint8Array | readonly Uint8Array[]])[],
): Uint8Array {
  const pieces: ArrayLike<number>[] = [];
  const push = (number: number, bytes: Uint8Array) =>
    pieces.push(varint(number * 8 + 2), varint(bytes.length), bytes);
  for (const [number, value] of fields) {
    if (typeof value === 'number') {
      if (value !== 0) pieces.push(varint(number * 8), varint(value));
    } else if (typeof value === 'string') {
      if (value !== '') push(number, new TextEncoder().encode(value));
    } else if (value instanceof Uint8Array) {
      if (value.length > 0) push(number, value);
    } else {
      for (const message of value) push(number, message);
    }
  }
  const output = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let end = 0;
  for (const piece of pieces) {
    output.set(piece, end);
    end += piece.length;
  }
  return output;
}
