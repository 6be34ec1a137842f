import type { Row } from './host.ts';

type Random = () => number;

/** Rows and columns in another order. */
export function shuffle(rows: readonly Row[], random: Random): Row[] {
  const mixed = <One>(list: readonly One[]): One[] => {
    const copy = list.slice();
    for (let at = copy.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [copy[at], copy[other]] = [copy[other]!, copy[at]!];
    }
    return copy;
  };
  const order = mixed([...rows[0]!.keys()]);
  return mixed(rows).map((row) => order.map((column) => row[column]!));
}

/** Some rows are gone. */
export function deleteRows(rows: readonly Row[], share: number, random: Random): Row[] {
  return rows.filter(() => random() >= share);
}

/** Some cells get the value that another row has in their column. */
export function alterCells(rows: readonly Row[], share: number, random: Random): Row[] {
  return rows.map((row) =>
    row.map((cell, column) =>
      random() < share ? rows[Math.floor(random() * rows.length)]![column]! : cell,
    ),
  );
}

/** Only so many columns are left, chosen at random. Gives their indexes too. */
export function keepColumns(
  rows: readonly Row[],
  count: number,
  random: Random,
): { rows: Row[]; kept: number[] } {
  const kept = [...rows[0]!.keys()]
    .map((column) => ({ column, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ column }) => column);
  return { rows: rows.map((row) => kept.map((column) => row[column]!)), kept };
}

/** How colluders choose where their copies differ. */
export type Strategy = 'rows' | 'cells' | 'majority' | 'minority' | 'lowest' | 'coin';

/** Copies put together to one. Copies have their rows in the same order, as colluders would see to. */
export function collude(
  copies: readonly (readonly Row[])[],
  strategy: Strategy,
  random: Random,
): Row[] {
  const any = () => copies[Math.floor(random() * copies.length)]!;
  return copies[0]!.map((first, row) => {
    if (strategy === 'rows') return any()[row]!;
    return first.map((cell, column) => {
      const values = copies.map((copy) => copy[row]![column]!);
      const kinds = [...new Set(values)];
      if (kinds.length === 1) return cell;
      if (strategy === 'cells') return values[Math.floor(random() * values.length)]!;
      if (strategy === 'coin') return kinds[Math.floor(random() * kinds.length)]!;
      if (strategy === 'lowest') return kinds.sort()[0]!;
      const counted = kinds
        .map((kind) => ({
          kind,
          count: values.filter((value) => value === kind).length,
          at: random(),
        }))
        .sort((a, b) => a.count - b.count || a.at - b.at);
      return (strategy === 'majority' ? counted.at(-1)! : counted[0]!).kind;
    });
  });
}

/**
 * The column-wise correlation attack of T. Ji, E. Yilmaz, E. Ayday and P. Li, "The Curse of Correlations for Robust Fingerprinting of
 * Relational Databases" (RAID 2021, arXiv 2103.06438), section 4.2, with the strongest prior: the joint distributions of the original
 * itself. Pairs of values that are more frequent in the copy than they should be are suspicious; the cells of those pairs are changed to
 * the value that is missing most, until a share of all cells has changed. Columns with many values are looked at in 64 bins.
 */
export function correlationAttack(
  copy: readonly Row[],
  prior: readonly Row[],
  share: number,
): { rows: Row[]; changed: number } {
  const width = copy[0]!.length;
  const rows = copy.map((row) => row.slice());
  const bin = Array.from({ length: width }, (_, column) => {
    const distinct = new Set(prior.map((row) => row[column]!));
    if (distinct.size <= 512) return (cell: string) => cell;
    const sorted = prior.map((row) => Number(row[column]!)).sort((a, b) => a - b);
    const edges = Array.from(
      { length: 63 },
      (_, at) => sorted[Math.floor(((at + 1) * sorted.length) / 64)]!,
    );
    return (cell: string) => `bin ${edges.filter((edge) => Number(cell) >= edge).length}`;
  });
  const binned = (table: readonly Row[]) =>
    table.map((row) => row.map((cell, column) => bin[column]!(cell)));
  const copyBins = binned(copy);
  const priorBins = binned(prior);
  const suspicions: {
    excess: number;
    column: number;
    other: number;
    value: string;
    given: string;
  }[] = [];
  for (let column = 0; column < width; column += 1) {
    for (let other = 0; other < width; other += 1) {
      if (column === other) continue;
      const difference = new Map<string, number>();
      for (const row of copyBins) {
        const key = `${row[column]}\u0000${row[other]}`;
        difference.set(key, (difference.get(key) ?? 0) + 1 / copy.length);
      }
      for (const row of priorBins) {
        const key = `${row[column]}\u0000${row[other]}`;
        difference.set(key, (difference.get(key) ?? 0) - 1 / prior.length);
      }
      for (const [key, excess] of difference) {
        if (excess <= 0) continue;
        const [value = '', given = ''] = key.split('\u0000');
        suspicions.push({ excess, column, other, value, given });
      }
    }
  }
  suspicions.sort((a, b) => b.excess - a.excess);
  const most = share * copy.length * width;
  const done = new Set<number>();
  for (const { column, other, value, given } of suspicions) {
    if (done.size >= most) break;
    // What the prior has with the other value, and the copy lacks most.
    const lacking = new Map<string, number>();
    for (const [at, row] of priorBins.entries()) {
      if (row[other] === given && row[column] !== value) {
        const cell = prior[at]![column]!;
        lacking.set(cell, (lacking.get(cell) ?? 0) + 1);
      }
    }
    for (const row of copy) {
      if (bin[other]!(row[other]!) === given && lacking.has(row[column]!))
        lacking.set(row[column]!, lacking.get(row[column]!)! - 1);
    }
    const replacement = [...lacking].sort(([, a], [, b]) => b - a)[0]?.[0];
    if (replacement === undefined) continue;
    for (const [at, row] of copyBins.entries()) {
      if (done.size >= most) break;
      if (row[column] !== value || row[other] !== given || done.has(at * width + column)) continue;
      rows[at]![column] = replacement;
      done.add(at * width + column);
    }
  }
  return { rows, changed: done.size };
}
