/**
 * Categories of sensitive data: a public contract of dotted ids.
 *
 * @module
 */
import { categoryTable } from './data/category-table.ts';
import type { Level } from './level.ts';

type TableId = (typeof categoryTable)[number][0];

/** An id that stands in the table as it is. */
export type KnownCategoryId = Exclude<TableId, `${string}<${string}`>;

/**
 * The id of a category: one of the table, a numbered family such as `id.tax.de` (ISO 3166-1 alpha-2 code in lower case),
 * a provider's secret such as `secret.sendgrid.api_key`, or your own under `custom.`.
 */
export type CategoryId =
  | KnownCategoryId
  | `id.${'national' | 'tax' | 'health' | 'driver'}.${string}`
  | `secret.${string}.${string}`
  | `custom.${string}`;

/** What the contract says of a category. */
export interface CategoryInfo {
  readonly id: CategoryId;
  /** Name in Chinese. */
  readonly zh: string;
  /** Name in English. */
  readonly en: string;
  /** This project's default level, to be overridden by a classification pack. */
  readonly level: Level;
}

/** The level of a category that the contract does not name: sensitive until someone says otherwise. */
const unknownLevel: Level = 3;

const infos = new Map<string, CategoryInfo>();

function describe(id: CategoryId): CategoryInfo {
  const row =
    categoryTable.find((entry) => entry[0] === id) ??
    categoryTable.find((entry) => {
      const parts = entry[0].split('.');
      const given = id.split('.');
      return (
        entry[0].includes('<') &&
        parts.length === given.length &&
        parts.every((part, index) => part.startsWith('<') || part === given[index])
      );
    });
  return row === undefined
    ? { id, zh: id, en: id, level: unknownLevel }
    : { id, zh: row[1], en: row[2], level: row[3] };
}

/**
 * Names and default level of a category; for one of your own, its id as its name and level 3.
 *
 * @example
 * ```ts
 * import { describeCategory } from '@yushu/core';
 *
 * console.log(describeCategory('contact.phone')); // { id: 'contact.phone', zh: '电话号码', en: 'Phone number', level: 3 }
 * ```
 */
export function describeCategory(id: CategoryId): CategoryInfo {
  let info = infos.get(id);
  if (info === undefined) {
    info = describe(id);
    infos.set(id, info);
  }
  return info;
}

/**
 * All categories that have an id of their own, in the order of the contract.
 *
 * @example
 * ```ts
 * import { listCategories } from '@yushu/core';
 *
 * console.log(listCategories().some((category) => category.id === 'secret.jwt')); // true
 * ```
 */
export function listCategories(): readonly CategoryInfo[] {
  return categoryTable
    .filter((row) => !row[0].includes('<'))
    .map((row) => describeCategory(row[0] as KnownCategoryId));
}

/**
 * Compiles a pattern of category ids to a test. `*` alone matches every id, a last `*` any one or more segments, and a `*`
 * elsewhere exactly one segment.
 *
 * @example
 * ```ts
 * import { compileCategoryPattern } from '@yushu/core';
 *
 * const secret = compileCategoryPattern('secret.*');
 * console.log(secret('secret.aws.access_key_id'), secret('contact.phone')); // true false
 * ```
 */
export function compileCategoryPattern(pattern: string): (id: string) => boolean {
  if (pattern === '*') return () => true;
  if (!pattern.includes('*')) return (id) => id === pattern;
  const wanted = pattern.split('.');
  const open = wanted.at(-1) === '*';
  return (id) => {
    const given = id.split('.');
    return (
      (open ? given.length >= wanted.length : given.length === wanted.length) &&
      wanted.every((part, index) => part === '*' || part === given[index])
    );
  };
}
