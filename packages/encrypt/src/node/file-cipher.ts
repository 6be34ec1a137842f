/**
 * Whole files, encrypted as streams.
 *
 * @module
 */
import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { encryptError } from '../errors.ts';
import type { StreamingAead } from '../streaming/create-streaming-aead.ts';
import type { RandomAccessReader } from '../streaming/random-access.ts';

/** Options of {@link encryptFile} and {@link decryptFile}. */
export interface FileCipherOptions {
  /** Bound to the file: its name or id, say. Needed again to decrypt. Empty unless given. */
  readonly associatedData?: Uint8Array;
  /** Whether a file that is there may be replaced. Not unless given. */
  readonly overwrite?: boolean;
  /** Ends the work; nothing is left at the path. */
  readonly signal?: AbortSignal;
  /** Called with the bytes read so far, and how many there are. */
  readonly onProgress?: (readBytes: number, totalBytes: number) => void;
}

const none = new Uint8Array(0);
const chunkBytes = 1 << 18;

function fileError(problem: string, path: string, error: unknown): Error {
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return encryptError('ERR_ENCRYPT_FILE', problem, {
    hint:
      reason === 'EEXIST'
        ? 'Choose another path, or say that it may be overwritten.'
        : 'Check the path, its permissions and the space left.',
    details: { path, reason },
  });
}

async function openToRead(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw fileError('The file cannot be read', path, error);
  }
}

function readable(input: FileHandle, path: string, size: number, options: FileCipherOptions) {
  let total = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      options.signal?.throwIfAborted();
      const chunk = new Uint8Array(chunkBytes);
      const { bytesRead } = await input.read(chunk, 0, chunkBytes, null).catch((error: unknown) => {
        throw fileError('The file cannot be read', path, error);
      });
      if (bytesRead === 0) {
        controller.close();
        return;
      }
      total += bytesRead;
      options.onProgress?.(total, size);
      controller.enqueue(chunk.subarray(0, bytesRead));
    },
  });
}

function writable(output: FileHandle, path: string) {
  return new WritableStream<Uint8Array>({
    async write(chunk) {
      let start = 0;
      while (start < chunk.length) {
        const { bytesWritten } = await output.write(chunk, start).catch((error: unknown) => {
          throw fileError('The file cannot be written', path, error);
        });
        start += bytesWritten;
      }
    },
  });
}

/** Reserves the name, so that nobody else's file is replaced by the rename at the end. */
async function reserve(path: string, overwrite: boolean): Promise<boolean> {
  if (overwrite) return false;
  try {
    await (await open(path, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    throw fileError(
      (error as NodeJS.ErrnoException).code === 'EEXIST'
        ? 'The file exists already'
        : 'The file cannot be written',
      path,
      error,
    );
  }
}

async function transformFile(
  from: string,
  to: string,
  transform: ReadableWritablePair<Uint8Array, Uint8Array>,
  options: FileCipherOptions,
): Promise<void> {
  const input = await openToRead(from);
  const temporary = join(dirname(to), `.${basename(to)}.${randomUUID()}.tmp`);
  let reserved = false;
  try {
    const { size } = await input.stat();
    reserved = await reserve(to, options.overwrite ?? false);
    const output = await open(temporary, 'wx', 0o600).catch((error: unknown) => {
      throw fileError('The file cannot be written', to, error);
    });
    try {
      await readable(input, from, size, options)
        .pipeThrough(transform)
        .pipeTo(writable(output, to));
      await output.sync();
    } finally {
      await output.close();
    }
    await rename(temporary, to);
    reserved = false;
  } finally {
    await input.close();
    await rm(temporary, { force: true });
    if (reserved) await rm(to, { force: true });
  }
}

/**
 * Encrypts a file of any size, in memory that does not grow. At every moment the path holds what it held before or the
 * whole result.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_FILE` where a file cannot be read or written, or exists already.
 *
 * @example
 * ```ts
 * import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
 * import { createStreamingAead, generateKeyset } from '@yushu/encrypt';
 * import { decryptFile, encryptFile } from '@yushu/encrypt/node';
 *
 * const folder = await mkdtemp('/tmp/files-');
 * await writeFile(`${folder}/a.sql`, 'insert into …');
 * const aead = createStreamingAead(generateKeyset('AES256_GCM_HKDF_1MB'));
 * await encryptFile(`${folder}/a.sql`, `${folder}/a.sql.enc`, aead);
 * await decryptFile(`${folder}/a.sql.enc`, `${folder}/b.sql`, aead);
 * console.log(await readFile(`${folder}/b.sql`, 'utf8')); // insert into …
 * ```
 */
export async function encryptFile(
  from: string,
  to: string,
  aead: StreamingAead,
  options: FileCipherOptions = {},
): Promise<void> {
  await transformFile(from, to, aead.sealStream(options.associatedData ?? none), options);
}

/**
 * Decrypts what {@link encryptFile} wrote. Nothing stands at the path before all of it is known to be authentic.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` where the file was changed or cut off, or the key or the associated data
 * is another; `ERR_ENCRYPT_FILE` where a file cannot be read or written, or exists already.
 *
 * @example
 * ```ts
 * import { mkdtemp, writeFile } from 'node:fs/promises';
 * import { createStreamingAead, generateKeyset } from '@yushu/encrypt';
 * import { decryptFile } from '@yushu/encrypt/node';
 *
 * const folder = await mkdtemp('/tmp/files-');
 * await writeFile(`${folder}/a.enc`, 'not encrypted');
 * const aead = createStreamingAead(generateKeyset('AES256_GCM_HKDF_1MB'));
 * const failure = await decryptFile(`${folder}/a.enc`, `${folder}/a`, aead).catch((error) => error);
 * console.log(failure.code); // ERR_ENCRYPT_OPEN
 * ```
 */
export async function decryptFile(
  from: string,
  to: string,
  aead: StreamingAead,
  options: FileCipherOptions = {},
): Promise<void> {
  await transformFile(from, to, aead.openStream(options.associatedData ?? none), options);
}

/** An encrypted file that can be read anywhere. */
export interface EncryptedFile extends RandomAccessReader {
  close(): Promise<void>;
}

/**
 * Opens an encrypted file for reading anywhere, without decrypting the rest.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPEN` and `ERR_ENCRYPT_FILE`, as {@link decryptFile}.
 *
 * @example
 * ```ts
 * import { mkdtemp, writeFile } from 'node:fs/promises';
 * import { createStreamingAead, generateKeyset } from '@yushu/encrypt';
 * import { encryptFile, openEncryptedFile } from '@yushu/encrypt/node';
 *
 * const folder = await mkdtemp('/tmp/files-');
 * await writeFile(`${folder}/a.txt`, '0123456789');
 * const aead = createStreamingAead(generateKeyset('AES256_GCM_HKDF_4KB'));
 * await encryptFile(`${folder}/a.txt`, `${folder}/a.enc`, aead);
 * const file = await openEncryptedFile(`${folder}/a.enc`, aead);
 * console.log(new TextDecoder().decode(await file.read(3, 4))); // 3456
 * await file.close();
 * ```
 */
export async function openEncryptedFile(
  path: string,
  aead: StreamingAead,
  options: { readonly associatedData?: Uint8Array } = {},
): Promise<EncryptedFile> {
  const handle = await openToRead(path);
  try {
    const { size } = await handle.stat();
    const read = async (offset: number, length: number) => {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await handle.read(bytes, 0, length, offset).catch((error: unknown) => {
        throw fileError('The file cannot be read', path, error);
      });
      return bytes.subarray(0, bytesRead);
    };
    const reader = await aead.openSource({ size, read }, options.associatedData ?? none);
    return {
      size: reader.size,
      read: (offset, length) => reader.read(offset, length),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}
