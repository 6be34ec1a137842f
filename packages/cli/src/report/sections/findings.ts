import { type Html, html } from '../html.ts';
import { type Bilingual, both, formatCount, show } from '../names.ts';
import type { ReportData } from '../report-data.ts';
import type { TableData } from '../table-data.ts';

/** A select offers at most this many files; the search reaches the others. */
const maxFileOptions = 500;

interface Option extends Bilingual {
  readonly value: number;
}

function renderSelect(
  filter: string,
  label: Bilingual,
  all: Bilingual,
  options: readonly Option[],
): Html {
  const option = (value: number | '', name: Bilingual) =>
    html`<option value="${value}" data-en="${name.en}" data-zh="${name.zh}">${name.en}</option>`;
  return html`<div class="field"><label for="filter-${filter}">${show(label)}</label><select id="filter-${filter}" data-filter="${filter}">${option('', all)}${options.map((each) => option(each.value, each))}</select></div>`;
}

function renderFilters(data: ReportData, table: TableData): Html {
  const used = (column: readonly number[]) => new Set(column);
  const listed = (column: readonly number[], names: readonly Bilingual[]) => {
    const present = used(column);
    return names
      .map(({ en, zh }, value) => ({ en, zh, value }))
      .filter((o) => present.has(o.value));
  };
  const categories = listed(table.category, table.categories);
  const files = data.files
    .map(({ findings }, value) => ({ findings, value }))
    .filter(({ findings }) => findings > 0)
    .sort((a, b) => b.findings - a.findings)
    .slice(0, maxFileOptions)
    .map(({ value }) => ({ value, en: table.files[value]!, zh: table.files[value]! }));
  return html`<form class="filters" role="search" aria-labelledby="findings">
<div class="field search"><label for="filter-text">${both('Search', '搜索')}</label><input id="filter-text" type="search" autocomplete="off" spellcheck="false" placeholder="File, category, pointer, detector" data-placeholder-en="File, category, pointer, detector" data-placeholder-zh="文件、类别、路径、检测器"></div>
${renderSelect('category', { en: 'Category', zh: '类别' }, { en: 'All', zh: '全部' }, categories)}
${renderSelect('level', { en: 'Level', zh: '级别' }, { en: 'All', zh: '全部' }, listed(table.level, table.levels).reverse())}
${renderSelect('likelihood', { en: 'Likelihood', zh: '可能性' }, { en: 'All', zh: '全部' }, listed(table.likelihood, table.likelihoods).reverse())}
${renderSelect('file', { en: 'File', zh: '文件' }, { en: 'All', zh: '全部' }, files)}
<button type="reset" class="quiet" disabled>${both('Clear', '清除')}</button>
</form>`;
}

function header(sort: string, en: string, zh: string): Html {
  return html`<th scope="col" role="columnheader" data-sort="${sort}"><button type="button">${both(en, zh)}<svg class="arrow" width="8" height="10" viewBox="0 0 8 10" aria-hidden="true" focusable="false"><path class="up" d="M4 0 8 4H0z"/><path class="down" d="M4 10 0 6h8z"/></svg></button></th>`;
}

function renderPager(): Html {
  const step = (name: string, en: string, zh: string, path: string) =>
    html`<button type="button" class="quiet" data-page="${name}" aria-label="${en}" data-label-en="${en}" data-label-zh="${zh}"><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="${path}"/></svg></button>`;
  return html`<nav class="pager" aria-label="Pages" data-label-en="Pages" data-label-zh="分页">
${step('first', 'First page', '首页', 'M4 3v10M12 3 7 8l5 5')}
${step('previous', 'Previous page', '上一页', 'M10 3 5 8l5 5')}
<label><span class="hidden">${both('Page', '页码')}</span><input type="number" inputmode="numeric" min="1" value="1" data-page="number"></label><span class="of">/ <span data-page="count">1</span></span>
${step('next', 'Next page', '下一页', 'm6 3 5 5-5 5')}
${step('last', 'Last page', '末页', 'M12 3v10M4 3l5 5-5 5')}
</nav>`;
}

/** The toolbar, and the table that the page's script fills. */
export function renderFindings(data: ReportData, table: TableData): Html | undefined {
  const listed = data.findings.length;
  if (listed === 0) return undefined;
  const total = data.tallies.reduce((sum, tally) => sum + tally.findings, 0);
  // Roles are written out: a layout for narrow screens takes them from the elements otherwise.
  return html`<section class="findings" aria-labelledby="findings">
<h2 id="findings" tabindex="-1">${both('Findings', '发现明细')}</h2>
${listed < total && html`<p class="note">${both(`The first ${formatCount(listed)} of ${formatCount(total)} are listed; the charts count all.`, `列出前 ${formatCount(listed)} 条（共 ${formatCount(total)} 条），图表统计全部。`)}</p>`}
<noscript><p class="note">${both('The list of findings needs JavaScript. Nothing is loaded from anywhere.', '明细列表需要启用 JavaScript，页面不会加载任何外部内容。')}</p></noscript>
<div class="interactive" hidden>
${renderFilters(data, table)}
<div class="status"><p role="status" aria-live="polite" data-status></p>${renderPager()}</div>
<table class="list" role="table" aria-labelledby="findings">
<thead role="rowgroup"><tr role="row">${header('level', 'Level', '级别')}${header('category', 'Category', '类别')}${header('place', 'Place', '位置')}${table.preview !== undefined && html`<th scope="col" role="columnheader">${both('Masked', '脱敏预览')}</th>`}${header('likelihood', 'Likelihood', '可能性')}</tr></thead>
<tbody role="rowgroup"></tbody>
</table>
<div class="pill" hidden><a href="#findings"></a><button type="button">${both('Clear', '清除')}</button></div>
<p class="empty" hidden>${both('No finding meets these filters.', '没有符合条件的发现。')}</p>
</div>
</section>`;
}
