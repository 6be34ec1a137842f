import { optionError } from '../../check-options.ts';
import { type Hierarchy, root } from './hierarchy.ts';
import type { CategoryTree, HierarchySpec } from './hierarchy-spec.ts';

/** Deepest tree, so that a circle ends. */
const maxDepth = 32;

/** A hierarchy of rows: the value, then what it becomes. */
export function tableHierarchy({ rows }: Extract<HierarchySpec, { type: 'table' }>): Hierarchy {
  const width = Array.isArray(rows) && Array.isArray(rows[0]) ? rows[0].length : 0;
  const fits =
    width >= 1 &&
    rows.every(
      (row) =>
        Array.isArray(row) && row.length === width && row.every((cell) => typeof cell === 'string'),
    );
  if (!fits) throw optionError('rows', 'rows of one length: the value, then what it becomes');
  const byValue = new Map(rows.map((row) => [row[0]!, row]));
  if (byValue.size < rows.length) throw optionError('rows', 'each value once');
  return {
    height: width - 1,
    generalise: (value, level) => byValue.get(value)?.[level],
    domain: [...byValue.keys()],
  };
}

/** A hierarchy of a tree of categories. */
export function categoryHierarchy({
  tree,
}: Extract<HierarchySpec, { type: 'categories' }>): Hierarchy {
  const rows: string[][] = [];
  const walk = (branch: unknown, path: readonly string[]): void => {
    if (path.length > maxDepth) throw optionError('tree', `a tree of at most ${maxDepth} levels`);
    if (Array.isArray(branch)) {
      for (const leaf of branch) rows.push([leaf as string, ...path, root]);
    } else if (typeof branch === 'object' && branch !== null) {
      for (const [name, below] of Object.entries(branch as CategoryTree)) {
        walk(below, [name, ...path]);
      }
    } else throw optionError('tree', 'branches by name, and leaves as lists of texts');
  };
  walk(tree, []);
  try {
    return tableHierarchy({ type: 'table', rows });
  } catch {
    throw optionError('tree', 'leaves at one depth, each text once');
  }
}
