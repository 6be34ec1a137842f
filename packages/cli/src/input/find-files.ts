import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { describeSystemError, type InputProblem } from './input-problem.ts';

/** A file to read. */
export interface InputFile {
  readonly kind: 'file';
  /** As the user gave it or as it was reached from there; `-` for standard input. */
  readonly path: string;
  /** Whether the user named this very file. */
  readonly isOperand: boolean;
}

/** What a walk meets. */
export type Found = InputFile | { readonly kind: 'problem'; readonly problem: InputProblem };

/** Folders that hold no data of one's own: stores of version control and installed packages. */
const skippedFolders: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);

function identify(stats: Stats): string {
  return `${stats.dev}:${stats.ino}`;
}

function note(path: string, code: InputProblem['code'], message: string, hint?: string): Found {
  const problem: InputProblem = { path, code, message, isNote: true, ...(hint ? { hint } : {}) };
  return { kind: 'problem', problem };
}

/** One folder that was named, and how it is walked. */
class FolderWalk {
  /** Real path of the folder that was named. */
  private readonly root: string;
  private readonly signal: AbortSignal | undefined;

  constructor(root: string, signal: AbortSignal | undefined) {
    this.root = root;
    this.signal = signal;
  }

  async *walk(folder: string, ancestors: ReadonlySet<string>): AsyncGenerator<Found> {
    let entries: Dirent[];
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch (error) {
      yield { kind: 'problem', problem: describeSystemError(folder, error) };
      return;
    }
    // By code units, so that the order is the same on every machine.
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (this.signal?.aborted) return;
      const path = join(folder, entry.name);
      if (entry.isFile()) yield { kind: 'file', path, isOperand: false };
      else if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name)) yield* this.enter(path, ancestors);
      } else if (entry.isSymbolicLink()) yield* this.follow(path, ancestors);
      else yield note(path, 'ERR_CLI_SPECIAL_FILE', 'is a device, pipe or socket: not read');
    }
  }

  private async *enter(path: string, ancestors: ReadonlySet<string>): AsyncGenerator<Found> {
    const stats = await stat(path).catch(() => undefined);
    const within = stats === undefined ? ancestors : new Set([...ancestors, identify(stats)]);
    yield* this.walk(path, within);
  }

  /** A link leads into the folder, where its target is met anyway; outside, where it was not asked to go; or in a circle. */
  private async *follow(path: string, ancestors: ReadonlySet<string>): AsyncGenerator<Found> {
    try {
      const stats = await stat(path);
      if (ancestors.has(identify(stats))) {
        const message = 'the symbolic link leads back to a folder that it stands in';
        yield { kind: 'problem', problem: { path, code: 'ERR_CLI_LINK_LOOP', message } };
        return;
      }
      const target = await realpath(path);
      const isInside = target.startsWith(this.root.endsWith(sep) ? this.root : this.root + sep);
      // In a folder that the walk skips, the target is met only here.
      const isMet = !target
        .slice(this.root.length)
        .split(sep)
        .some((part) => skippedFolders.has(part));
      if (isInside && isMet) return;
      const hint = 'Name its target to have it scanned.';
      yield note(
        path,
        'ERR_CLI_LINK_SKIPPED',
        'the symbolic link leads outside: not followed',
        hint,
      );
    } catch (error) {
      yield { kind: 'problem', problem: describeSystemError(path, error) };
    }
  }
}

/**
 * The files that the operands of a command mean: files as they are named, folders with all that is in them, in sorted order.
 * `.git`, `.hg`, `.svn` and `node_modules` within folders are passed over.
 */
export async function* findFiles(
  operands: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<Found> {
  for (const path of operands) {
    if (signal?.aborted) return;
    if (path === '-') {
      yield { kind: 'file', path, isOperand: true };
      continue;
    }
    try {
      const stats = await stat(path);
      if (!stats.isDirectory()) {
        yield { kind: 'file', path, isOperand: true };
        continue;
      }
      const walk = new FolderWalk(await realpath(path), signal);
      yield* walk.walk(path, new Set([identify(stats)]));
    } catch (error) {
      yield { kind: 'problem', problem: describeSystemError(path, error) };
    }
  }
}
