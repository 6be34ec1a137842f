/** A quasi-identifier as the search sees it: values are codes, and each level maps codes to codes. */
export interface LatticeColumn {
  readonly name: string;
  /** By level, by the code of the value: the code of what it becomes. Level 0 maps each code to itself. */
  readonly codes: readonly Int32Array[];
  /** By level: how many codes there are. */
  readonly sizes: readonly number[];
  /** By level, by code: the part of the domain that it stands for, above 0 to 1. */
  readonly shares: readonly Float64Array[];
  /** By level, by code: the text. */
  readonly labels: readonly (readonly string[])[];
  /** Values in the domain, which may hold more than the data does. */
  readonly domain: number;
  /** Whether what is one at a level stays one at each higher level. Then classes only grow. */
  readonly isNested: boolean;
}

/** The highest level of a column. */
export function heightOf(column: LatticeColumn): number {
  return column.codes.length - 1;
}
