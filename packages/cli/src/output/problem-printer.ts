import type { InputProblem } from '../input/input-problem.ts';
import { printable } from './printable.ts';

/** Problems of one file that are printed one by one. */
const maxPrinted = 20;

/** Names problems of inputs on standard error, each with its file and line. */
export class ProblemPrinter {
  private readonly write: (text: string) => void;
  private path = '';
  private count = 0;
  private readonly hints = new Set<string>();

  constructor(write: (text: string) => void) {
    this.write = write;
  }

  print(problem: InputProblem): void {
    if (problem.path !== this.path) {
      this.endFile();
      this.path = problem.path;
    }
    this.count += 1;
    if (this.count > maxPrinted) return;
    const { path, code, message, line, column, hint, isNote } = problem;
    const name = path === '-' ? 'standard input' : printable(path);
    const place = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
    this.write(`yushu: ${isNote ? 'note: ' : ''}${name}${place}: ${message} (${code})\n`);
    // The same advice once is enough.
    if (hint === undefined || this.hints.has(hint)) return;
    this.hints.add(hint);
    this.write(`  ${hint}\n`);
  }

  /** Says how many were not printed. */
  endFile(): void {
    const more = this.count - maxPrinted;
    if (more > 0) {
      this.write(
        `yushu: ${printable(this.path)}: and ${more.toLocaleString('en')} problems more\n`,
      );
    }
    this.count = 0;
    this.path = '';
  }
}
