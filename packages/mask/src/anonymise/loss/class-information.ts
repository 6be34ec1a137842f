import type { ClassTable, PackedColumn } from '../engine/class-table.ts';
import type { LatticeColumn } from '../engine/lattice-column.ts';

/** A function that says what each row of a class has lost, 0 as it was to 1 where every value is the root (Wan et al. 2015). */
export type ClassInformation = (
  table: ClassTable,
  index: number,
  levels: ArrayLike<number>,
) => number;

/** Sums the logarithms of the parts of the domain that the values of a class stand for. */
export function compileClassInformation(
  columns: readonly LatticeColumn[],
  packed: readonly PackedColumn[],
): ClassInformation {
  let most = 0;
  for (const { domain } of columns) most += Math.log10(domain);
  const logs = columns.map(({ shares }) => shares.map((level) => level.map(Math.log10)));
  return ({ words }, index, levels) => {
    if (most === 0) return 0;
    let sum = 0;
    for (let column = 0; column < packed.length; column += 1) {
      const { word, shift, mask } = packed[column]!;
      sum += logs[column]![levels[column]!]![(words[word]![index]! >>> shift) & mask]!;
    }
    return Math.min(1, Math.max(0, sum / most + 1));
  };
}
