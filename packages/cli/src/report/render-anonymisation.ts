import { createHash } from 'node:crypto';
import type { AnonymisationReport, RiskFigures } from '../tables/risk-figures.ts';
import { type Html, html, Html as Markup } from './html.ts';

const style = `
:root { color-scheme: light dark; --ink: light-dark(#1c2024, #e8eaed); --quiet: light-dark(#5d666f, #9aa4ae); --line: light-dark(#d9dee3, #343b42);
  --page: light-dark(#fff, #14171a); --was: light-dark(#b3541e, #f0a070); --is: light-dark(#1f6f54, #6cc7a4); }
body { margin: 0 auto; max-width: 52rem; padding: 2.5rem 1.5rem 4rem; background: var(--page); color: var(--ink);
  font: 16px/1.55 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0.4rem 0; }
h2 { font-size: 1.05rem; margin: 2.4rem 0 0.6rem; }
p { margin: 0.3rem 0; }
.brand, .quiet, footer { color: var(--quiet); font-size: 0.88rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 0.5rem 0.8rem 0.5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; font-size: 0.88rem; color: var(--quiet); }
td.number, th.number { text-align: right; padding-right: 1.6rem; white-space: nowrap; }
td.number:last-child, th.number:last-child { padding-right: 0; }
td.was, p.was { color: var(--was); } td.is { color: var(--is); font-weight: 600; }
small { display: block; color: var(--quiet); }
meter { width: 9rem; height: 0.8rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 0.8rem; }
`;

const digest = createHash('sha256').update(style).digest('base64');
const percent = (part: number) => `${(part * 100).toFixed(part > 0 && part < 0.001 ? 3 : 1)} %`;
const count = (value: number) => value.toLocaleString('en');

function comparison(
  before: RiskFigures,
  after: RiskFigures,
): readonly (readonly [string, string, string, string])[] {
  const rows: (readonly [string, string, string, string])[] = [
    ['Rows', '行数', count(before.rows), count(after.rows)],
    ['Classes of rows that look alike', '等价类', count(before.classes), count(after.classes)],
    ['Smallest class: k', '最小等价类 k', count(before.k), count(after.k)],
    [
      'Rows alone in their class',
      '唯一的行',
      percent(before.uniqueness),
      percent(after.uniqueness),
    ],
    [
      'Rows in classes of fewer than five',
      '等价类小于 5 的行',
      percent(before.rowsAbove20Percent),
      percent(after.rowsAbove20Percent),
    ],
    [
      'Highest risk to be found again (prosecutor)',
      '最高重识别风险',
      percent(before.highestRisk),
      percent(after.highestRisk),
    ],
    [
      'Average risk (marketer)',
      '平均重识别风险',
      percent(before.averageRisk),
      percent(after.averageRisk),
    ],
  ];
  if (before.distinctL !== undefined && after.distinctL !== undefined) {
    rows.push([
      'Fewest sensitive values in a class: l',
      '敏感值种类 l',
      count(before.distinctL),
      count(after.distinctL),
    ]);
    rows.push([
      'Largest distance from all sensitive values: t',
      '与总体分布的距离 t',
      before.t!.toFixed(3),
      after.t!.toFixed(3),
    ]);
  }
  return rows;
}

function columnRow({
  column,
  level = 0,
  height = 0,
  generalised = 0,
}: AnonymisationReport['quasiIdentifiers'][number]): Html {
  const how =
    level === 0 ? 'as it was 未变' : level === height ? '* 全部隐去' : percent(generalised);
  return html`<tr><td>${column}</td><td class="number">${level} / ${height}</td><td><meter min="0" max="1" value="${level === height && height > 0 ? 1 : generalised}"></meter> ${how}</td></tr>`;
}

/**
 * What `yushu anonymise` did, as one HTML file that loads nothing and holds no value of the table.
 *
 * @example
 * ```ts
 * import { renderAnonymisation } from './render-anonymisation.ts';
 *
 * const figures = { rows: 2, classes: 1, k: 2, uniqueness: 0, highestRisk: 0.5, averageRisk: 0.5, rowsAbove20Percent: 1 };
 * const page = renderAnonymisation({
 *   version: '0.1.0', createdAt: '2026-01-01T00:00:00Z', file: 'a.csv', quasiIdentifiers: [], removed: [], identifying: [], models: [],
 *   metric: 'loss', withheld: 0, before: figures, after: figures,
 * });
 * console.log(page.startsWith('<!doctype html>')); // true
 * ```
 */
export function renderAnonymisation(report: AnonymisationReport): string {
  const { before, after = before, suppressed = 0, isOptimal } = report;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${new Markup(digest)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Anonymisation report · 匿名化报告 · Yushu</title>
<style>${new Markup(style)}</style>
</head>
<body>
<p class="brand">御数 Yushu · Anonymisation report 匿名化报告</p>
<h1>By ${report.quasiIdentifiers.length === 1 ? 'this column' : `these ${report.quasiIdentifiers.length} columns`}, every row now looks like at least ${count(Math.max(0, after.k - 1))} others</h1>
<p>仅凭这些列，每一行至少与另外 ${count(Math.max(0, after.k - 1))} 行无法区分。</p>
<p class="quiet">${report.file}${report.output === undefined ? '' : ` → ${report.output}`} · ${report.createdAt}</p>
${report.identifying.length > 0 ? html`<p class="was"><b>Still identifying 仍可识别：</b> ${report.identifying.join(', ')}. Nearly each value of these columns is the only one: remove or mask them. 这些列的值几乎各不相同，应删除或遮盖。</p>` : ''}
<h2>Risk before and after 前后风险对比</h2>
<table>
<tr><th>Figure 指标</th><th class="number">Before 之前</th><th class="number">After 之后</th></tr>
${comparison(before, after).map(([en, zh, was, is]) => html`<tr><td>${en}<small>${zh}</small></td><td class="number was">${was}</td><td class="number is">${is}</td></tr>`)}
</table>
<h2>What was generalised 泛化情况</h2>
<table>
<tr><th>Column 列</th><th class="number">Level 层级</th><th>Part of the domain that a value stands for 值的泛化程度</th></tr>
${report.quasiIdentifiers.map(columnRow)}
${report.removed.map((column) => html`<tr><td>${column}</td><td class="number">–</td><td>removed 已删除</td></tr>`)}
</table>
<h2>How it was found 求解过程</h2>
<p>${count(suppressed)} of ${count(before.rows)} rows were left out (删除 ${count(suppressed)} 行). ${count(report.checked ?? 0)} of ${count(report.transformations ?? 0)} combinations of levels were worked out, the others ruled out; metric ${report.metric}, loss ${Number(report.loss ?? 0).toPrecision(6)}${isOptimal === true ? ': proven to be the least 已证明最优' : ''}.</p>
<p class="quiet">${report.models.map((model) => JSON.stringify(model)).join(' · ')}</p>
${report.withheld > 0 ? html`<p>${count(report.withheld)} records could not be read and are not in the output. ${count(report.withheld)} 条记录无法读取，未写入输出。</p>` : ''}
<footer>Risk is that of someone who knows the columns above of a person and looks for the row. Other columns were not looked at. 风险仅针对上列准标识符。 yushu ${report.version}</footer>
</body>
</html>
`.text;
}
