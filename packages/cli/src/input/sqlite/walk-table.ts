import { readRecord, readVarint, type SqliteText } from './read-record.ts';
import { SqliteFormatError, SqlitePages } from './sqlite-pages.ts';

/** A row of a table. */
export interface SqliteRow {
  /** The row's number; that of the primary key, where it is one of whole numbers. */
  readonly rowid: number;
  readonly values: readonly SqliteText[];
}

const interiorTable = 0x05;
const leafTable = 0x0d;

/** A value of more bytes is left out: what is sensitive is not so long, and a damaged file may name any length. */
const longestPayload = 67_108_864;

/** Bytes of a payload that stand on the leaf itself (section 1.6). */
function localLength(length: number, usable: number): number {
  if (length <= usable - 35) return length;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const local = least + ((length - least) % (usable - 4));
  return local <= usable - 35 ? local : least;
}

async function readPayload(
  pages: SqlitePages,
  page: Buffer,
  at: number,
  length: number,
): Promise<Buffer> {
  const local = localLength(length, pages.usable);
  if (at + local > page.length) throw new SqliteFormatError('a cell is cut off');
  const parts = [page.subarray(at, at + local)];
  let left = length - local;
  let next = left > 0 ? page.readUInt32BE(at + local) : 0;
  while (left > 0) {
    const overflow = await pages.read(next);
    const size = Math.min(left, pages.usable - 4);
    parts.push(overflow.subarray(4, 4 + size));
    left -= size;
    next = overflow.readUInt32BE(0);
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

/** The rows of the tree whose root is a page, in their order. Pages that lead in a circle are told as damage. */
export async function* walkTable(pages: SqlitePages, root: number): AsyncGenerator<SqliteRow> {
  const waiting = [root];
  let read = 0;
  while (waiting.length > 0) {
    const number = waiting.pop()!;
    read += 1;
    if (read > pages.count) throw new SqliteFormatError('pages lead in a circle');
    const page = await pages.read(number);
    const start = SqlitePages.start(number);
    const kind = page[start];
    const count = page.readUInt16BE(start + 3);
    const cells = start + (kind === interiorTable ? 12 : 8);
    if (kind !== interiorTable && kind !== leafTable)
      throw new SqliteFormatError('a page is no table');
    if (cells + count * 2 > page.length) throw new SqliteFormatError('a page has too many cells');
    if (kind === interiorTable) {
      const children = [];
      for (let cell = 0; cell < count; cell += 1) {
        const at = page.readUInt16BE(cells + cell * 2);
        if (at + 4 > page.length) throw new SqliteFormatError('a cell is cut off');
        children.push(page.readUInt32BE(at));
      }
      children.push(page.readUInt32BE(start + 8));
      waiting.push(...children.reverse());
      continue;
    }
    for (let cell = 0; cell < count; cell += 1) {
      const size = readVarint(page, page.readUInt16BE(cells + cell * 2));
      const rowid = readVarint(page, size.end);
      if (size.value > longestPayload) continue;
      const payload = await readPayload(pages, page, rowid.end, size.value);
      yield { rowid: rowid.value, values: readRecord(payload, pages.encoding) };
    }
  }
}
