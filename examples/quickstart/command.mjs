/**
 * Runs the command as a program of its own, as a shell would.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the workspace; commands run there. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Folder for what is written, relative to the workspace and ignored by git. */
export const out = process.env.YUSHU_QUICKSTART_OUT || 'examples/out';

/** An absolute path of a path in the workspace. */
export const inRoot = (path) => join(root, path);

/**
 * Runs the command with arguments, and gives its exit code and the words that it said on standard error where these were not
 * shown: on a terminal they are, with the command's own progress.
 */
export class Command {
  #path;
  #ahead = new Map();

  constructor(path) {
    this.#path = path;
  }

  run(args) {
    return this.#ahead.get(args.join(' ')) ?? this.#start(args, process.stderr.isTTY === true);
  }

  /** Begins commands that `run` is asked for later, one after the other and in silence, while another works. */
  begin(commands) {
    let before = Promise.resolve();
    for (const args of commands) {
      before = before.then(() => this.#start(args, false));
      this.#ahead.set(args.join(' '), before);
    }
  }

  #start(args, shown) {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [this.#path, ...args], {
        cwd: root,
        stdio: ['ignore', 'inherit', shown ? 'inherit' : 'pipe'],
      });
      let words = '';
      child.stderr?.setEncoding('utf8').on('data', (text) => {
        words += text;
      });
      child.once('error', reject);
      child.once('close', (code) => resolve({ code: code ?? 1, words: words.trim() }));
    });
  }
}
