import { categoryTable } from '../data/category-table.ts';

const ids: ReadonlySet<string> = /* @__PURE__ */ new Set(categoryTable.map(([id]) => id));
const roots: readonly string[] = /* @__PURE__ */ [
  .../* @__PURE__ */ new Set(categoryTable.map(([id]) => id.split('.')[0]!)),
  'custom',
];

/** The families of the contract, and what is one's own. */
const families =
  /^(?:id\.(?:national|tax|health|driver)\.[^.]+|secret\.[^.]+\.[^.]+|custom(?:\.[^.]+)+)$/;

/**
 * Whether a pattern of a policy can match a category: an id of the contract, one of a family, one under `custom.`, or, with a `*`,
 * one whose first segment is `*` or begins an id. A mistyped id would match nothing for ever, and let pass what it was to protect.
 */
export function isCategoryPattern(pattern: string): boolean {
  if (pattern.includes('<')) return false;
  if (ids.has(pattern) || families.test(pattern)) return true;
  const [root, ...rest] = pattern.split('.');
  return (
    pattern.includes('*') &&
    (root === '*' || roots.includes(root!)) &&
    rest.every((segment) => segment !== '')
  );
}

/** What may stand in place of a mistyped pattern: the ids that begin like it, or all beginnings. */
export function suggestCategories(pattern: string): readonly string[] {
  const [root] = pattern.split('.');
  const near = [...ids].filter((id) => id.split('.')[0] === root);
  return near.length > 0 ? near : roots.map((one) => `${one}.*`);
}
