import { createHash } from 'node:crypto';
import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CategoryId, describeCategory, type Level } from '@yushu/core';
import type { InputProblem } from '../input/input-problem.ts';
import type { FileFinding } from '../scan/file-finding.ts';
import type { ScanWriter, ScanWriterOptions } from './scan-writer.ts';

const schema =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Problems that are listed, at most. */
const maxProblems = 1000;

/** SARIF's own three levels. */
function sarifLevel(level: Level): 'error' | 'warning' | 'note' {
  if (level === 1 || level === 2) return 'note';
  return level === 3 ? 'warning' : 'error';
}

/** A path as a URI reference: relative as the user gave it, or absolute. */
export function toUri(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split(sep).map(encodeURIComponent).join('/');
}

/** Writes SARIF 2.1.0, result by result. It never holds text of the input: no snippets, and fingerprints not of values. */
class SarifWriter implements ScanWriter {
  private readonly version: string;
  private readonly rules = new Map<CategoryId, number>();
  private readonly problems: InputProblem[] = [];
  /** How many of each category the file has had. */
  private ordinals = new Map<string, number>();
  private path = '';
  private isFirst = true;

  constructor(version: string) {
    this.version = version;
  }

  begin(): string {
    return `{"$schema":${JSON.stringify(schema)},"version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[`;
  }

  addFinding(finding: FileFinding): string {
    const separator = this.isFirst ? '\n' : ',\n';
    this.isFirst = false;
    return separator + JSON.stringify(this.describe(finding));
  }

  endFile(): string {
    return '';
  }

  addProblem(problem: InputProblem): void {
    if (this.problems.length < maxProblems) this.problems.push(problem);
  }

  end(): string {
    const rest = {
      tool: {
        driver: {
          name: 'yushu',
          version: this.version,
          rules: [...this.rules.keys()].map((id) => this.describeRule(id)),
        },
      },
      invocations: [
        {
          executionSuccessful: !this.problems.some((problem) => problem.isNote !== true),
          toolExecutionNotifications: this.problems.map(describeProblem),
        },
      ],
    };
    return `\n],${JSON.stringify(rest).slice(1)}]}\n`;
  }

  private describeRule(id: CategoryId) {
    const { zh, en, level } = describeCategory(id);
    return {
      id,
      shortDescription: { text: en },
      fullDescription: { text: `${en} (${zh}), level ${level}` },
      defaultConfiguration: { level: sarifLevel(level) },
    };
  }

  private describe(finding: FileFinding) {
    const { path, category, level, likelihood, score, detector, evidence, pointer } = finding;
    const { en, zh } = describeCategory(category);
    const ruleIndex = this.rules.get(category) ?? this.rules.size;
    this.rules.set(category, ruleIndex);
    return {
      ruleId: category,
      ruleIndex,
      level: sarifLevel(level),
      kind: 'fail',
      rank: Math.round(score * 1000) / 10,
      message: { text: `${en} (${zh}), ${likelihood.replace('_', ' ')}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: toUri(path) },
            region: {
              startLine: finding.line,
              startColumn: finding.column,
              endLine: finding.endLine,
              endColumn: finding.endColumn,
              charOffset: finding.start,
              charLength: finding.end - finding.start,
            },
          },
          ...(pointer === undefined
            ? {}
            : { logicalLocations: [{ fullyQualifiedName: pointer, kind: 'member' }] }),
        },
      ],
      partialFingerprints: { 'yushuPlace/v1': this.fingerprint(path, category) },
      properties: { level, likelihood, score, detector, evidence, ...describePolicy(finding) },
    };
  }

  /**
   * Tells a result from others when lines above it change: file, category and which of them it is. Not the value: its digest would
   * be easy to guess for a phone number.
   */
  private fingerprint(path: string, category: CategoryId): string {
    if (path !== this.path) {
      this.path = path;
      this.ordinals = new Map();
    }
    const ordinal = (this.ordinals.get(category) ?? 0) + 1;
    this.ordinals.set(category, ordinal);
    const place = JSON.stringify([path, category, ordinal]);
    return createHash('sha256').update(place).digest('hex').slice(0, 32);
  }
}

function describePolicy({ action, rule, preview }: FileFinding) {
  return {
    ...(action === undefined ? {} : { action, rule }),
    ...(preview === undefined ? {} : { preview }),
  };
}

function describeProblem({ path, code, message, line, column, isNote }: InputProblem) {
  return {
    descriptor: { id: code },
    level: isNote ? 'note' : 'error',
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(path) },
          ...(line === undefined
            ? {}
            : {
                region: {
                  startLine: line,
                  ...(column === undefined ? {} : { startColumn: column }),
                },
              }),
        },
      },
    ],
  };
}

/** A writer of SARIF 2.1.0 (OASIS, with errata 01). */
export function createSarifWriter({ version }: ScanWriterOptions): ScanWriter {
  return new SarifWriter(version);
}
