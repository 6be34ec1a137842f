import { createHash } from 'node:crypto';
import { reportScript, reportStyle } from '../data/report-assets.ts';
import { embedJson, type Html, html, Html as Markup } from './html.ts';
import { both } from './names.ts';
import type { ReportData } from './report-data.ts';
import { renderCharts } from './sections/charts.ts';
import { renderFindings } from './sections/findings.ts';
import { renderHeadline } from './sections/headline.ts';
import { renderPolicy } from './sections/policy.ts';
import { renderProblems } from './sections/problems.ts';
import { toTableData } from './table-data.ts';

/** A source of the content security policy that admits this very text (CSP Level 3, section 2.3.1). */
function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

// Nothing may be loaded, sent or framed; the page's own script and style are admitted by their digests alone.
const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src ${hashSource(reportScript)}`,
  `style-src ${hashSource(reportStyle)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

function choice(group: string, value: string, label: Html, checked: boolean): Html {
  return html`<label><input type="radio" name="${group}" value="${value}"${checked && html` checked`}><span>${label}</span></label>`;
}

/** The bar at the top: mark, name, language and theme. */
function renderBar(data: ReportData): Html {
  const title =
    data.operation === 'scan'
      ? both('Scan report', '扫描报告')
      : both('Protection report', '保护报告');
  return html`<div class="top">
<p class="brand"><svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false"><rect class="seal" width="28" height="28" rx="6"/><path class="seal-ink" d="M7 9h14M7 19h9"/><path class="seal-ink" d="M7.5 14h.01M12 14h.01M16.5 14h.01M21 14h.01"/></svg><span>御数 Yushu</span><span class="kind">${title}</span></p>
<div class="choices" hidden>
<fieldset><legend class="hidden">${both('Language', '语言')}</legend>${choice('language', 'en', new Markup('<span lang="en" class="always">EN</span>'), true)}${choice('language', 'zh-Hans', new Markup('<span lang="zh-Hans" class="always">中文</span>'), false)}</fieldset>
<fieldset><legend class="hidden">${both('Colours', '配色')}</legend>${choice('theme', 'auto', both('Auto', '自动'), true)}${choice('theme', 'light', both('Light', '浅色'), false)}${choice('theme', 'dark', both('Dark', '深色'), false)}</fieldset>
</div>
</div>`;
}

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
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="yushu ${data.version}">
<title data-en="${data.operation === 'scan' ? 'Scan report' : 'Protection report'} · Yushu" data-zh="${data.operation === 'scan' ? '扫描报告' : '保护报告'} · 御数">Yushu</title>
<style>${new Markup(reportStyle)}</style>
<script>${new Markup(reportScript)}</script>
</head>
<body>
${findings !== undefined && html`<a class="skip" href="#findings">${both('Skip to the findings', '跳到发现明细')}</a>`}
${renderBar(data)}
<main>
${renderHeadline(data)}
${data.operation === 'protect' && renderPolicy(data)}
${renderCharts(data)}
${data.operation === 'scan' && renderPolicy(data)}
${renderProblems(data)}
${findings}
</main>
<footer><p>${both('Values are never stored in this report; previews are masked. It loads nothing and sends nothing.', '本报告不保存任何原值，预览均已脱敏；不加载、不发送任何内容。')} <span class="version">yushu ${data.version}</span></p></footer>
<script type="application/json" id="data">${embedJson(table)}</script>
</body>
</html>
`.text;
}
