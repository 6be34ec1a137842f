import { randomBytes } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cliError } from '../cli-error.ts';
import { removeAtExit } from './clean-up.ts';
import type { Output } from './output-file.ts';
import { systemReason } from './system-reason.ts';

const chunkBytes = 1 << 18;

/** Bytes to read, once. */
export interface ByteSource {
  /** How it is named in messages. */
  readonly name: string;
  /** Where it is known. */
  readonly size: number | undefined;
  /** Whether it is a file, which can be read again and anywhere. */
  readonly isFile: boolean;
  chunks(): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

function inputError(name: string, error: unknown): Error {
  return cliError('ERR_CLI_INPUT', `${name}: ${systemReason(error) ?? 'cannot be read'}`);
}

async function* readHandle(handle: FileHandle, name: string): AsyncGenerator<Uint8Array> {
  for (;;) {
    const chunk = new Uint8Array(chunkBytes);
    const { bytesRead } = await handle.read(chunk, 0, chunkBytes, null).catch((error: unknown) => {
      throw inputError(name, error);
    });
    if (bytesRead === 0) return;
    yield chunk.subarray(0, bytesRead);
  }
}

async function* readStandardInput(name: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of process.stdin) yield chunk as Uint8Array;
  } catch (error) {
    throw inputError(name, error);
  }
}

/**
 * Opens a file for reading; `-` is standard input.
 *
 * @throws {DataSecurityError} `ERR_CLI_INPUT` where it cannot be read, here or while it is read.
 */
export async function openByteSource(path: string): Promise<ByteSource> {
  if (path === '-') {
    const name = 'standard input';
    const chunks = () => readStandardInput(name);
    return { name, size: undefined, isFile: false, chunks, close: async () => {} };
  }
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw inputError(path, error);
  });
  const status = await handle.stat();
  return {
    name: path,
    size: status.isFile() ? status.size : undefined,
    isFile: status.isFile(),
    chunks: () => readHandle(handle, path),
    close: () => handle.close(),
  };
}

/** A file that can be read as often as needed. */
export interface KeptFile {
  readonly path: string;
  /** Removes what was made; a file that was there stays. */
  remove(): void;
}

/** The file itself, or what comes through a pipe, kept as it is: what is sealed stays sealed. */
export async function keepSource(path: string, source: ByteSource): Promise<KeptFile> {
  if (source.isFile) return { path, remove: () => {} };
  const kept = join(tmpdir(), `yushu-${randomBytes(8).toString('hex')}.tmp`);
  const cleanUp = removeAtExit(kept);
  try {
    const handle = await open(kept, 'wx', 0o600);
    try {
      for await (const chunk of source.chunks()) await handle.writeFile(chunk);
    } finally {
      await handle.close();
    }
  } catch (error) {
    cleanUp.remove();
    throw error;
  }
  return { path: kept, remove: () => cleanUp.remove() };
}

/** Sends a source through a stream, and to an output where one is given. */
export async function pipeBytes(
  source: ByteSource,
  transform: TransformStream<Uint8Array, Uint8Array>,
  output: Output | undefined,
  onBytes: (count: number) => void,
): Promise<void> {
  const chunks = source.chunks();
  const input = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) return controller.close();
      onBytes(value.length);
      controller.enqueue(value);
    },
  });
  for await (const chunk of input.pipeThrough(transform)) await output?.write(chunk);
}
