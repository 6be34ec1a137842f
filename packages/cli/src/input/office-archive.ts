import { promisify } from 'node:util';
import { type Entry, fromBuffer, type Options, open, type ZipFile } from 'yauzl';
import { guardExpansion } from './expansion-guard.ts';
import type { ByteChunks } from './read-bytes.ts';

/** Parts beyond this many are not looked at: no office document has them. */
const maxParts = 20_000;

const options: Options = { lazyEntries: true, autoClose: false };
const openPath = promisify<string, Options, ZipFile>(open);
const openBuffer = promisify<Buffer, Options, ZipFile>(fromBuffer);

/** The parts of a document in the Office Open XML format (ECMA-376 part 2): a zip archive. */
export class OfficeArchive {
  /** Names of the parts, in the order of the archive. */
  readonly names: readonly string[];
  private readonly zip: ZipFile;
  private readonly entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.zip = zip;
    this.entries = entries;
    this.names = [...entries.keys()];
  }

  /** Opens an archive at a path, or in memory. Fails with what the zip reader says where it is none. */
  static async open(source: string | Buffer): Promise<OfficeArchive> {
    const zip = await (typeof source === 'string'
      ? openPath(source, options)
      : openBuffer(source, options));
    const entries = new Map<string, Entry>();
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: Entry) => {
        entries.set(entry.fileName, entry);
        if (entries.size >= maxParts) resolve();
        else zip.readEntry();
      });
      zip.on('end', resolve);
      zip.on('error', reject);
      zip.readEntry();
    });
    return new OfficeArchive(zip, entries);
  }

  /** What the document is, where it is one that can be read. */
  get kind(): 'xlsx' | 'docx' | undefined {
    if (this.entries.has('xl/workbook.xml')) return 'xlsx';
    return this.entries.has('word/document.xml') ? 'docx' : undefined;
  }

  /** The bytes of a part; none where there is no such part. */
  async *read(name: string): ByteChunks {
    const entry = this.entries.get(name);
    if (entry === undefined) return;
    const stream = await new Promise<AsyncIterable<Buffer>>((resolve, reject) => {
      this.zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    yield* guardExpansion(stream, () => entry.compressedSize);
  }

  close(): void {
    this.zip.close();
  }
}
