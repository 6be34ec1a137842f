import { ClassMerger, type ClassTable, createClassTable } from './class-table.ts';
import type { LatticeProblem, LatticeSolution } from './search-lattice.ts';

/** What one search releases. */
export interface Release {
  /** By column. */
  readonly levels: readonly number[];
  /** Its classes, as keys of their labels. */
  readonly classes: ReadonlySet<string>;
  readonly rows: number;
  /** The table that was searched. */
  readonly table: ClassTable;
  /** By class of that table: 1 if it is released. */
  readonly isReleased: Uint8Array;
  readonly found: LatticeSolution;
}

/** A text of labels that no other labels have. */
export function appendLabel(key: string, label: string): string {
  return `${key}${label.length}:${label}`;
}

/** The classes of a transformation that are released. */
export function releaseClasses(
  { columns, packed, base, evaluation }: LatticeProblem,
  found: LatticeSolution,
  levels: readonly number[],
): Release {
  const merger = new ClassMerger();
  let table = base;
  const targets = Int32Array.from({ length: base.size }, (_, index) => index);
  columns.forEach(({ codes }, column) => {
    const into: ClassTable = createClassTable(base);
    const step = merger.merge(table, into, packed[column]!, codes[levels[column]!]!);
    for (let index = 0; index < targets.length; index += 1) {
      targets[index] = step[targets[index]!]!;
    }
    if (evaluation.needsValues) merger.mergeValues(table, into);
    table = into;
  });
  evaluation.judge(table, levels);
  const classes = new Set<string>();
  let rows = 0;
  for (let index = 0; index < table.size; index += 1) {
    if (table.counts[index] === 0 || evaluation.outliers[index] === 1) continue;
    let key = '';
    columns.forEach(({ labels }, column) => {
      const { word, shift, mask } = packed[column]!;
      const code = (table.words[word]![index]! >>> shift) & mask;
      key = appendLabel(key, labels[levels[column]!]![code]!);
    });
    classes.add(key);
    rows += table.counts[index]!;
  }
  const isReleased = Uint8Array.from(targets, (target) => 1 - evaluation.outliers[target]!);
  return { levels, classes, rows, table: base, isReleased, found };
}
