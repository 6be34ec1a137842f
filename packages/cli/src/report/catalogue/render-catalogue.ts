import { compareLevels, type Level } from '@yushu/core';
import type { ColumnClassification, ColumnGrade, GradeReason } from '@yushu/detect/classify';
import type { Catalogue, CatalogueTable } from '../../catalogue/catalogue.ts';
import {
  confidenceNames,
  describeColumn,
  describeRule,
  formatInterval,
  nameClass,
  nameGrade,
  reasonNames,
  unverifiedMark,
} from '../../catalogue/names.ts';
import { type Html, html } from '../html.ts';
import { both, evidenceNames, formatCount, nameCategory, nameLevel, show } from '../names.ts';
import { renderPage } from '../render-page.ts';
import { renderBar } from '../sections/charts.ts';
import { renderProblems } from '../sections/problems.ts';

type Pack = Catalogue['packs'][number];

const count = (value: number) => html`<b>${formatCount(value)}</b>`;

function swatch(level: Level): Html {
  return html`<svg class="swatch" width="10" height="10" aria-hidden="true" focusable="false"><rect class="level-${level}" width="10" height="10" rx="2"/></svg>`;
}

const unverified = html`<abbr class="unverified" title="Not read in the standard itself · 未核对标准原文">${unverifiedMark}</abbr>`;

function renderGrade(
  pack: Pack,
  graded: { readonly grade?: string; readonly level?: Level; readonly unverified: boolean },
): Html {
  const { grade, level } = graded;
  if (grade === undefined || level === undefined) return html`<span class="share">–</span>`;
  return html`<span class="grade">${swatch(level)}<span>${show(nameGrade(pack, grade))}${graded.unverified && unverified}</span></span>`;
}

function renderBasis({ basis }: GradeReason): Html {
  return html`<span class="basis">${basis.document}${basis.clause !== undefined && html`, ${basis.clause}`} · ${show(confidenceNames[basis.confidence])}</span>${basis.note !== undefined && html`<span class="note">${show(basis.note)}</span>`}`;
}

function renderReason(pack: Pack, reason: GradeReason): Html {
  const { kind, grade, notice } = reason;
  const isRule = kind !== 'mapping' && kind !== 'content';
  return html`<li><span><b>${show(reasonNames[kind])}</b> ${!isRule || kind === 'combination' ? show(describeRule(reason)) : ''}${grade !== undefined && html` → ${show(nameGrade(pack, grade))}`}${isRule && html`: <bdi>${reason.columns.join(', ')}</bdi>`}</span>${notice !== undefined && html`<span>${show(notice)}</span>`}${renderBasis(reason)}</li>`;
}

function renderWhy(
  column: ColumnClassification,
  grades: readonly (readonly [Pack, ColumnGrade])[],
): Html {
  const { evidence, contains, alternatives } = column;
  return html`<details><summary>${both('Why', '依据')}</summary>
<ul class="why">
${evidence.map(({ kind, detail, weight }) => html`<li><span>${show(evidenceNames[kind])} <span class="share">${detail ?? ''}</span> ${weight > 0 ? '+' : ''}${weight.toFixed(1)}</span></li>`)}
${contains.map(({ category, cells }) => html`<li><span>${both('In the text', '文本中')}: ${show(nameCategory(category))} <span class="share">${formatInterval(cells)}</span></span></li>`)}
${alternatives.length > 0 && html`<li><span>${both('Or', '也可能是')}: ${alternatives.map(({ category, confidence }, at) => html`${at > 0 ? ', ' : ''}${show(nameCategory(category))} <span class="share">${confidence.toFixed(2)}</span>`)}</span></li>`}
${grades.map(([pack, { reasons }]) => reasons.map((reason) => renderReason(pack, reason)))}
</ul>
<p class="note">${both(
    `${formatCount(column.sampled)} of ${formatCount(column.filled)} filled cells seen, ${formatCount(column.blank)} blank, ${formatCount(column.distinct)}${column.distinct >= 1000 ? '+' : ''} distinct, ${column.length.min}–${column.length.max} characters, ${column.kind}`,
    `已看 ${formatCount(column.sampled)} / ${formatCount(column.filled)} 个非空单元格，空 ${formatCount(column.blank)} 个，不同值 ${formatCount(column.distinct)}${column.distinct >= 1000 ? '+' : ''} 个，长度 ${column.length.min}–${column.length.max}，形态 ${column.kind}`,
  )}</p></details>`;
}

function renderRow(table: CatalogueTable, packs: readonly Pack[], at: number): Html {
  const column = table.columns[at]!;
  const grades = packs.map((pack, index) => [pack, table.gradings[index]!.columns[at]!] as const);
  const isHeld = column.category !== undefined;
  const share = isHeld ? column.matching : column.contains[0]?.cells;
  const [pack, first] = grades[0]!;
  return html`<tr role="row"><th scope="row" role="rowheader"><bdi class="path">${column.name}</bdi></th>
<td role="cell" class="holds">${show(describeColumn(column))}${isHeld && html` <code>${column.category}</code>`}${first.class !== undefined && html`<span class="note">${show(nameClass(pack, first.class))}</span>`}${renderWhy(column, grades)}</td>
<td role="cell" class="number">${isHeld ? column.confidence.toFixed(3) : ''}</td>
<td role="cell" class="number">${share !== undefined && formatInterval(share)}</td>
${grades.map(([one, grade]) => html`<td role="cell">${renderGrade(one, grade)}</td>`)}</tr>`;
}

function renderTable(table: CatalogueTable, packs: readonly Pack[], id: string): Html {
  const held = table.columns.flatMap((column, at) =>
    column.category === undefined && column.contains.length === 0 ? [] : [at],
  );
  const plain = table.columns.filter((_, at) => !held.includes(at));
  return html`<section class="catalogue" aria-labelledby="${id}">
<h2 id="${id}" tabindex="-1"><bdi class="path">${table.path}</bdi>${table.name !== '' && html` · <bdi>${table.name}</bdi>`} <span class="total">${both(
    `${formatCount(table.rows)}${table.complete ? '' : '+'} ${table.rows === 1 ? 'row' : 'rows'}, ${formatCount(table.columns.length)} ${table.columns.length === 1 ? 'column' : 'columns'}`,
    `${formatCount(table.rows)}${table.complete ? '' : '+'} 行，${formatCount(table.columns.length)} 列`,
  )}</span></h2>
<ul class="gradings">${table.gradings.map((grading, at) => {
    const pack = packs[at]!;
    return html`<li><p><span class="standard">${pack.standard}</span> ${renderGrade(pack, grading)}</p>${
      grading.reasons.length > 0 &&
      html`<details><summary>${both('Why', '依据')}</summary><ul class="why">${grading.reasons.map((reason) => renderReason(pack, reason))}</ul></details>`
    }</li>`;
  })}</ul>
${
  held.length > 0 &&
  html`<div class="wide" role="region" aria-labelledby="${id}" tabindex="0"><table role="table" aria-labelledby="${id}">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${both('Column', '列')}</th><th scope="col" role="columnheader">${both('Holds', '内容')}</th><th scope="col" role="columnheader" class="number">${both('Sure', '置信度')}</th><th scope="col" role="columnheader" class="number">${both('Cells (95 %)', '单元格占比（95 %）')}</th>${packs.map(({ standard }) => html`<th scope="col" role="columnheader">${standard}</th>`)}</tr></thead>
<tbody role="rowgroup">${held.map((at) => renderRow(table, packs, at))}</tbody>
</table></div>`
}
${plain.length > 0 && html`<p class="note">${both('Nothing sensitive in', '未见敏感内容')}: <bdi>${plain.map(({ name }) => name).join(', ')}</bdi></p>`}
${table.skippedColumns > 0 && html`<p class="note">${both(`${formatCount(table.skippedColumns)} further columns were not classified.`, `另有 ${formatCount(table.skippedColumns)} 列未识别。`)}</p>`}
</section>`;
}

/** Columns by their level under the first pack. */
function renderLevels({ tables }: Catalogue): Html | undefined {
  const counts = new Map<Level, number>();
  for (const { level } of tables.flatMap(({ gradings }) => gradings[0]?.columns ?? [])) {
    if (level !== undefined) counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a], [b]) => compareLevels(b, a));
  const total = sorted.reduce((sum, [, columns]) => sum + columns, 0);
  if (total === 0) return undefined;
  return html`<section class="levels" aria-labelledby="levels"><h2 id="levels">${both('Columns by level', '各级别的列')}</h2>
${renderBar(
  sorted.map(([level, size]) => ({ className: `level-${level}`, size })),
  total,
  20,
)}
<ul class="legend">${sorted.map(([level, columns]) => html`<li class="key">${swatch(level)}<span>${show(nameLevel(level))}</span>${count(columns)}</li>`)}</ul></section>`;
}

function renderHeadline(catalogue: Catalogue): Html {
  const { tables, problems, createdAt, packs } = catalogue;
  const columns = tables.flatMap((table) => table.columns);
  const held = columns.filter(
    ({ category, contains }) => category !== undefined || contains.length > 0,
  );
  const isFlagged = tables.some(({ gradings }) =>
    gradings.some((one) => one.unverified || one.columns.some((column) => column.unverified)),
  );
  const missing = problems.filter(({ isNote }) => isNote !== true).length;
  return html`<header class="headline">
<h1>${both(
    html`${count(held.length)} of ${count(columns.length)} columns in ${count(tables.length)} ${tables.length === 1 ? 'table' : 'tables'} hold something sensitive`,
    html`${count(tables.length)} 张表的 ${count(columns.length)} 列中，${count(held.length)} 列含敏感数据`,
  )}</h1>
${isFlagged && html`<p class="lede">${both(html`${unverified} marks what rests on statements that were not read in the standard itself. Have such grades confirmed by whoever is responsible.`, html`${unverified} 表示依据未经标准原文核对，请由负责人确认。`)}</p>`}
<dl class="facts">
<div><dt>${both('Standards', '标准')}</dt><dd>${packs.map(({ standard }) => standard).join(', ')}</dd></div>
<div><dt>${both('Problems', '问题')}</dt><dd>${missing === 0 ? both('None', '无') : html`<a href="#problems">${formatCount(missing)}</a>`}</dd></div>
<div><dt>${both('Made', '生成时间')}</dt><dd><time datetime="${createdAt}">${createdAt.slice(0, 16).replace('T', ' ')} UTC</time></dd></div>
</dl>
</header>`;
}

/**
 * The catalogue as one HTML file, in the frame of the reports: it opens from disk, loads nothing, sends nothing, and holds no cell.
 */
export function renderCatalogue(catalogue: Catalogue): string {
  const { tables, packs, problems, version } = catalogue;
  const missing = problems.filter(({ isNote }) => isNote !== true);
  return renderPage({
    title: { en: 'Data catalogue', zh: '数据目录' },
    version,
    skip:
      tables.length === 0
        ? undefined
        : html`<a class="skip" href="#table-0">${both('Skip to the tables', '跳到各表')}</a>`,
    main: html`${renderHeadline(catalogue)}
${renderLevels(catalogue)}
${renderProblems({ operation: 'scan', version, createdAt: 0, files: [], tallies: [], findings: [], problems: missing })}
${tables.map((table, at) => renderTable(table, packs, `table-${at}`))}`,
    promise: {
      en: 'No cell of a table stands in this catalogue. It loads nothing and sends nothing.',
      zh: '本目录不含任何单元格内容；不加载、不发送任何内容。',
    },
  });
}
