import type { Finding } from '@yushu/core';
import type { Scanner } from '@yushu/detect';
import type { InputProblem } from '../input/input-problem.ts';
import type { FileFinding, ScanBatch } from './file-finding.ts';
import type { FilePlace, FindingBuilder } from './finding-builder.ts';

/** What one file is scanned with, and where what is found in it gathers. */
export class ScanSink {
  readonly path: string;
  readonly scanner: Scanner;
  private readonly builder: FindingBuilder;
  private findings: FileFinding[] = [];
  private problems: InputProblem[] = [];

  constructor(path: string, scanner: Scanner, builder: FindingBuilder) {
    this.path = path;
    this.scanner = scanner;
    this.builder = builder;
  }

  /** @param value - the text that was found; only a masked preview of it can come out. */
  addFinding(finding: Finding, place: FilePlace, value: () => string): void {
    this.findings.push(this.builder.build(this.path, finding, place, value));
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
