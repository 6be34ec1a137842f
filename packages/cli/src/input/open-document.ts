import { type FileHandle, open } from 'node:fs/promises';
import { readByteOrderMark, recogniseUtf16 } from './choose-encoding.ts';
import { detectFormat, type TextFormat } from './detect-format.ts';
import type { ExtractedPiece } from './extracted-text.ts';
import type { InputFile } from './find-files.ts';
import { describeSystemError, type InputProblem } from './input-problem.ts';
import type { OfficeArchive } from './office-archive.ts';
import {
  type ByteChunks,
  collectBytes,
  peekBytes,
  readFileBytes,
  readStreamBytes,
} from './read-bytes.ts';
import { recogniseArchive, recogniseBinary } from './recognise-binary.ts';
import { TextDecoding } from './text-decoding.ts';

/** So much of a file is looked at before it is decided what it is. */
const headSize = 65_536;

/** An office document that does not stand in a file of its own is held in memory, up to this many bytes. */
const maxHeldArchive = 67_108_864;

/** Compressed files within compressed files are opened this deep. */
const maxLayers = 3;

/** A text, piece by piece. */
export interface TextDocument extends TextFormat {
  readonly kind: 'text';
  /** The text from its beginning. To be read once. */
  readonly chunks: AsyncGenerator<string>;
  /** The decoder: its encoding, and where it met what it could not decode. */
  readonly decoding: TextDecoding;
}

/** An office document. */
export interface OfficeDocument {
  readonly kind: 'office';
  readonly format: 'xlsx' | 'docx';
  readonly archive: OfficeArchive;
}

/** A file of tables: of columns by name, whose cells come row by row. */
export interface TableDocument {
  readonly kind: 'table';
  readonly format: 'parquet' | 'sqlite';
  /** Its cells, with paths of table, row and column. What cannot be read is told. To be read once. */
  readonly read: (report: (message: string) => void) => AsyncGenerator<ExtractedPiece[]>;
}

/** What a file turned out to be: a document, or a reason why it is none. */
export type Opened =
  | {
      readonly document: TextDocument | OfficeDocument | TableDocument;
      readonly close: () => Promise<void>;
    }
  | { readonly problem: InputProblem; readonly close: () => Promise<void> };

/** Options of {@link openDocument}. */
export interface OpenOptions {
  /** Encoding, where the user names it; seen from the content otherwise. */
  readonly encoding?: string | undefined;
  /** Told of the bytes that were read, for progress. */
  readonly onBytes?: ((count: number) => void) | undefined;
  /** Name by which the format is told, in place of the path: standard input has none. */
  readonly name?: string | undefined;
  /** In place of standard input. */
  readonly stdin?: AsyncIterable<Uint8Array | string> | undefined;
}

async function* count(chunks: ByteChunks, onBytes: (count: number) => void): ByteChunks {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

async function* decode(bytes: ByteChunks, decoding: TextDecoding): AsyncGenerator<string> {
  for await (const chunk of bytes) {
    const text = decoding.push(chunk);
    if (text !== '') yield text;
  }
  const rest = decoding.end();
  if (rest !== '') yield rest;
}

async function openText(
  path: string,
  bytes: ByteChunks,
  options: OpenOptions,
): Promise<TextDocument> {
  const decoding = new TextDecoding(options.encoding);
  const decoded = decode(bytes, decoding);
  let head = '';
  let isWhole = false;
  while (head.length < headSize && !isWhole) {
    const next = await decoded.next();
    if (next.done === true) isWhole = true;
    else head += next.value;
  }
  async function* chunks(): AsyncGenerator<string> {
    if (head !== '') yield head;
    yield* decoded;
  }
  const format = detectFormat(
    options.name ?? path,
    head.slice(0, headSize),
    isWhole && head.length <= headSize,
  );
  return { kind: 'text', ...format, chunks: chunks(), decoding };
}

async function openArchive(source: string | Buffer): Promise<OfficeDocument | undefined> {
  const { OfficeArchive } = await import('./office-archive.ts');
  const archive = await OfficeArchive.open(source);
  if (archive.kind !== undefined) return { kind: 'office', format: archive.kind, archive };
  archive.close();
  return undefined;
}

/** The tables of a file that is read by place, and not from beginning to end: it must stand in a file of its own. */
function openTables(path: string, binary: string): TableDocument | undefined {
  if (binary === 'a Parquet file') {
    return {
      kind: 'table',
      format: 'parquet',
      read: async function* () {
        const { readParquet } = await import('./read-parquet.ts');
        yield* readParquet(path);
      },
    };
  }
  if (binary !== 'an SQLite database') return undefined;
  return {
    kind: 'table',
    format: 'sqlite',
    read: async function* (report) {
      const { readSqlite } = await import('./sqlite/read-sqlite.ts');
      yield* readSqlite(path, report);
    },
  };
}

/** Opens a file and finds out what it is: unpacks it, chooses encoding and format. Whoever opens it must call `close`. */
export async function openDocument(file: InputFile, options: OpenOptions = {}): Promise<Opened> {
  const { path } = file;
  let handle: FileHandle | undefined;
  let archive: OfficeArchive | undefined;
  let isArchive = false;
  const close = async (): Promise<void> => {
    archive?.close();
    await handle?.close();
  };
  const refuse = (code: InputProblem['code'], message: string, hint?: string): Opened => ({
    problem: { path, code, message, ...(hint === undefined ? {} : { hint }) },
    close,
  });
  try {
    const isStdin = path === '-';
    if (!isStdin) handle = await open(path, 'r');
    const source = handle ? readFileBytes(handle) : readStreamBytes(options.stdin ?? process.stdin);
    let bytes = count(source, options.onBytes ?? (() => {}));
    for (let layer = 0; ; layer += 1) {
      const peeked = await peekBytes(bytes, headSize);
      const { head } = peeked;
      bytes = peeked.all;
      if (head.length === 0) {
        return {
          problem: {
            path,
            code: 'ERR_CLI_EMPTY',
            message: 'the file is empty',
            line: 1,
            ...(file.isOperand ? {} : { isNote: true as const }),
          },
          close,
        };
      }
      const kind = recogniseArchive(head);
      if (kind === 'gzip' && layer < maxLayers) {
        const { gunzipBytes } = await import('./gunzip-bytes.ts');
        bytes = gunzipBytes(bytes);
        continue;
      }
      if (kind === 'zip') {
        isArchive = true;
        const isPlainFile = layer === 0 && !isStdin && (await handle!.stat()).isFile();
        const held = isPlainFile ? path : await collectBytes(bytes, maxHeldArchive);
        if (held === undefined) {
          const hint = 'Name the document as a file of its own.';
          return refuse(
            'ERR_CLI_ARCHIVE',
            'the archive is too large to be read from a stream',
            hint,
          );
        }
        const office = await openArchive(held);
        archive = office?.archive;
        if (office !== undefined) return { document: office, close };
        return refuse(
          'ERR_CLI_BINARY',
          'is a zip archive: not read',
          'Unpack it and scan the folder.',
        );
      }
      const mark = readByteOrderMark(head)?.encoding ?? options.encoding?.toLowerCase() ?? '';
      const isUtf16 =
        mark.startsWith('utf-16') || mark.startsWith('utf16') || recogniseUtf16(head) !== undefined;
      const binary = kind === 'gzip' ? 'a gzip archive' : recogniseBinary(head, isUtf16);
      if (binary !== undefined) {
        const tables = layer === 0 && !isStdin ? openTables(path, binary) : undefined;
        if (tables !== undefined) return { document: tables, close };
        return refuse('ERR_CLI_BINARY', `is ${binary}: not read`);
      }
      return { document: await openText(path, bytes, options), close };
    }
  } catch (error) {
    return { problem: describeReadError(path, error, isArchive), close };
  }
}

/**
 * What an error means that comes up while a document is read.
 *
 * @throws the error itself, where it is none of reading.
 */
export function describeReadError(path: string, error: unknown, isArchive = false): InputProblem {
  const { name, code, syscall, message } = Object(error) as Record<string, string | undefined>;
  if (name === 'ExpansionError') {
    return {
      path,
      code: 'ERR_CLI_EXPANSION',
      message: `the archive ${message}: reading was stopped`,
      hint: 'It is made to exhaust the machine that opens it. Unpack it by hand if you trust it.',
    };
  }
  if (syscall !== undefined) return describeSystemError(path, error);
  if (code?.startsWith('Z_') === true) {
    const reason = code === 'Z_BUF_ERROR' ? 'is cut off' : 'is damaged';
    return { path, code: 'ERR_CLI_ARCHIVE', message: `the compressed file ${reason}` };
  }
  // Messages of the readers of zip and XML can quote what they read.
  if (isArchive) return { path, code: 'ERR_CLI_ARCHIVE', message: 'the document is damaged' };
  throw error;
}
