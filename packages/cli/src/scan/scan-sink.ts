import type { Finding } from '@yushu/core';
import type { Scanner } from '@yushu/detect';
import type { InputProblem } from '../input/input-problem.ts';
import type { FileFinding, ScanBatch } from './file-finding.ts';
import type { FilePlace, FindingBuilder } from './finding-builder.ts';
import type { KnownInFile, SurroundingLines } from './known-findings.ts';

/** What one file is scanned with, and where what is found in it gathers. */
export class ScanSink {
  readonly path: string;
  readonly scanner: Scanner;
  private readonly builder: FindingBuilder;
  private readonly known: KnownInFile | undefined;
  private findings: FileFinding[] = [];
  private problems: InputProblem[] = [];

  constructor(path: string, scanner: Scanner, builder: FindingBuilder, known?: KnownInFile) {
    this.path = path;
    this.scanner = scanner;
    this.builder = builder;
    this.known = known;
  }

  /**
   * @param value - the text that was found; only a masked preview of it can come out.
   * @param lines - the line that it stands on and the one before, where comments can stand.
   */
  addFinding(
    finding: Finding,
    place: FilePlace,
    value: () => string,
    lines?: () => SurroundingLines,
  ): void {
    const built = this.builder.build(this.path, finding, place, value);
    if (this.known === undefined) this.findings.push(built);
    else this.findings.push(...this.known.filter(built, value, lines));
  }

  addProblem(problem: Omit<InputProblem, 'path'>): void {
    this.problems.push({ path: this.path, ...problem });
  }

  /** What has gathered since it was taken last, in order of place. */
  take(): ScanBatch {
    const { findings, problems } = this;
    this.findings = [];
    this.problems = [];
    return { findings, problems };
  }
}
