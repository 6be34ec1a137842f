/**
 * What a table must be, checked the slow way: nothing of the engine is used.
 *
 * @module
 */
import type { PrivacyModel } from '@yushu/mask/anonymise';

export type Row = Readonly<Record<string, string>>;

/** Rows by what they share. */
export function classesOf<Any extends Row>(rows: readonly Any[], by: readonly string[]): Any[][] {
  const classes = new Map<string, Any[]>();
  for (const row of rows) {
    const key = JSON.stringify(by.map((name) => row[name]));
    classes.set(key, [...(classes.get(key) ?? []), row]);
  }
  return [...classes.values()];
}

function partsOf(rows: readonly Row[], column: string): Map<string, number> {
  const parts = new Map<string, number>();
  for (const row of rows) {
    const value = row[column] ?? '';
    parts.set(value, (parts.get(value) ?? 0) + 1 / rows.length);
  }
  return parts;
}

const epsilon = 1e-9;

/** Whether a class is as a model asks; `table` are all rows before any was left out. */
export function holdsForClass(
  model: PrivacyModel,
  group: readonly Row[],
  table: readonly Row[],
): boolean {
  if (model.model === 'k-anonymity') return group.length >= model.k;
  if (!('column' in model)) throw new Error('not a model of a class');
  const parts = partsOf(group, model.column);
  const all = partsOf(table, model.column);
  switch (model.model) {
    case 'distinct-l-diversity':
      return parts.size >= model.l;
    case 'entropy-l-diversity': {
      let entropy = 0;
      for (const part of parts.values()) entropy -= part * Math.log2(part);
      return 2 ** entropy >= model.l - epsilon;
    }
    case 'recursive-cl-diversity': {
      const falling = [...parts.values()].sort((a, b) => b - a);
      const rest = falling.slice(model.l - 1).reduce((sum, part) => sum + part, 0);
      return falling.length >= model.l && falling[0]! < model.c * rest + epsilon;
    }
    case 't-closeness': {
      const values = [...all.keys()].sort((a, b) => Number(a) - Number(b));
      let distance = 0;
      let moved = 0;
      for (const value of values) {
        const difference = (parts.get(value) ?? 0) - all.get(value)!;
        moved += difference;
        distance += model.distance === 'ordered' ? Math.abs(moved) : Math.abs(difference) / 2;
      }
      if (model.distance === 'ordered') distance /= Math.max(1, values.length - 1);
      return distance <= model.t + epsilon;
    }
    case 'beta-likeness':
      return [...parts].every(
        ([value, part]) => part / all.get(value)! - 1 <= model.beta + epsilon,
      );
    case 'delta-disclosure':
      return (
        parts.size === all.size &&
        [...parts].every(
          ([value, part]) => Math.abs(Math.log(part / all.get(value)!)) < model.delta + epsilon,
        )
      );
  }
}
