import { randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { type FileHandle, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cliError } from '../cli-error.ts';
import { removeAtExit, type TemporaryFile } from './clean-up.ts';
import { systemReason } from './system-reason.ts';

/** Somewhere to write bytes to. */
export interface Output {
  /** How it is named in messages. */
  readonly name: string;
  /** Whether it is there as a whole or not at all, under a name beside which a manifest can stand. */
  readonly isAtomic: boolean;
  write(bytes: Uint8Array): Promise<void>;
  /** Makes what was written safe on the disk, not yet visible under its name. */
  sync(): Promise<void>;
  /** Gives it its name. */
  commit(): Promise<void>;
  /** Throws away what was written; what stood there is as it was. */
  discard(): Promise<void>;
}

function outputError(name: string, error: unknown): Error {
  return cliError(
    'ERR_CLI_OUTPUT',
    `${name} cannot be written: ${systemReason(error) ?? 'unknown reason'}`,
    {
      hint: 'Nothing was changed. Check the folder, its permissions and the space left.',
      details: { path: name, reason: (error as { code?: string }).code ?? 'unknown' },
    },
  );
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at);
    at += bytesWritten;
  }
}

/**
 * Creates a file that does not outlive the process unless it gets its place. It is made synchronously and known before, so that
 * no signal can come between; nobody else can read it until it is whole.
 */
async function createTemporary(
  path: string,
  mode: number,
): Promise<{ handle: FileHandle; cleanUp: TemporaryFile }> {
  const cleanUp = removeAtExit(path);
  try {
    closeSync(openSync(path, 'wx', mode));
  } catch (error) {
    // What stands there is not ours to remove.
    cleanUp.forget();
    throw error;
  }
  try {
    return { handle: await open(path, 'r+'), cleanUp };
  } catch (error) {
    cleanUp.remove();
    throw error;
  }
}

/** Written into a temporary file in the same folder, which takes the name of the real one once all is safe on the disk. */
class AtomicFile implements Output {
  readonly isAtomic = true;
  readonly name: string;
  private readonly target: string;
  private readonly temporary: string;
  private readonly handle: FileHandle;
  private readonly mode: number | undefined;
  private readonly cleanUp: TemporaryFile;
  private isOpen = true;

  constructor(
    name: string,
    target: string,
    temporary: string,
    handle: FileHandle,
    mode: number | undefined,
    cleanUp: TemporaryFile,
  ) {
    this.name = name;
    this.target = target;
    this.temporary = temporary;
    this.handle = handle;
    this.mode = mode;
    this.cleanUp = cleanUp;
  }

  async write(bytes: Uint8Array): Promise<void> {
    await this.guard(() => writeAll(this.handle, bytes));
  }

  async sync(): Promise<void> {
    await this.guard(async () => {
      if (this.mode !== undefined) await this.handle.chmod(this.mode);
      await this.handle.sync();
      this.isOpen = false;
      await this.handle.close();
    });
  }

  async commit(): Promise<void> {
    await this.guard(() => rename(this.temporary, this.target));
    this.cleanUp.forget();
    await syncFolder(dirname(this.target));
  }

  async discard(): Promise<void> {
    if (this.isOpen) await this.handle.close().catch(() => {});
    this.isOpen = false;
    await unlink(this.temporary).catch(() => {});
    this.cleanUp.forget();
  }

  private async guard(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      await this.discard();
      throw outputError(this.name, error);
    }
  }
}

/** A new name is safe only once the folder is. Where folders cannot be opened, there is no more that could be done. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  if (handle === undefined) return;
  await handle.sync().catch(() => {});
  await handle.close();
}

/** What is no file, such as a named pipe or /dev/null: written as it comes. */
class SpecialFile implements Output {
  readonly isAtomic = false;
  readonly name: string;
  private readonly handle: FileHandle;

  constructor(name: string, handle: FileHandle) {
    this.name = name;
    this.handle = handle;
  }

  async write(bytes: Uint8Array): Promise<void> {
    await writeAll(this.handle, bytes).catch((error: unknown) => {
      throw outputError(this.name, error);
    });
  }

  async sync(): Promise<void> {}

  async commit(): Promise<void> {
    await this.handle.close();
  }

  async discard(): Promise<void> {
    await this.handle.close().catch(() => {});
  }
}

/** Standard output. */
class StandardOutput implements Output {
  readonly isAtomic = false;
  readonly name = 'standard output';
  private failure: unknown;

  constructor() {
    // Without a listener, an error that comes between two writes would end the process with a stack.
    process.stdout.on('error', this.onError);
  }

  async write(bytes: Uint8Array): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      if (this.failure !== undefined) reject(this.describe(this.failure));
      else {
        process.stdout.write(bytes, (error) => {
          if (error) reject(this.describe(error));
          else resolve();
        });
      }
    });
  }

  async sync(): Promise<void> {
    // All that was written before has gone when this has.
    await this.write(new Uint8Array(0));
  }

  async commit(): Promise<void> {}

  async discard(): Promise<void> {}

  private readonly onError = (error: unknown): void => {
    this.failure ??= error;
  };

  private describe(error: unknown): Error {
    if ((error as { code?: string }).code !== 'EPIPE') return outputError(this.name, error);
    return cliError('ERR_CLI_PIPE', 'The reader of standard output closed the pipe (EPIPE)', {
      hint: 'What it has read so far is not the whole.',
    });
  }
}

/** Options of {@link openOutput}. */
export interface OutputOptions {
  /** Mode of a new file; an existing one keeps its own. The umask takes away from it. */
  readonly mode: number;
}

/**
 * Opens a file for writing as a whole or not at all. `-` is standard output.
 *
 * A symbolic link stays one: the file that it leads to is replaced.
 *
 * @throws {DataSecurityError} `ERR_CLI_OUTPUT` where it cannot be written.
 */
export async function openOutput(path: string, { mode }: OutputOptions): Promise<Output> {
  if (path === '-') return new StandardOutput();
  try {
    const target = await realpath(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return path;
      throw error;
    });
    const existing = await stat(target).catch(() => undefined);
    if (existing?.isDirectory() === true) {
      throw Object.assign(new Error(), { code: 'EISDIR' });
    }
    if (existing !== undefined && !existing.isFile()) {
      return new SpecialFile(path, await open(target, 'w'));
    }
    const name = `.${basename(target).slice(0, 200)}.${randomBytes(6).toString('hex')}.tmp`;
    const temporary = join(dirname(target), name);
    const wanted = existing === undefined ? mode & ~process.umask() : existing.mode & 0o7777;
    const { handle, cleanUp } = await createTemporary(temporary, mode & 0o600);
    return new AtomicFile(path, target, temporary, handle, wanted, cleanUp);
  } catch (error) {
    throw outputError(path, error);
  }
}
