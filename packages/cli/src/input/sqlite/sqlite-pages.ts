import type { FileHandle } from 'node:fs/promises';

/** The file is none of SQLite, or damaged. Its message quotes nothing of the file. */
export class SqliteFormatError extends Error {
  override readonly name: string = 'SqliteFormatError';
}

const headerLength = 100;

/** The pages of a database file (https://www.sqlite.org/fileformat2.html section 1), read one by one. */
export class SqlitePages {
  readonly encoding: 'utf8' | 'utf16le' | 'utf-16be';
  /** Bytes of a page that hold content. */
  readonly usable: number;
  readonly count: number;
  private readonly handle: FileHandle;
  private readonly size: number;

  private constructor(handle: FileHandle, header: Buffer, fileSize: number) {
    this.handle = handle;
    const size = header.readUInt16BE(16);
    this.size = size === 1 ? 65_536 : size;
    this.usable = this.size - header[20]!;
    this.encoding =
      (['utf8', 'utf16le', 'utf-16be'] as const)[header.readUInt32BE(56) - 1] ?? 'utf8';
    this.count = Math.floor(fileSize / this.size);
    const isPower = this.size >= 512 && (this.size & (this.size - 1)) === 0;
    if (!isPower || this.usable < 480) throw new SqliteFormatError('the page size is wrong');
  }

  /** Reads the header. The handle stays the caller's. */
  static async open(handle: FileHandle): Promise<SqlitePages> {
    const header = Buffer.alloc(headerLength);
    const { bytesRead } = await handle.read(header, 0, headerLength, 0);
    if (bytesRead < headerLength || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
      throw new SqliteFormatError('there is no header');
    return new SqlitePages(handle, header, (await handle.stat()).size);
  }

  /** One page, counted from 1. */
  async read(number: number): Promise<Buffer> {
    if (number < 1 || number > this.count) throw new SqliteFormatError('a page is missing');
    const page = Buffer.alloc(this.size);
    const { bytesRead } = await this.handle.read(page, 0, this.size, (number - 1) * this.size);
    if (bytesRead < this.size) throw new SqliteFormatError('a page is cut off');
    return page;
  }

  /** Where the header of a page's tree begins: behind that of the file on the first. */
  static start(number: number): number {
    return number === 1 ? headerLength : 0;
  }
}
