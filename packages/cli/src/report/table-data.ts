/**
 * The findings as the page's script reads them: columns of numbers over lists of texts, so that 100 000 findings stay a few
 * megabytes and filter in one pass.
 *
 * @module
 */
import { type CategoryId, type EvidenceKind, levels, likelihoods } from '@yushu/core';
import { showControls } from './html.ts';
import {
  type Bilingual,
  evidenceNames,
  likelihoodNames,
  nameCategory,
  nameLevel,
} from './names.ts';
import type { ReportData } from './report-data.ts';

/** A name with its id. */
export interface TableName extends Bilingual {
  readonly id: string;
}

/** One finding's reasons: kind (index), weight in hundredths, and detail (index, or -1), three numbers a reason. */
export type TableEvidence = readonly number[];

/** What the script of the page reads. Every column has one entry a finding. */
export interface TableData {
  readonly files: readonly string[];
  readonly categories: readonly TableName[];
  readonly levels: readonly TableName[];
  readonly likelihoods: readonly TableName[];
  readonly kinds: readonly TableName[];
  readonly detectors: readonly string[];
  readonly details: readonly string[];
  readonly evidences: readonly TableEvidence[];

  readonly file: readonly number[];
  readonly line: readonly number[];
  readonly column: readonly number[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly category: readonly number[];
  readonly level: readonly number[];
  readonly likelihood: readonly number[];
  /** In thousandths. */
  readonly score: readonly number[];
  readonly detector: readonly number[];
  readonly evidence: readonly number[];
  /** Empty texts where there is none; absent where no finding has one. */
  readonly pointer?: readonly string[];
  readonly preview?: readonly string[];
}

/** A list of distinct texts that gives each its index. */
class Index {
  readonly texts: string[] = [];
  readonly #places = new Map<string, number>();

  of(text: string): number {
    let place = this.#places.get(text);
    if (place === undefined) {
      place = this.texts.length;
      this.texts.push(text);
      this.#places.set(text, place);
    }
    return place;
  }
}

function nameOfId(id: CategoryId): TableName {
  const { en, zh } = nameCategory(id);
  return { id: showControls(id), en: showControls(en), zh: showControls(zh) };
}

/** Turns a report's findings into {@link TableData}. */
export function toTableData(data: ReportData): TableData {
  const files = new Index();
  const categories = new Index();
  const detectors = new Index();
  const details = new Index();
  const evidences = new Index();
  const kinds = Object.keys(evidenceNames) as EvidenceKind[];
  // The charts speak of all files and categories, so these come first.
  for (const file of data.files) files.of(file.path);
  for (const tally of data.tallies) categories.of(tally.category);
  const { findings } = data;
  const has = (key: 'pointer' | 'preview') =>
    findings.some((finding) => finding[key] !== undefined);

  return {
    file: findings.map((finding) => files.of(finding.path)),
    line: findings.map((finding) => finding.line),
    column: findings.map((finding) => finding.column),
    start: findings.map((finding) => finding.start),
    end: findings.map((finding) => finding.end),
    category: findings.map((finding) => categories.of(finding.category)),
    level: findings.map((finding) => levels.indexOf(finding.level)),
    likelihood: findings.map((finding) => likelihoods.indexOf(finding.likelihood)),
    score: findings.map((finding) => Math.round(finding.score * 1000)),
    detector: findings.map((finding) => detectors.of(finding.detector)),
    evidence: findings.map((finding) =>
      evidences.of(
        finding.evidence
          .flatMap(({ kind, weight, detail }) => [
            kinds.indexOf(kind),
            Math.round(weight * 100),
            detail === undefined ? -1 : details.of(detail),
          ])
          .join(' '),
      ),
    ),
    ...(has('pointer') ? { pointer: findings.map((f) => showControls(f.pointer ?? '')) } : {}),
    ...(has('preview') ? { preview: findings.map((f) => showControls(f.preview ?? '')) } : {}),
    files: files.texts.map(showControls),
    categories: categories.texts.map((id) => nameOfId(id as CategoryId)),
    levels: levels.map((level) => ({ id: String(level), ...nameLevel(level) })),
    likelihoods: likelihoods.map((id) => ({ id, ...likelihoodNames[id] })),
    kinds: kinds.map((id) => ({ id, ...evidenceNames[id] })),
    detectors: detectors.texts.map(showControls),
    details: details.texts.map(showControls),
    evidences: evidences.texts.map((text) => (text === '' ? [] : text.split(' ').map(Number))),
  };
}
