/**
 * The names that a report uses, in English and Chinese.
 *
 * @module
 */
import {
  type ActionKind,
  type CategoryId,
  describeCategory,
  type EvidenceKind,
  type Level,
  type Likelihood,
} from '@yushu/core';
import { type Html, type HtmlValue, html } from './html.ts';

/** One text in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** Both texts, of which the page shows the one of its language. */
export function both(en: HtmlValue, zh: HtmlValue): Html {
  return html`<span lang="en">${en}</span><span lang="zh-Hans">${zh}</span>`;
}

/** {@link both} of a name. */
export function show(name: Bilingual): Html {
  return both(name.en, name.zh);
}

/** Name of a category. */
export function nameCategory(id: CategoryId): Bilingual {
  const { en, zh } = describeCategory(id);
  return { en, zh };
}

/** Name of a level. */
export function nameLevel(level: Level): Bilingual {
  if (level === 'important') return { en: 'Important data', zh: '重要数据' };
  if (level === 'core') return { en: 'Core data', zh: '核心数据' };
  return { en: `Level ${level}`, zh: `${level} 级` };
}

/** Names of the likelihoods. */
export const likelihoodNames: Readonly<Record<Likelihood, Bilingual>> = {
  very_unlikely: { en: 'Very unlikely', zh: '极不可能' },
  unlikely: { en: 'Unlikely', zh: '不太可能' },
  possible: { en: 'Possible', zh: '有可能' },
  likely: { en: 'Likely', zh: '很可能' },
  very_likely: { en: 'Very likely', zh: '极有可能' },
};

/** Names of the actions, as what was done. */
export const actionNames: Readonly<Record<ActionKind, Bilingual>> = {
  encrypt: { en: 'Encrypted', zh: '加密' },
  fpe: { en: 'Encrypted in format', zh: '保留格式加密' },
  pseudonym: { en: 'Pseudonymised', zh: '假名化' },
  mask: { en: 'Masked', zh: '掩码' },
  replace: { en: 'Replaced', zh: '替换' },
  redact: { en: 'Redacted', zh: '遮盖' },
  block: { en: 'Blocked', zh: '阻断' },
  allow: { en: 'Allowed', zh: '放行' },
};

/** Names of the actions, as what is to be done. */
export const actionVerbs: Readonly<Record<ActionKind, Bilingual>> = {
  encrypt: { en: 'Encrypt', zh: '加密' },
  fpe: { en: 'Encrypt in format', zh: '保留格式加密' },
  pseudonym: { en: 'Pseudonymise', zh: '假名化' },
  mask: { en: 'Mask', zh: '掩码' },
  replace: { en: 'Replace', zh: '替换' },
  redact: { en: 'Redact', zh: '遮盖' },
  block: { en: 'Block', zh: '阻断' },
  allow: { en: 'Allow', zh: '放行' },
};

/** Names of the kinds of evidence. */
export const evidenceNames: Readonly<Record<EvidenceKind, Bilingual>> = {
  format: { en: 'Shape', zh: '格式' },
  checksum: { en: 'Check digit', zh: '校验' },
  lexicon: { en: 'Known table', zh: '词表' },
  cue: { en: 'Word nearby', zh: '邻近词' },
  field: { en: 'Field name', zh: '字段名' },
  neighbour: { en: 'Neighbour', zh: '邻近发现' },
  model: { en: 'Model', zh: '模型' },
  entropy: { en: 'Randomness', zh: '随机度' },
  negative: { en: 'Speaks against', zh: '反证' },
};

const integers = new Intl.NumberFormat('en-US');

/** A count with its thousands apart. */
export function formatCount(count: number): string {
  return integers.format(count);
}

/** A share in whole percents; what is there is never shown as nothing. */
export function formatShare(part: number, whole: number): string {
  const percent = Math.round((100 * part) / whole);
  return percent === 0 && part > 0 ? '<1%' : `${percent}%`;
}

/** A size in the decimal unit that suits it. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : Number(value.toPrecision(2))} ${units[unit]}`;
}

/** A length of time: milliseconds below one second, then seconds, then minutes. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
