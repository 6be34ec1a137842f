import { SqliteFormatError, type SqlitePages } from './sqlite-pages.ts';

/** A value of a record as text; `null` for NULL and for bytes. */
export type SqliteText = string | null;

/** A number of one to nine bytes, seven bits each, the last with eight (section 1.6). */
export function readVarint(bytes: Buffer, at: number): { value: number; end: number } {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) throw new SqliteFormatError('a number is cut off');
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + index + 1 };
  }
  const last = bytes[at + 8];
  if (last === undefined) throw new SqliteFormatError('a number is cut off');
  return { value: value * 256 + last, end: at + 9 };
}

const integerSizes = [0, 1, 2, 3, 4, 6, 8];

function readInteger(bytes: Buffer, at: number, size: number): string {
  if (size === 8) return String(bytes.readBigInt64BE(at));
  return String(bytes.readIntBE(at, size));
}

function readText(bytes: Buffer, encoding: SqlitePages['encoding']): string {
  if (encoding !== 'utf-16be') return bytes.toString(encoding);
  const even = bytes.subarray(0, bytes.length & ~1);
  return Buffer.from(even).swap16().toString('utf16le');
}

/** The values of a record (section 2.1). */
export function readRecord(payload: Buffer, encoding: SqlitePages['encoding']): SqliteText[] {
  const head = readVarint(payload, 0);
  const values: SqliteText[] = [];
  let at = head.end;
  let body = head.value;
  if (body > payload.length) throw new SqliteFormatError('a record is cut off');
  while (at < head.value) {
    const { value: type, end } = readVarint(payload, at);
    at = end;
    const size =
      type < 7 ? integerSizes[type]! : type === 7 ? 8 : type < 12 ? 0 : Math.floor((type - 12) / 2);
    if (body + size > payload.length) throw new SqliteFormatError('a record is cut off');
    if (type === 0 || (type >= 12 && type % 2 === 0)) values.push(null);
    else if (type === 8 || type === 9) values.push(String(type - 8));
    else if (type < 7) values.push(readInteger(payload, body, size));
    else if (type === 7) values.push(String(payload.readDoubleBE(body)));
    else if (type >= 13) values.push(readText(payload.subarray(body, body + size), encoding));
    else values.push(null);
    body += size;
  }
  return values;
}
