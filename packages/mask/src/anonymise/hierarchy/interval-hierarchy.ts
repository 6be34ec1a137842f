import { isDataSecurityError } from '@yushu/core';
import { optionError } from '../../check-options.ts';
import { createBucket } from '../../generalise/create-bucket.ts';
import { type Hierarchy, root } from './hierarchy.ts';
import type { HierarchySpec } from './hierarchy-spec.ts';

/** Ranges of numbers. */
export function intervalHierarchy({
  widths,
  bottom,
  top,
}: Extract<HierarchySpec, { type: 'intervals' }>): Hierarchy {
  const nests = (width: number, index: number): boolean => {
    const times = index === 0 ? 1 : width / widths[index - 1]!;
    if (!(Number.isFinite(width) && width > 0)) return false;
    return index === 0 || (times > 1 && Math.abs(times - Math.round(times)) < 1e-9);
  };
  if (!Array.isArray(widths) || widths.length === 0 || !widths.every(nests)) {
    throw optionError('widths', 'numbers above 0, each a multiple of the one before');
  }
  const buckets = widths.map((width) =>
    createBucket({
      width,
      ...(bottom === undefined ? {} : { bottom }),
      ...(top === undefined ? {} : { top }),
    }),
  );
  return {
    height: widths.length + 1,
    generalise(value, level) {
      if (level > buckets.length) return root;
      try {
        return buckets[level - 1]!.apply(value.trim(), {});
      } catch (error) {
        if (isDataSecurityError(error, 'ERR_MASK_VALUE')) return undefined;
        throw error;
      }
    },
  };
}
