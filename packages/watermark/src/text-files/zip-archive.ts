import { deflateSync, inflateSync } from 'fflate';
import { crc32 } from './crc-32.ts';
import { brokenFile } from './text-file.ts';

/** Sizes of parts that are unpacked, together, in bytes: a bomb costs no more than this. */
const maxUnpackedBytes = 1 << 27;
const maxEntries = 20_000;
const hint = 'Open it with a word processor and save it again as .docx.';

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its record begins. */
  readonly offset: number;
  /** Where its bytes begin. */
  readonly dataStart: number;
  /** Its line in the directory. */
  readonly directoryStart: number;
  readonly directoryEnd: number;
}

const latin1 = (bytes: Uint8Array) => String.fromCharCode(...bytes);

/**
 * A zip archive that is written again with some entries changed, and all others byte for byte as they were, in their place.
 *
 * Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3 and 4.4; without ZIP64, encryption and several disks.
 */
export class ZipArchive {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly directoryStart: number;
  private readonly end: number;
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private unpackedBytes = 0;

  /** @throws {DataSecurityError} `ERR_WATERMARK_INPUT` if it is no such archive, or damaged. */
  constructor(bytes: Uint8Array) {
    // Of a Buffer of Node, slice would share memory.
    this.bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.end = this.findEnd();
    const count = this.view.getUint16(this.end + 10, true);
    this.directoryStart = this.view.getUint32(this.end + 16, true);
    if (count > maxEntries || count === 0xffff || this.directoryStart === 0xffffffff)
      throw brokenFile('The document has too many parts, or is a ZIP64 archive', hint);
    this.entries = this.readDirectory(count);
  }

  /** Names of the entries, in the order of the directory. */
  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** The bytes of an entry, unpacked. */
  read(name: string): Uint8Array {
    const entry = this.entries.get(name);
    if (entry === undefined) throw brokenFile('A part of the document is missing', hint);
    this.unpackedBytes += entry.size;
    if (this.unpackedBytes > maxUnpackedBytes)
      throw brokenFile(
        `The document holds more than ${maxUnpackedBytes} bytes of text`,
        'Divide it.',
      );
    const packed = this.bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
    let unpacked: Uint8Array;
    try {
      // More than its size is never written.
      unpacked =
        entry.method === 0 ? packed : inflateSync(packed, { out: new Uint8Array(entry.size) });
    } catch {
      throw brokenFile('A part of the document is damaged', hint);
    }
    if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc)
      throw brokenFile('A part of the document is damaged', hint);
    return unpacked;
  }

  /** The archive with these entries changed. */
  write(changed: ReadonlyMap<string, Uint8Array>): Uint8Array {
    const pieces: Uint8Array[] = [];
    const patched = this.bytes.slice(this.directoryStart);
    const directory = new DataView(patched.buffer);
    const inOrder = [...this.entries.values()].sort((a, b) => a.offset - b.offset);
    let length = inOrder[0]?.offset ?? this.directoryStart;
    pieces.push(this.bytes.subarray(0, length));
    for (const [index, entry] of inOrder.entries()) {
      const recordEnd = inOrder[index + 1]?.offset ?? this.directoryStart;
      const line = entry.directoryStart - this.directoryStart;
      directory.setUint32(line + 42, length, true);
      const content = changed.get(entry.name);
      if (content === undefined) {
        pieces.push(this.bytes.subarray(entry.offset, recordEnd));
        length += recordEnd - entry.offset;
        continue;
      }
      const packed = deflateSync(content, { level: 6 });
      const header = this.bytes.slice(entry.offset, entry.dataStart);
      const views: [DataView, number][] = [
        [new DataView(header.buffer), 0],
        [directory, line + 2],
      ];
      for (const [view, at] of views) {
        // Sizes stand in front, so that none follow.
        view.setUint16(at + 6, view.getUint16(at + 6, true) & ~8, true);
        view.setUint16(at + 8, 8, true);
        view.setUint32(at + 14, crc32(content), true);
        view.setUint32(at + 18, packed.length, true);
        view.setUint32(at + 22, content.length, true);
      }
      pieces.push(header, packed);
      length += header.length + packed.length;
    }
    directory.setUint32(this.end - this.directoryStart + 16, length, true);
    pieces.push(patched);
    const result = new Uint8Array(length + patched.length);
    let at = 0;
    for (const piece of pieces) {
      result.set(piece, at);
      at += piece.length;
    }
    return result;
  }

  private findEnd(): number {
    const earliest = Math.max(0, this.bytes.length - 22 - 0xffff);
    for (let at = this.bytes.length - 22; at >= earliest; at -= 1) {
      if (this.view.getUint32(at, true) === 0x06054b50) return at;
    }
    throw brokenFile('The document is cut off, or is no .docx', hint);
  }

  private readDirectory(count: number): ReadonlyMap<string, ZipEntry> {
    const { view } = this;
    const entries = new Map<string, ZipEntry>();
    let at = this.directoryStart;
    for (let index = 0; index < count; index += 1) {
      if (at + 46 > this.end || view.getUint32(at, true) !== 0x02014b50)
        throw brokenFile('The directory of the document is damaged', hint);
      const directoryEnd =
        at +
        46 +
        view.getUint16(at + 28, true) +
        view.getUint16(at + 30, true) +
        view.getUint16(at + 32, true);
      const name = latin1(this.bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
      const offset = view.getUint32(at + 42, true);
      const isRecord =
        offset + 30 <= this.directoryStart && view.getUint32(offset, true) === 0x04034b50;
      if (!isRecord || entries.has(name) || directoryEnd > this.end)
        throw brokenFile('The directory of the document is damaged', hint);
      if ((view.getUint16(at + 8, true) & 1) !== 0)
        throw brokenFile('The document is encrypted', 'Save it without a password first.');
      const dataStart =
        offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
      entries.set(name, {
        name,
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        packedSize: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset,
        dataStart,
        directoryStart: at,
        directoryEnd,
      });
      at = directoryEnd;
    }
    const inOrder = [...entries.values()].sort((a, b) => a.offset - b.offset);
    for (const [index, { method, dataStart, packedSize, size }] of inOrder.entries()) {
      // Records that overlap are a bomb, or damage.
      const limit = inOrder[index + 1]?.offset ?? this.directoryStart;
      if (dataStart + packedSize > limit || (method === 0 && packedSize !== size))
        throw brokenFile('Parts of the document overlap', hint);
    }
    return entries;
  }
}
