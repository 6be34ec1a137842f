import { optionError } from '../../check-options.ts';
import { splitCharacters } from '../../text/split-characters.ts';
import { type Hierarchy, root } from './hierarchy.ts';
import type { HierarchySpec } from './hierarchy-spec.ts';

/** The first characters of a code or postcode. */
export function prefixHierarchy({ keep }: Extract<HierarchySpec, { type: 'prefix' }>): Hierarchy {
  const falls =
    Array.isArray(keep) &&
    keep.every(
      (count, index) => Number.isInteger(count) && count > 0 && !(count >= keep[index - 1]!),
    );
  if (!falls || keep.length === 0) {
    throw optionError('keep', 'whole numbers above 0, each less than the one before');
  }
  return {
    height: keep.length + 1,
    generalise(value, level) {
      if (level > keep.length) return root;
      const characters = splitCharacters(value);
      const kept = Math.min(keep[level - 1]!, characters.length);
      return characters.slice(0, kept).join('') + '*'.repeat(characters.length - kept);
    },
  };
}
