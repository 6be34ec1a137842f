import { embedJson, html } from './html.ts';
import { both } from './names.ts';
import { renderPage } from './render-page.ts';
import type { ReportData } from './report-data.ts';
import { renderCharts } from './sections/charts.ts';
import { renderFindings } from './sections/findings.ts';
import { renderHeadline } from './sections/headline.ts';
import { renderPolicy } from './sections/policy.ts';
import { renderProblems } from './sections/problems.ts';
import { toTableData } from './table-data.ts';

/**
 * The report as one HTML file. It opens from disk, loads nothing and sends nothing: style, script and data stand in it, and its
 * content security policy admits nothing else. Text that comes from the input (file names, pointers) is escaped everywhere.
 *
 * @example
 * ```ts
 * import { renderReport } from './render-report.ts';
 *
 * const page = renderReport({
 *   operation: 'scan',
 *   version: '0.1.0',
 *   createdAt: Date.UTC(2026, 0, 1),
 *   files: [{ path: 'empty.txt', findings: 0 }],
 *   tallies: [],
 *   findings: [],
 *   problems: [],
 * });
 * console.log(page.startsWith('<!doctype html>')); // true
 * ```
 */
export function renderReport(data: ReportData): string {
  const table = toTableData(data);
  const findings = renderFindings(data, table);
  return renderPage({
    title:
      data.operation === 'scan'
        ? { en: 'Scan report', zh: '扫描报告' }
        : { en: 'Protection report', zh: '保护报告' },
    version: data.version,
    skip:
      findings === undefined
        ? undefined
        : html`<a class="skip" href="#findings">${both('Skip to the findings', '跳到发现明细')}</a>`,
    main: html`${renderHeadline(data)}
${data.operation === 'protect' && renderPolicy(data)}
${renderCharts(data)}
${data.operation === 'scan' && renderPolicy(data)}
${renderProblems(data)}
${findings}`,
    promise: {
      en: 'Values are never stored in this report; previews are masked. It loads nothing and sends nothing.',
      zh: '本报告不保存任何原值，预览均已脱敏；不加载、不发送任何内容。',
    },
    data: html`<script type="application/json" id="data">${embedJson(table)}</script>`,
  });
}
