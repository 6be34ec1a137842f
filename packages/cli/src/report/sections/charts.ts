import { type CategoryId, compareLevels, type Level, levels } from '@yushu/core';
import { type Html, html } from '../html.ts';
import { both, formatCount, formatShare, nameCategory, nameLevel, show } from '../names.ts';
import type { ReportData } from '../report-data.ts';

/** Rows of a chart that are shown before the reader asks for the rest. */
const shownRows = 8;
/** Rows of a chart in all. The table reaches the others. */
const maxRows = 500;

interface Segment {
  readonly level: Level | undefined;
  readonly findings: number;
}

const sum = (segments: readonly Segment[]) =>
  segments.reduce((count, segment) => count + segment.findings, 0);

/** One bar of stacked segments, as wide as its share of the longest bar. */
export function renderBar(
  segments: readonly { readonly className: string; readonly size: number }[],
  longest: number,
  height: number,
): Html {
  let x = 0;
  const rects = segments.map(({ className, size }) => {
    const width = longest === 0 ? 0 : (100 * size) / longest;
    const rect = html`<rect class="${className}" x="${x.toFixed(3)}%" width="${width.toFixed(3)}%" height="${height}"/>`;
    x += width;
    return rect;
  });
  return html`<svg class="bar" height="${height}" aria-hidden="true" focusable="false">${rects}</svg>`;
}

const levelClass = (level: Level | undefined) => (level === undefined ? 'plain' : `level-${level}`);

function barButton(value: number, name: Html, segments: readonly Segment[], longest: number): Html {
  const total = sum(segments);
  const parts = segments.map(({ level, findings }) => ({
    className: levelClass(level),
    size: findings,
  }));
  return html`<button type="button" class="row" data-value="${value}" aria-pressed="false"><span class="row-name">${name}</span><span class="row-count">${formatCount(total)}</span>${renderBar(parts, longest, 6)}</button>`;
}

function chart(
  id: string,
  filter: string,
  title: Html,
  rows: readonly Html[],
  total: number,
): Html {
  const rest = rows.slice(shownRows, maxRows);
  return html`<section class="chart" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<div role="toolbar" aria-orientation="vertical" aria-labelledby="${id}" data-filter="${filter}">
${rows.slice(0, shownRows)}
${
  rest.length > 0 &&
  html`<details><summary>${both(`${formatCount(total - shownRows)} more`, `其余 ${formatCount(total - shownRows)} 项`)}</summary>${rest}</details>`
}
</div>
${total > maxRows && html`<p class="note">${both(`The first ${maxRows} are drawn; the table below reaches the others.`, `仅绘制前 ${maxRows} 项，其余见下表。`)}</p>`}
</section>`;
}

/** Findings of each file by level, where the report lists them all; otherwise only how many. */
function segmentsOfFiles(data: ReportData, total: number): Map<string, Segment[]> {
  const result = new Map<string, Segment[]>();
  if (data.findings.length < total) {
    for (const { path, findings } of data.files) result.set(path, [{ level: undefined, findings }]);
    return result;
  }
  const counts = new Map<string, Map<Level, number>>();
  for (const { path, level } of data.findings) {
    const ofFile = counts.get(path) ?? new Map<Level, number>();
    counts.set(path, ofFile.set(level, (ofFile.get(level) ?? 0) + 1));
  }
  for (const [path, ofFile] of counts) {
    const segments = [...ofFile].map(([level, findings]) => ({ level, findings }));
    result.set(
      path,
      segments.sort((a, b) => compareLevels(b.level, a.level)),
    );
  }
  return result;
}

function filePath(path: string): Html {
  const cut = path.lastIndexOf('/') + 1;
  return html`<bdi class="path"><span class="folder">${path.slice(0, cut)}</span>${path.slice(cut)}</bdi>`;
}

function renderLevels(data: ReportData, total: number): Html {
  const counts = levels
    .map((level) => ({
      level,
      findings: data.tallies
        .filter((tally) => tally.level === level)
        .reduce((sum, tally) => sum + tally.findings, 0),
    }))
    .filter(({ findings }) => findings > 0)
    .reverse();
  const parts = counts.map(({ level, findings }) => ({
    className: levelClass(level),
    size: findings,
  }));
  const legend = counts.map(
    ({ level, findings }) =>
      html`<button type="button" class="key" data-value="${levels.indexOf(level)}" aria-pressed="false"><svg class="swatch" width="10" height="10" aria-hidden="true" focusable="false"><rect class="${levelClass(level)}" width="10" height="10" rx="2"/></svg><span>${show(nameLevel(level))}</span><b>${formatCount(findings)}</b><span class="share">${formatShare(findings, total)}</span></button>`,
  );
  return html`<section class="levels" aria-labelledby="by-level">
<h2 id="by-level">${both('By level', '按级别')}</h2>
${renderBar(parts, total, 20)}
<div role="toolbar" aria-labelledby="by-level" data-filter="level" class="legend">${legend}</div>
</section>`;
}

/** The three charts: by level, category and file. Each bar is a button that filters the table. */
export function renderCharts(data: ReportData): Html | undefined {
  const total = data.tallies.reduce((sum, tally) => sum + tally.findings, 0);
  if (total === 0) return undefined;

  const categories = new Map<string, Segment[]>();
  for (const { category, level, findings } of data.tallies) {
    categories.set(category, [...(categories.get(category) ?? []), { level, findings }]);
  }
  // The table numbers categories in the order of the tallies, as this map holds them.
  const bySize = [...categories]
    .map(([id, segments], index) => ({
      id: id as CategoryId,
      segments,
      index,
      size: sum(segments),
    }))
    .sort((a, b) => b.size - a.size);
  const categoryRows = bySize.slice(0, maxRows).map(({ id, segments, index }) =>
    barButton(
      index,
      html`${show(nameCategory(id))} <code>${id}</code>`,
      segments.sort((a, b) => compareLevels(b.level!, a.level!)),
      bySize[0]!.size,
    ),
  );

  const segments = segmentsOfFiles(data, total);
  const files = data.files
    .map((file, index) => ({ file, index }))
    .filter(({ file }) => file.findings > 0)
    .sort((a, b) => b.file.findings - a.file.findings);
  const fileRows = files
    .slice(0, maxRows)
    .map(({ file, index }) =>
      barButton(index, filePath(file.path), segments.get(file.path) ?? [], files[0]!.file.findings),
    );

  return html`${renderLevels(data, total)}
<div class="charts">
${chart('by-category', 'category', both('By category', '按类别'), categoryRows, bySize.length)}
${chart('by-file', 'file', both('By file', '按文件'), fileRows, files.length)}
</div>`;
}
