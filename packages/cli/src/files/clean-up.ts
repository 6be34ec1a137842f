import { rmSync, unlinkSync } from 'node:fs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Files that must not outlive the process. */
const temporary = new Set<string>();

function removeAll(): void {
  for (const path of temporary) {
    try {
      unlinkSync(path);
    } catch {
      // It is gone already, or cannot be removed: there is nobody to tell any more.
    }
  }
  temporary.clear();
}

function onSignal(signal: NodeJS.Signals): void {
  removeAll();
  for (const one of signals) process.off(one, onSignal);
  // By its own hand, so that whoever started the command sees the signal.
  process.kill(process.pid, signal);
}

/** A file that is removed when the process ends. */
export interface TemporaryFile {
  /** It has its place now, and stays. */
  forget(): void;
  /** Removes it now. */
  remove(): void;
}

/** Has a file removed when the process ends, by a signal too. */
export function removeAtExit(path: string): TemporaryFile {
  if (temporary.size === 0) {
    for (const signal of signals) process.on(signal, onSignal);
    process.on('exit', removeAll);
  }
  temporary.add(path);
  const forget = (): void => {
    temporary.delete(path);
    if (temporary.size > 0) return;
    for (const signal of signals) process.off(signal, onSignal);
    process.off('exit', removeAll);
  };
  const remove = (): void => {
    rmSync(path, { force: true });
    forget();
  };
  return { forget, remove };
}
