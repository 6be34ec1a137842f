import { DataSecurityError } from '@yushu/core';
import { type Hierarchy, root } from '../hierarchy/hierarchy.ts';
import type { LatticeColumn } from './lattice-column.ts';

/** Values of a column, each once, with the row in which it first came. */
export interface ColumnValues {
  readonly name: string;
  /** By code; the empty text is an absent value. */
  readonly values: readonly string[];
  /** By code, from 1. */
  readonly firstRows: ArrayLike<number>;
}

/** What a value becomes; an absent one stays so up to the root that all share. */
export function generaliseValue(
  hierarchy: Hierarchy,
  value: string,
  level: number,
): string | undefined {
  if (level === 0) return value;
  const known = hierarchy.generalise(value, level);
  if (value !== '' || hierarchy.domain?.includes('') === true) return known;
  return level === hierarchy.height ? (rootOf(hierarchy) ?? '') : '';
}

/** The one text of the highest level, if there is but one. */
function rootOf({ domain, height, generalise }: Hierarchy): string | undefined {
  if (domain === undefined) return root;
  const tops = new Set(domain.map((value) => generalise(value, height)));
  return tops.size === 1 ? [...tops][0] : undefined;
}

/** Codes for the texts of one level. */
class LevelCodes {
  readonly labels: string[] = [];
  readonly #codes = new Map<string, number>();

  of(label: string): number {
    let code = this.#codes.get(label);
    if (code === undefined) {
      code = this.labels.length;
      this.#codes.set(label, code);
      this.labels.push(label);
    }
    return code;
  }

  find(label: string): number | undefined {
    return this.#codes.get(label);
  }
}

/**
 * A column for the search.
 *
 * @throws {DataSecurityError} `ERR_MASK_VALUE` with column and row for a value that the hierarchy does not know.
 */
export function buildColumn(
  { name, values, firstRows }: ColumnValues,
  hierarchy: Hierarchy,
): LatticeColumn {
  const codes: Int32Array[] = [];
  const labels: string[][] = [];
  const shares: Float64Array[] = [];
  const domain = new Set(hierarchy.domain ?? values);
  for (const value of values) domain.add(value);
  for (let level = 0; level <= hierarchy.height; level += 1) {
    const of = new LevelCodes();
    codes.push(
      Int32Array.from(values, (value, code) => {
        const label = generaliseValue(hierarchy, value, level);
        if (label !== undefined) return of.of(label);
        throw new DataSecurityError(
          'ERR_MASK_VALUE',
          `The hierarchy of column ${name} does not know a value of row ${firstRows[code]}`,
          {
            hint: 'Give a hierarchy that holds every value: numbers for intervals, ISO dates for dates, a row for each for tables.',
            details: { column: name, row: firstRows[code]!, length: value.length },
          },
        );
      }),
    );
    labels.push(of.labels);
    const counts = new Float64Array(of.labels.length);
    for (const value of domain) {
      const code = of.find(generaliseValue(hierarchy, value, level) ?? '');
      if (code !== undefined) counts[code]! += 1;
    }
    shares.push(counts.map((count) => count / domain.size));
  }
  return {
    name,
    codes,
    labels,
    shares,
    sizes: labels.map((level) => level.length),
    domain: domain.size,
    isNested: isNested(codes),
  };
}

function isNested(codes: readonly Int32Array[]): boolean {
  for (let level = 1; level + 1 < codes.length; level += 1) {
    const parents = new Map<number, number>();
    for (let value = 0; value < codes[level]!.length; value += 1) {
      const code = codes[level]![value]!;
      const parent = codes[level + 1]![value]!;
      if ((parents.get(code) ?? parent) !== parent) return false;
      parents.set(code, parent);
    }
  }
  return true;
}
