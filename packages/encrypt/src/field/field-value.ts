/**
 * Values as bytes that know their type.
 *
 * @module
 */
import { type ByteWriter, isWellFormed } from '../bytes/byte-writer.ts';
import { copyBytes } from '../bytes/copy-bytes.ts';
import { encryptError } from '../errors.ts';
import { writeJson } from './write-json.ts';

/** What JSON can hold. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** What a field cipher can seal. Each comes back as what it was: `-0`, `NaN`, invalid dates and lone surrogates too. */
export type FieldValue = JsonValue | bigint | Date | Uint8Array;

/** First byte of a sealed value. The highest bit says that a label follows. */
export const valueTags = {
  utf8: 1,
  utf16: 2,
  number: 3,
  bigint: 4,
  negativeBigint: 5,
  false: 6,
  true: 7,
  date: 8,
  bytes: 9,
  json: 10,
} as const;

function bytesOfMagnitude(magnitude: bigint): Uint8Array {
  const hex = magnitude.toString(16);
  const padded = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Uint8Array.from({ length: padded.length / 2 }, (_, i) =>
    Number.parseInt(padded.slice(i * 2, i * 2 + 2), 16),
  );
}

function magnitudeOfBytes(bytes: Uint8Array): bigint {
  let hex = '0';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return BigInt(`0x${hex}`);
}

/** A value's tag, and how to write what follows it. */
interface Encoding {
  readonly tag: number;
  readonly write: (writer: ByteWriter) => void;
}

const nothing = () => {};

function encodingOf(value: FieldValue): Encoding {
  switch (typeof value) {
    case 'number':
      return { tag: valueTags.number, write: (writer) => writer.float64(value) };
    case 'boolean':
      return { tag: value ? valueTags.true : valueTags.false, write: nothing };
    case 'bigint': {
      const tag = value < 0n ? valueTags.negativeBigint : valueTags.bigint;
      const magnitude = bytesOfMagnitude(value < 0n ? -value : value);
      return { tag, write: (writer) => writer.bytes(magnitude) };
    }
    case 'object': {
      if (value instanceof Date) {
        const time = value.getTime();
        return { tag: valueTags.date, write: (writer) => writer.float64(time) };
      }
      if (value instanceof Uint8Array) {
        return { tag: valueTags.bytes, write: (writer) => writer.bytes(value) };
      }
      const json = writeJson(value);
      return { tag: valueTags.json, write: (writer) => writer.utf8(json) };
    }
    default:
      throw encryptError('ERR_ENCRYPT_VALUE', `A value of type ${typeof value} cannot be sealed`, {
        hint: 'Seal a string, number, bigint, boolean, Date, Uint8Array or JSON value.',
      });
  }
}

/** Writes tag, label if there is one, and value. */
export function writeValue(writer: ByteWriter, value: FieldValue, label: string | undefined): void {
  if (typeof value === 'string') {
    const plain = isWellFormed(value);
    writeTag(writer, plain ? valueTags.utf8 : valueTags.utf16, label);
    if (plain) writer.utf8(value);
    else writer.utf16(value);
    return;
  }
  const { tag, write } = encodingOf(value);
  writeTag(writer, tag, label);
  write(writer);
}

function writeTag(writer: ByteWriter, tag: number, label: string | undefined): void {
  if (label === undefined) {
    writer.byte(tag);
    return;
  }
  writer.byte(tag | 0x80);
  const at = writer.reserve(1);
  const length = isWellFormed(label) ? writer.utf8(label) : 256;
  if (length > 255) {
    throw encryptError('ERR_ENCRYPT_VALUE', 'A label must be at most 255 bytes of UTF-8', {
      details: { length },
    });
  }
  writer.buffer()[at] = length;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

function float64Of(bytes: Uint8Array): number {
  if (bytes.length !== 8) throw new RangeError('length');
  return new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0);
}

function empty<T>(bytes: Uint8Array, value: T): T {
  if (bytes.length !== 0) throw new RangeError('length');
  return value;
}

function utf16Of(bytes: Uint8Array): string {
  if (bytes.length % 2 !== 0) throw new RangeError('length');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let text = '';
  for (let at = 0; at < bytes.length; at += 2)
    text += String.fromCharCode(view.getUint16(at, true));
  return text;
}

function decodedValue(tag: number, body: Uint8Array): FieldValue {
  switch (tag) {
    case valueTags.utf8:
      return textOf(body);
    case valueTags.utf16:
      return utf16Of(body);
    case valueTags.number:
      return float64Of(body);
    case valueTags.bigint:
      return magnitudeOfBytes(body);
    case valueTags.negativeBigint:
      return -magnitudeOfBytes(body);
    case valueTags.false:
      return empty(body, false);
    case valueTags.true:
      return empty(body, true);
    case valueTags.date:
      return new Date(float64Of(body));
    case valueTags.bytes:
      return copyBytes(body);
    case valueTags.json:
      return JSON.parse(textOf(body)) as JsonValue;
    default:
      throw new RangeError('tag');
  }
}

/** A value and the label that was sealed with it. */
export interface LabelledValue {
  readonly value: FieldValue;
  readonly label: string | undefined;
}

/** Reads what {@link writeValue} wrote. Throws, whatever it likes, where the bytes are something else. */
export function readValue(bytes: Uint8Array): LabelledValue {
  const tag = bytes[0];
  if (tag === undefined) throw new RangeError('length');
  if (tag < 0x80) return { value: decodedValue(tag, bytes.subarray(1)), label: undefined };
  const labelEnd = 2 + (bytes[1] ?? 0);
  if (labelEnd > bytes.length) throw new RangeError('length');
  return {
    value: decodedValue(tag & 0x7f, bytes.subarray(labelEnd)),
    label: textOf(bytes.subarray(2, labelEnd)),
  };
}
