import { type ActionKind, type CategoryId, compareLevels, describeCategory } from '@yushu/core';
import { type Html, html } from '../html.ts';
import {
  actionNames,
  actionVerbs,
  both,
  formatCount,
  formatShare,
  nameCategory,
  show,
} from '../names.ts';
import type { ReportAction, ReportData } from '../report-data.ts';
import { renderBar } from './charts.ts';

const order = Object.keys(actionNames) as ActionKind[];

function sum(actions: readonly ReportAction[]): number {
  return actions.reduce((total, action) => total + action.count, 0);
}

function swatch(action: ActionKind): Html {
  return html`<svg class="swatch" width="10" height="10" aria-hidden="true" focusable="false"><rect class="action-${action}" width="10" height="10" rx="2"/></svg>`;
}

/** What stood under one category, as a row of the table. */
function renderRow(
  category: CategoryId | undefined,
  actions: readonly ReportAction[],
  names: typeof actionNames,
): Html {
  const name =
    category === undefined
      ? both('Named by column or path', '按列名或路径')
      : html`${show(nameCategory(category))} <code>${category}</code>`;
  const done = actions.map(
    ({ action, count, keyId }) =>
      html`<span class="done">${swatch(action)}<span>${show(names[action])}</span> <b>${formatCount(count)}</b>${keyId !== undefined && html` <code>${both('key', '密钥')} ${keyId}</code>`}</span>`,
  );
  return html`<tr role="row"><th scope="row" role="rowheader">${name}</th><td role="cell">${done}</td><td role="cell" class="number">${formatCount(sum(actions))}</td></tr>`;
}

/** What the policy did, or for a scan would do: all actions as one bar, then by category. */
export function renderPolicy(data: ReportData): Html | undefined {
  const { actions } = data;
  if (actions === undefined) return undefined;
  // A scan changes nothing: it says what the policy would do.
  const scanned = data.operation === 'scan';
  const names = scanned ? actionVerbs : actionNames;
  const heading = scanned
    ? both('What the policy would do', '策略将如何处理')
    : both('What the policy did', '策略执行情况');
  const title = html`<h2 id="policy">${heading}</h2>`;
  if (actions.length === 0) {
    return html`<section class="policy" aria-labelledby="policy">${title}<p class="note">${both('No value met a rule.', '没有值命中规则。')}</p></section>`;
  }
  const total = sum(actions);
  const kinds = order
    .map((kind) => ({ kind, count: sum(actions.filter(({ action }) => action === kind)) }))
    .filter(({ count }) => count > 0);
  const byCategory = new Map<CategoryId | undefined, ReportAction[]>();
  for (const kind of order) {
    for (const done of actions.filter(({ action }) => action === kind)) {
      byCategory.set(done.category, [...(byCategory.get(done.category) ?? []), done]);
    }
  }
  const level = (category: CategoryId | undefined) =>
    category === undefined ? 1 : describeCategory(category).level;
  const rows = [...byCategory]
    .sort((a, b) => compareLevels(level(b[0]), level(a[0])) || sum(b[1]) - sum(a[1]))
    .map(([category, done]) => renderRow(category, done, names));
  return html`<section class="policy" aria-labelledby="policy">
${title}
${renderBar(
  kinds.map(({ kind, count }) => ({ className: `action-${kind}`, size: count })),
  total,
  20,
)}
<ul class="legend">${kinds.map(
    ({ kind, count }) =>
      html`<li class="key">${swatch(kind)}<span>${show(names[kind])}</span><b>${formatCount(count)}</b><span class="share">${formatShare(count, total)}</span></li>`,
  )}</ul>
<table class="actions" role="table" aria-labelledby="policy">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${both('Category', '类别')}</th><th scope="col" role="columnheader">${scanned ? both('To do', '处理') : both('Done', '处理')}</th><th scope="col" role="columnheader" class="number">${both('Values', '数量')}</th></tr></thead>
<tbody role="rowgroup">${rows}</tbody>
</table>
</section>`;
}
