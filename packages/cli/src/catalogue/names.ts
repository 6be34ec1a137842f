/**
 * The words that a catalogue uses, in both languages.
 *
 * @module
 */
import { type CategoryId, describeCategory } from '@yushu/core';
import type { ColumnClassification, GradeReason, PackConfidence } from '@yushu/detect/classify';
import type { Bilingual } from '../report/names.ts';
import type { Catalogue } from './catalogue.ts';

/** What stands behind a grade whose ground was not read in the standard itself. */
export const unverifiedMark = '†';

export const confidenceNames: Readonly<Record<PackConfidence, Bilingual>> = {
  verified: { en: 'text was read', zh: '已核对原文' },
  secondary: { en: 'second hand', zh: '转引，未核对原文' },
  assumption: { en: 'assumption', zh: '本项目的假设' },
};

export const reasonNames: Readonly<Record<GradeReason['kind'], Bilingual>> = {
  mapping: { en: 'Category', zh: '类别映射' },
  content: { en: 'Found in its text', zh: '文本中发现' },
  highest: { en: 'Highest column', zh: '就高从严' },
  volume: { en: 'Volume', zh: '规模' },
  combination: { en: 'Combination', zh: '组合' },
};

/** Name of a grade of a pack. */
export function nameGrade(pack: Catalogue['packs'][number], grade: string): Bilingual {
  return pack.grades.find(({ id }) => id === grade) ?? { en: grade, zh: grade };
}

/** Name of a class of a pack. */
export function nameClass(pack: Catalogue['packs'][number], id: string): Bilingual {
  return pack.classes.find((one) => one.id === id) ?? { en: id, zh: id };
}

/** What a column holds: its category, else what stands in its text. */
export function describeColumn({ category, contains }: ColumnClassification): Bilingual {
  if (category !== undefined) return describeCategory(category);
  if (contains.length === 0) return { en: '–', zh: '–' };
  const names = contains.slice(0, 3).map((one) => describeCategory(one.category));
  const more = contains.length > 3 ? ' …' : '';
  return {
    en: `text with ${names.map(({ en }) => en).join(', ')}${more}`,
    zh: `文本，含${names.map(({ zh }) => zh).join('、')}${more}`,
  };
}

/** The category of a reason, or the name of its rule. */
export function describeRule({ kind, rule }: GradeReason): Bilingual {
  if (kind !== 'mapping' && kind !== 'content') return { en: rule, zh: rule };
  return describeCategory(rule as CategoryId);
}

/** A share as `93 %`; with its interval as `93 % (81–98)`. */
export function formatInterval({ share, low, high }: ColumnClassification['matching']): string {
  const percent = (value: number) => String(Math.round(value * 100));
  return `${percent(share)} % (${percent(low)}–${percent(high)})`;
}
