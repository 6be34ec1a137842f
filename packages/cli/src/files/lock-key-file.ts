import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { cliError } from '../cli-error.ts';
import { removeAtExit } from './clean-up.ts';
import { systemReason } from './system-reason.ts';

/** So often, and after so many milliseconds, it is tried again: a change of a key file takes less than a second. */
const attempts = 50;
const pause = 100;

/** Whether the process that holds a lock has ended without giving it back. */
function isStale(holder: string): boolean {
  const [pid, host] = holder.trim().split(' ');
  if (host !== hostname()) return false;
  // Our own number, before we hold it: a container that was started again.
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/** Takes away a lock whose holder is dead. */
async function breakLock(path: string, aside: string, holder: string): Promise<void> {
  try {
    await rename(path, aside);
    // Another process was quicker, and what was taken away is its lock: it gets it back.
    if ((await readFile(aside, 'utf8')) !== holder) await link(aside, path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

async function takeLock(path: string): Promise<boolean> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, `${process.pid} ${hostname()}\n`, { flag: 'wx', mode: 0o600 });
    // Linked, not created: a lock that is there says whose it is.
    await link(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  const holder = await readFile(path, 'utf8').catch(() => '');
  if (isStale(holder)) await breakLock(path, temporary, holder);
  return false;
}

/**
 * Runs work that reads a key file and writes it anew while no other process does: the later of two writers would throw
 * away the keys of the earlier.
 *
 * @throws {DataSecurityError} `ERR_CLI_OUTPUT` where another process holds the lock, or it cannot be made.
 */
export async function withKeyFileLocked<T>(keyFile: string, work: () => Promise<T>): Promise<T> {
  const path = `${keyFile}.lock`;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const isTaken = await takeLock(path).catch((error: unknown) => {
      const reason = systemReason(error) ?? 'unknown reason';
      throw cliError('ERR_CLI_OUTPUT', `${path} cannot be written: ${reason}`, {
        hint: 'Nothing was changed. Check the folder, its permissions and the space left.',
      });
    });
    if (isTaken) {
      const lock = removeAtExit(path);
      try {
        return await work();
      } finally {
        lock.remove();
      }
    }
    await delay(pause);
  }
  throw cliError('ERR_CLI_OUTPUT', `${keyFile} is being changed by another process`, {
    hint: `Try again when it has ended. If there is none, remove ${path}.`,
  });
}
