import { DataSecurityError, type Transform } from '@yushu/core';
import { checkCount, optionError } from '../check-options.ts';
import { checkText } from '../check-text.ts';

/** Options of {@link createHierarchy}. */
export interface HierarchyOptions {
  /** One row for each value: the value, then what it becomes at level 1, 2 and so on; all of one length. */
  readonly rows: readonly (readonly string[])[];
  /** The level to which values are generalised, 1 to the last. */
  readonly level: number;
}

/**
 * Generalises values by a hierarchy such as 杭州市 → 浙江省 → 华东 → *.
 *
 * @throws {DataSecurityError} `ERR_MASK_OPTIONS`; `apply` throws `ERR_MASK_VALUE` for a value that is not in the hierarchy.
 *
 * @example
 * ```ts
 * import { createHierarchy } from '@yushu/mask';
 *
 * const rows = [['杭州市', '浙江省', '*'], ['南京市', '江苏省', '*']];
 * console.log(createHierarchy({ rows, level: 1 }).apply('杭州市', {})); // 浙江省
 * ```
 */
export function createHierarchy(options: HierarchyOptions): Transform {
  const { rows } = options;
  const height = rows?.[0]?.length ?? 0;
  if (height < 2 || !rows.every((row) => row.length === height)) {
    throw optionError('rows', 'rows of one length: the value and at least one level');
  }
  const level = checkCount(options.level, 'level', 1, height - 1);
  const general = new Map(rows.map((row) => [row[0]!, row[level]!]));
  if (general.size < rows.length) throw optionError('rows', 'each value once');
  return {
    name: `generalise(${level})`,
    apply(value) {
      checkText(value);
      const found = general.get(value);
      if (found !== undefined) return found;
      throw new DataSecurityError('ERR_MASK_VALUE', 'The value is not in the hierarchy', {
        hint: 'Add a row for it, or redact what no row knows.',
        details: { length: value.length },
      });
    },
  };
}
