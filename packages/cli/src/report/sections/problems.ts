import { type Html, html } from '../html.ts';
import { both, formatCount } from '../names.ts';
import type { ReportData } from '../report-data.ts';

/** What could not be read or was withheld, and what to do about it. */
export function renderProblems(data: ReportData): Html | undefined {
  const { problems } = data;
  const total = data.problemCount ?? problems.length;
  if (total === 0) return undefined;
  const rows = problems.map(({ path, line, column, code, message, hint }) => {
    const place = `${path}${line === undefined ? '' : `:${line}`}${line === undefined || column === undefined ? '' : `:${column}`}`;
    return html`<li><p class="place"><bdi class="path">${place}</bdi> <code>${code}</code></p><p>${message}</p>${hint !== undefined && html`<p class="note">${hint}</p>`}</li>`;
  });
  const shown = 5;
  return html`<section class="problems" aria-labelledby="problems">
<h2 id="problems" tabindex="-1">${both('Problems', '问题')} <span class="total">${formatCount(total)}</span></h2>
<p class="note">${both('These places were not read, or their records were withheld. Everything else was done.', '以下位置未能读取，或其记录被扣留；其余部分均已处理。')}</p>
<ul>${rows.slice(0, shown)}</ul>
${
  rows.length > shown &&
  html`<details><summary>${both(`${formatCount(rows.length - shown)} more`, `其余 ${formatCount(rows.length - shown)} 项`)}</summary><ul>${rows.slice(shown)}</ul></details>`
}
${total > rows.length && html`<p class="note">${both(`${formatCount(total - rows.length)} more are not listed here.`, `另有 ${formatCount(total - rows.length)} 项未列出。`)}</p>`}
</section>`;
}
