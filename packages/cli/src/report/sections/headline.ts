import { type ActionKind, type CategoryId, compareLevels } from '@yushu/core';
import { type Html, html } from '../html.ts';
import {
  actionNames,
  both,
  formatBytes,
  formatCount,
  formatDuration,
  likelihoodNames,
  nameCategory,
  nameLevel,
  show,
} from '../names.ts';
import type { ReportAction, ReportData } from '../report-data.ts';

const count = (value: number) => html`<b>${formatCount(value)}</b>`;
const plural = (value: number, one: string, more: string) => (value === 1 ? one : more);

/** The one sentence that a reader in a hurry takes along. */
function headline(data: ReportData, total: number): Html {
  const files = data.files.length;
  const hit = data.files.filter((file) => file.findings > 0).length;
  if (data.operation === 'protect') {
    const changed = (data.actions ?? [])
      .filter(({ action }) => action !== 'allow')
      .reduce((sum, action) => sum + action.count, 0);
    return both(
      html`${count(changed)} ${plural(changed, 'value', 'values')} protected in ${count(files)} ${plural(files, 'file', 'files')}`,
      html`已保护 ${count(files)} 个文件中的 ${count(changed)} 个值`,
    );
  }
  if (total === 0) {
    return both(
      html`Nothing sensitive found in ${count(files)} ${plural(files, 'file', 'files')}`,
      html`${count(files)} 个文件中未发现敏感数据`,
    );
  }
  return both(
    html`${count(total)} ${plural(total, 'finding', 'findings')} in ${count(hit)} of ${count(files)} ${plural(files, 'file', 'files')}`,
    html`${count(files)} 个文件中有 ${count(hit)} 个含敏感数据，共 ${count(total)} 处`,
  );
}

/** What was done, most frequent first. */
function ledeOfActions(actions: readonly ReportAction[]): Html | undefined {
  const counts = new Map<ActionKind, number>();
  for (const { action, count } of actions) counts.set(action, (counts.get(action) ?? 0) + count);
  if (counts.size === 0) return undefined;
  const done = [...counts].sort((a, b) => b[1] - a[1]);
  const en = done.map(
    ([kind, times]) => `${formatCount(times)} ${actionNames[kind].en.toLowerCase()}`,
  );
  const zh = done.map(([kind, times]) => `${actionNames[kind].zh} ${formatCount(times)} 个`);
  return html`<p class="lede">${both(`${en.join(', ')}.`, `${zh.join('，')}。`)}</p>`;
}

function lede(data: ReportData, total: number): Html | undefined {
  if (data.operation === 'protect') return ledeOfActions(data.actions ?? []);
  if (total === 0) return undefined;
  const high = data.tallies
    .filter(({ level }) => compareLevels(level, 4) >= 0)
    .reduce((sum, tally) => sum + tally.findings, 0);
  const counts = new Map<string, number>();
  for (const { category, findings } of data.tallies) {
    counts.set(category, (counts.get(category) ?? 0) + findings);
  }
  const [top] = [...counts].sort((a, b) => b[1] - a[1]);
  const name = nameCategory(top![0] as CategoryId);
  return html`<p class="lede">${both(
    html`${formatCount(high)} ${plural(high, 'finding is', 'findings are')} at level 4 or above. The most frequent category is ${name.en} (${formatCount(top![1])}).`,
    html`其中 ${formatCount(high)} 处为 4 级及以上。最常见的类别是${name.zh}（${formatCount(top![1])} 处）。`,
  )}</p>`;
}

function fact(en: string, zh: string, value: Html | string): Html {
  return html`<div><dt>${both(en, zh)}</dt><dd>${value}</dd></div>`;
}

/** Headline, its sentence, and the facts of the run. */
export function renderHeadline(data: ReportData): Html {
  const total = data.tallies.reduce((sum, tally) => sum + tally.findings, 0);
  const bytes = data.files.reduce((sum, file) => sum + (file.bytes ?? 0), 0);
  const highest = data.tallies
    .map(({ level }) => level)
    .sort(compareLevels)
    .at(-1);
  const problems = data.problemCount ?? data.problems.length;
  const made = new Date(data.createdAt).toISOString();
  return html`<header class="headline">
<h1>${headline(data, total)}</h1>
${lede(data, total)}
<dl class="facts">
${bytes > 0 && fact('Data read', '已读数据', formatBytes(bytes))}
${data.operation === 'protect' && fact('Findings', '发现', formatCount(total))}
${highest !== undefined && fact('Highest level', '最高级别', show(nameLevel(highest)))}
${fact('Problems', '问题', problems === 0 ? both('None', '无') : html`<a href="#problems">${formatCount(problems)}</a>`)}
${data.minLikelihood !== undefined && fact('Shown from', '可能性下限', show(likelihoodNames[data.minLikelihood]))}
${data.policyName !== undefined && fact('Policy', '策略', data.policyName)}
${data.durationMs !== undefined && fact('Took', '耗时', formatDuration(data.durationMs))}
${fact('Made', '生成时间', html`<time datetime="${made}">${made.slice(0, 16).replace('T', ' ')} UTC</time>`)}
</dl>
</header>`;
}
