import { printable } from './printable.ts';

/** Between two updates of the line, in milliseconds. */
const interval = 200;

/** Tells on a terminal how far a long task is, in one line that is written over. */
export interface Progress {
  update(bytes: number, findings: number, path: string): void;
  /** Takes the line away, so that something else can be written. */
  clear(): void;
}

/** A progress line on standard error; on anything but a terminal, it says nothing. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (stream.isTTY !== true) return { update: () => {}, clear: () => {} };
  let shownAt = performance.now();
  let isShown = false;
  return {
    update(bytes, findings, path) {
      const now = performance.now();
      if (now - shownAt < interval) return;
      shownAt = now;
      isShown = true;
      const line = `${(bytes / 1e6).toFixed(1)} MB, ${findings.toLocaleString('en')} findings  ${printable(path)}`;
      stream.write(`\r\u001B[K${line.slice(0, (stream.columns || 80) - 1)}`);
    },
    clear() {
      if (!isShown) return;
      stream.write('\r\u001B[K');
      isShown = false;
    },
  };
}
