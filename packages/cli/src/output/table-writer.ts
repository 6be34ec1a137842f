import { compareLevels, describeCategory, type Level } from '@yushu/core';
import picocolors from 'picocolors';
import type { ReportData } from '../report/report-data.ts';
import type { FileFinding, ScannedFile } from '../scan/file-finding.ts';
import { alignRows, pad, type Side } from './align.ts';
import { printable } from './printable.ts';
import type { ScanWriter, ScanWriterOptions } from './scan-writer.ts';

/** Findings of one file that are listed; the totals count all. */
const maxListed = 20;

/** Files in the totals, those with the most findings first. */
const maxFiles = 15;

const number = (value: number): string => value.toLocaleString('en');

function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

function plural(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Findings file by file, then totals, for people. */
class TableWriter implements ScanWriter {
  private readonly colours: ReturnType<typeof picocolors.createColors>;
  private readonly minLikelihood: string;
  private path: string | undefined;
  private listed = 0;

  constructor({ hasColours, minLikelihood }: ScanWriterOptions) {
    this.colours = picocolors.createColors(hasColours);
    this.minLikelihood = minLikelihood;
  }

  begin(): string {
    return '';
  }

  addFinding(finding: FileFinding): string {
    let text = '';
    if (finding.path !== this.path) {
      text = `${this.endListing()}${this.colours.bold(printable(finding.path))}\n`;
      this.path = finding.path;
      this.listed = 0;
    }
    this.listed += 1;
    return this.listed > maxListed ? text : text + this.formatRow(finding);
  }

  endFile(_file: ScannedFile): string {
    return this.endListing();
  }

  addProblem(): void {}

  end(report: ReportData): string {
    const { colours } = this;
    const parts = [this.endListing()];
    if (report.tallies.length > 0) {
      parts.push(this.formatCategories(report), '\n', this.formatFiles(report), '\n');
    }
    if (report.actions !== undefined) parts.push(formatActions(report), '\n');
    const findings = report.tallies.reduce((sum, tally) => sum + tally.findings, 0);
    const bytes = report.files.reduce((sum, file) => sum + (file.bytes ?? 0), 0);
    const place = `${plural(report.files.length, 'file')}, ${formatBytes(bytes)}`;
    const problems = report.problemCount ?? report.problems.length;
    const summary =
      findings === 0
        ? colours.green(`Nothing found that is ${this.minLikelihood.replace('_', ' ')} or more`)
        : colours.bold(`${plural(findings, 'finding')} (${formatLevels(report)})`);
    const trouble =
      problems === 0 ? '' : colours.red(`; ${plural(problems, 'problem')} named above`);
    return `${parts.join('')}${summary} in ${place}${trouble}.\n`;
  }

  private endListing(): string {
    if (this.path === undefined) return '';
    this.path = undefined;
    const more = this.listed - maxListed;
    return more > 0 ? `  … and ${number(more)} more (--format jsonl gives all)\n\n` : '\n';
  }

  private formatRow(finding: FileFinding): string {
    const { line, column, level, category, likelihood, pointer, preview, action } = finding;
    const cells = [
      pad(`${line}:${column}`, 12),
      this.paint(level, pad(formatLevel(level), 9)),
      pad(category, 28),
      pad(likelihood.replace('_', ' '), 11),
      ...(action === undefined ? [] : [pad(action, 9)]),
      ...(preview === undefined ? [] : [pad(printable(preview), 20)]),
      ...(pointer === undefined ? [] : [this.colours.dim(printable(pointer))]),
    ];
    return `  ${cells.join(' ').trimEnd()}\n`;
  }

  private paint(level: Level, text: string): string {
    if (compareLevels(level, 4) >= 0) return this.colours.red(text);
    return level === 3 ? this.colours.yellow(text) : text;
  }

  private formatCategories(report: ReportData): string {
    const sorted = [...report.tallies].sort(
      (a, b) => compareLevels(b.level, a.level) || b.findings - a.findings,
    );
    const rows = sorted.map(({ category, level, findings }) => {
      const { en, zh } = describeCategory(category);
      return [category, formatLevel(level), number(findings), zh, en];
    });
    return this.formatTable(['category', 'level', 'findings', '', ''], rows, [
      'left',
      'left',
      'right',
      'left',
      'left',
    ]);
  }

  private formatFiles(report: ReportData): string {
    const sorted = report.files
      .filter((file) => file.findings > 0)
      .sort((a, b) => b.findings - a.findings);
    const rows = sorted
      .slice(0, maxFiles)
      .map(({ path, findings, format = '', encoding = '', bytes }) => [
        printable(path),
        number(findings),
        format,
        encoding,
        bytes === undefined ? '' : formatBytes(bytes),
      ]);
    if (sorted.length > maxFiles)
      rows.push([`… and ${plural(sorted.length - maxFiles, 'file')} more`]);
    return this.formatTable(['file', 'findings', 'format', 'encoding', 'size'], rows, [
      'left',
      'right',
      'left',
      'left',
      'right',
    ]);
  }

  private formatTable(head: string[], rows: string[][], sides: Side[]): string {
    const [first, ...others] = alignRows([head, ...rows], sides);
    return `${this.colours.dim(first!)}\n${others.join('\n')}\n`;
  }
}

function formatLevel(level: Level): string {
  return typeof level === 'number' ? `L${level}` : level;
}

function formatLevels(report: ReportData): string {
  const counts = new Map<Level, number>();
  for (const { level, findings } of report.tallies) {
    counts.set(level, (counts.get(level) ?? 0) + findings);
  }
  return [...counts]
    .sort(([a], [b]) => compareLevels(b, a))
    .map(([level, count]) => `${number(count)} ${formatLevel(level)}`)
    .join(', ');
}

function formatActions(report: ReportData): string {
  const counts = new Map<string, number>();
  for (const { action, count } of report.actions ?? []) {
    counts.set(action, (counts.get(action) ?? 0) + count);
  }
  const list = [...counts].map(([action, count]) => `${action} ${number(count)}`).join(', ');
  return `policy${report.policyName === undefined ? '' : ` ${printable(report.policyName)}`}: ${list}\n`;
}

/** A writer of tables for terminals. */
export function createTableWriter(options: ScanWriterOptions): ScanWriter {
  return new TableWriter(options);
}
