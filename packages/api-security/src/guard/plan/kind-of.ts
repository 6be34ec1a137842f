import { type CategoryId, describeCategory } from '@yushu/core';
import type { SensitiveKind } from './field-action.ts';

const kinds = new Map<CategoryId, SensitiveKind>();

/** The kind of a category by core's table, level 3 where that has none; one object for each. */
export function kindOf(category: CategoryId): SensitiveKind {
  let kind = kinds.get(category);
  if (kind === undefined) {
    try {
      kind = { category, level: describeCategory(category).level };
    } catch {
      kind = { category, level: 3 };
    }
    if (kinds.size < 4096) kinds.set(category, kind);
  }
  return kind;
}
