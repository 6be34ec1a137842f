import { relative, resolve } from 'node:path';
import {
  type Baseline,
  type BaselineBuilder,
  type BaselineFile,
  isIgnoredLine,
} from '@yushu/detect/baseline';
import type { FileFinding } from './file-finding.ts';

/** Where a finding stands, for the comments that say it may. */
export interface SurroundingLines {
  readonly line: string;
  readonly before: string;
}

/** The path as it stands in baselines: from here, so that the same file has the same name on every machine. */
function nameInBaseline(path: string): string {
  if (path === '-') return path;
  const name = relative(process.cwd(), resolve(path));
  return name === '' || name.startsWith('..') ? path : name;
}

/** Keeps back what is known: by a comment in the file, or by the baseline. Counts both. */
export class KnownFindings {
  readonly baseline: Baseline | undefined;
  readonly builder: BaselineBuilder | undefined;
  /** How many findings comments have kept back. */
  ignored = 0;
  /** How many findings the baseline has kept back. */
  known = 0;

  constructor(baseline: Baseline | undefined, builder: BaselineBuilder | undefined) {
    this.baseline = baseline;
    this.builder = builder;
  }

  openFile(path: string): KnownInFile {
    return new KnownInFile(this, nameInBaseline(path));
  }
}

/** The same for one file, from its beginning to its end. */
export class KnownInFile {
  private readonly all: KnownFindings;
  private readonly path: string;
  private readonly file: BaselineFile | undefined;
  /** What is kept back while its category has no more than the baseline says. */
  private readonly held = new Map<string, FileFinding[]>();
  /** Categories that have more. */
  private readonly exceeded = new Set<string>();

  constructor(all: KnownFindings, path: string) {
    this.all = all;
    this.path = path;
    this.file = all.baseline?.openFile(path);
  }

  /** The findings to report now: the given one, or none, or with it those that were kept back before. */
  filter(
    finding: FileFinding,
    value: () => string,
    lines: (() => SurroundingLines) | undefined,
  ): readonly FileFinding[] {
    const { category } = finding;
    if (lines !== undefined) {
      const { line, before } = lines();
      if (isIgnoredLine(category, line, before)) {
        this.all.ignored += 1;
        return [];
      }
    }
    this.all.builder?.add(this.path, category, value());
    if (this.file === undefined) return [finding];
    if (this.file.isExact) {
      if (!this.file.knows(category, value())) return [finding];
      this.all.known += 1;
      return [];
    }
    return this.count(finding, this.file.countOf(category));
  }

  private count(finding: FileFinding, count: number): readonly FileFinding[] {
    const { category } = finding;
    if (count === 0 || this.exceeded.has(category)) return [finding];
    const held = this.held.get(category) ?? [];
    this.held.set(category, held);
    if (held.length < count) {
      held.push(finding);
      this.all.known += 1;
      return [];
    }
    // One more than is known, and nobody can say which: all of them are told.
    this.held.delete(category);
    this.exceeded.add(category);
    this.all.known -= held.length;
    return [...held, finding];
  }
}
