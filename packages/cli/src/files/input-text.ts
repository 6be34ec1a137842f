import { isAscii } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { DocumentType } from '@yushu/protect';
import { cliError } from '../cli-error.ts';
import { readByteOrderMark, recogniseUtf16 } from '../input/choose-encoding.ts';
import { detectFormat } from '../input/detect-format.ts';
import { describeReadError } from '../input/open-document.ts';
import { type ByteChunks, peekBytes, readFileBytes, readStreamBytes } from '../input/read-bytes.ts';
import { recogniseArchive, recogniseBinary } from '../input/recognise-binary.ts';
import { isKnownEncoding, TextDecoding } from '../input/text-decoding.ts';

/** So much is looked at before it is decided what a file is. */
const headSize = 65_536;

/** Bytes are decoded in pieces of which V8 reclaims the text at once: larger strings wait for a full collection. */
const pieceSize = 32_768;

/** How a text is stored, so that the output can be stored in the same way. */
export interface Storage {
  readonly type: DocumentType;
  /** Between the cells of a table. */
  readonly delimiter?: string;
  /** Name of the encoding; `undefined` where all is ASCII so far. */
  readonly encoding: string;
  readonly hasByteOrderMark: boolean;
  readonly isGzip: boolean;
}

/** A text that is read in pieces. */
export interface InputText {
  /** How it is named in messages. */
  readonly name: string;
  readonly storage: Storage;
  /** Size in bytes, where it is known. */
  readonly size: number | undefined;
  /** To be read once. */
  readonly chunks: AsyncGenerator<string>;
  /** Whether bytes were met that are not of the encoding. */
  isDamaged(): boolean;
  /** Whether the encoding is a guess of last resort. */
  isGuess(): boolean;
  /** The encoding, which may only be known at the end where the text begins in ASCII and cannot be read twice. */
  encoding(): string;
  /** Whether the encoding may not give every byte back that it reads. */
  readonly needsProof: boolean;
  /** Hash of the bytes that were read, unpacked and without byte order mark, where the encoding might not give them back. */
  digest(): string | undefined;
  close(): Promise<void>;
}

/** Options of {@link openInput}. */
export interface InputOptions {
  /** How it is named in messages, where not by its path. */
  readonly name?: string | undefined;
  readonly type?: DocumentType | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly onBytes?: ((count: number) => void) | undefined;
}

function inputError(path: string, error: unknown): Error {
  const { code, message, hint } = describeReadError(path, error);
  return refuse(path, `${message}`, hint, code);
}

function refuse(path: string, message: string, hint?: string, reason?: string): Error {
  return cliError('ERR_CLI_INPUT', `${path}: ${message}`, {
    ...(hint === undefined ? {} : { hint }),
    details: { path, ...(reason === undefined ? {} : { reason }) },
  });
}

async function* unpack(path: string, bytes: ByteChunks): ByteChunks {
  const { gunzipBytes } = await import('../input/gunzip-bytes.ts');
  try {
    yield* gunzipBytes(bytes);
  } catch (error) {
    throw inputError(path, error);
  }
}

async function* watch(
  path: string,
  bytes: ByteChunks,
  onBytes: ((count: number) => void) | undefined,
): ByteChunks {
  try {
    for await (const chunk of bytes) {
      onBytes?.(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw inputError(path, error);
  }
}

/** An encoding, and whether it is a guess of last resort. */
interface FoundEncoding {
  readonly encoding: string;
  readonly isGuess: boolean;
}

/** The encoding of a file, which may say so only far from its beginning: where the first character beyond ASCII stands. */
async function findEncoding(handle: FileHandle): Promise<FoundEncoding> {
  const decoding = new TextDecoding();
  const buffer = new Uint8Array(262_144);
  let wanted = headSize;
  for (let position = 0; wanted > 0; ) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
    if (bytesRead === 0) break;
    const chunk = buffer.subarray(0, bytesRead);
    const isPlain = isAscii(chunk);
    // From what is plain ASCII behind the beginning, nothing can be learnt.
    if (position === 0 || !isPlain || wanted < headSize) decoding.push(chunk);
    if (!isPlain || wanted < headSize) wanted -= bytesRead;
    position += bytesRead;
  }
  decoding.end();
  return { encoding: decoding.encoding, isGuess: decoding.isGuess };
}

function isSameEncoding(a: string, b: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain(a) === plain(b);
}

/**
 * Opens a text file, or standard input for `-`, and finds out how it is stored.
 *
 * @throws {DataSecurityError} `ERR_CLI_INPUT` where it cannot be read or is no text.
 */
export async function openInput(path: string, options: InputOptions): Promise<InputText> {
  if (options.encoding !== undefined && !isKnownEncoding(options.encoding)) {
    throw cliError('ERR_CLI_USAGE', `The encoding ${options.encoding} is not known`, {
      hint: 'Give a name such as utf-8, utf-16le, gb18030 or latin1.',
    });
  }
  let handle: FileHandle | undefined;
  const close = async (): Promise<void> => {
    await handle?.close().catch(() => {});
  };
  try {
    if (path !== '-') handle = await open(path, 'r');
    const stats = await handle?.stat();
    if (stats?.isDirectory() === true)
      throw Object.assign(new Error(), { code: 'EISDIR', syscall: 'read' });
    return await readInput(
      path,
      options,
      handle,
      stats?.isFile() === true ? stats.size : undefined,
      close,
    );
  } catch (error) {
    await close();
    if ((error as { code?: string }).code?.startsWith('ERR_CLI_') === true) throw error;
    throw inputError(path, error);
  }
}

async function readInput(
  path: string,
  options: InputOptions,
  handle: FileHandle | undefined,
  size: number | undefined,
  close: () => Promise<void>,
): Promise<InputText> {
  const name = options.name ?? (path === '-' ? 'standard input' : path);
  const source = handle === undefined ? readStreamBytes(process.stdin) : readFileBytes(handle);
  let peeked = await peekBytes(watch(name, source, options.onBytes), headSize);
  if (peeked.head.length === 0) throw refuse(`${name}:1`, 'the file is empty');
  const isGzip = recogniseArchive(peeked.head) === 'gzip';
  if (isGzip) peeked = await peekBytes(unpack(name, peeked.all), headSize);
  const { head } = peeked;
  const archive = recogniseArchive(head);
  if (archive !== undefined) {
    throw refuse(
      name,
      `is a ${archive} archive: its parts cannot be written back`,
      'Unpack it first, or save a workbook as CSV.',
    );
  }
  const mark = readByteOrderMark(head);
  const isUtf16 =
    mark?.encoding.startsWith('utf-16') === true ||
    options.encoding?.toLowerCase().startsWith('utf-16') === true ||
    recogniseUtf16(head) !== undefined;
  const binary = recogniseBinary(head, isUtf16);
  if (binary !== undefined) throw refuse(name, `is ${binary}: not read`);
  const isRereadable = handle !== undefined && size !== undefined && !isGzip;
  const found =
    options.encoding === undefined && isRereadable ? await findEncoding(handle) : undefined;
  const known = options.encoding ?? found?.encoding;
  const decoding = new TextDecoding(known);
  const hasByteOrderMark =
    mark !== undefined && (known === undefined || isSameEncoding(mark.encoding, known));
  // UTF-8 gives every byte back that it can read; of other encodings that must be proved.
  const hash =
    known !== undefined && isSameEncoding(known, 'utf-8') ? undefined : createHash('sha256');
  const decoded = decode(peeked.all, decoding, hasByteOrderMark ? mark.length : 0, hash);
  let text = '';
  let isWhole = false;
  while (text.length < headSize && !isWhole) {
    const next = await decoded.next();
    if (next.done === true) isWhole = true;
    else text += next.value;
  }
  async function* chunks(): AsyncGenerator<string> {
    if (text !== '') yield text;
    text = '';
    yield* decoded;
  }
  const seen = detectFormat(path, text.slice(0, headSize), isWhole && text.length <= headSize);
  // What protects a document changes a message as the text that it is.
  const type = options.type ?? (seen.format === 'http' ? 'text' : seen.format);
  const delimiter = options.delimiter ?? (type === seen.format ? seen.delimiter : undefined);
  return {
    name,
    size,
    storage: {
      type,
      ...(delimiter === undefined ? {} : { delimiter }),
      encoding: decoding.encoding,
      hasByteOrderMark,
      isGzip,
    },
    chunks: chunks(),
    needsProof: hash !== undefined,
    isDamaged: () => decoding.firstInvalid !== undefined,
    isGuess: () => decoding.isGuess || found?.isGuess === true,
    encoding: () => decoding.encoding,
    digest: () => (decoding.encoding === 'utf-8' ? undefined : hash?.digest('hex')),
    close,
  };
}

async function* decode(
  bytes: ByteChunks,
  decoding: TextDecoding,
  markLength: number,
  hash: Hash | undefined,
): AsyncGenerator<string> {
  let skip = markLength;
  for await (const chunk of bytes) {
    hash?.update(chunk.subarray(skip));
    skip = 0;
    for (let at = 0; at < chunk.length; at += pieceSize) {
      const text = decoding.push(chunk.subarray(at, at + pieceSize));
      if (text !== '') yield text;
    }
  }
  const rest = decoding.end();
  if (rest !== '') yield rest;
}
