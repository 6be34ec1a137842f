import { optionError } from '../../check-options.ts';
import { dateHierarchy } from './date-hierarchy.ts';
import { type Hierarchy, root } from './hierarchy.ts';
import type { HierarchySpec } from './hierarchy-spec.ts';
import { intervalHierarchy } from './interval-hierarchy.ts';
import { prefixHierarchy } from './prefix-hierarchy.ts';
import { categoryHierarchy, tableHierarchy } from './table-hierarchy.ts';

/**
 * A hierarchy, ready to be asked, from its description.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS`.
 *
 * @example
 * ```ts
 * import { createGeneralisation } from '@yushu/mask/anonymise';
 *
 * const ages = createGeneralisation({ type: 'intervals', widths: [5, 10, 20] });
 * console.log(ages.generalise('37', 1), ages.generalise('37', 3)); // 35-40 20-40
 * const postcodes = createGeneralisation({ type: 'prefix', keep: [4, 2] });
 * console.log(postcodes.generalise('310012', 1)); // 3100**
 * ```
 */
export function createGeneralisation(spec: HierarchySpec): Hierarchy {
  switch (spec?.type) {
    case 'table':
      return tableHierarchy(spec);
    case 'intervals':
      return intervalHierarchy(spec);
    case 'prefix':
      return prefixHierarchy(spec);
    case 'dates':
      return dateHierarchy(spec);
    case 'categories':
      return categoryHierarchy(spec);
    case 'suppression':
      return { height: 1, generalise: () => root };
    default:
      throw optionError(
        'type',
        'table, intervals, prefix, dates, categories or suppression as type of each hierarchy',
      );
  }
}
