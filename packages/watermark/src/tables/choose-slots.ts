import type { RecordColumn } from './release-record.ts';

/** A way to mark a column, with how many different marks it gives. */
export interface SlotCandidate {
  readonly target: number;
  readonly anchor: readonly number[];
  /** Least rarity of an anchor, in bits; 0 for any. */
  readonly rarity: number;
  /** Different marks in the sample, were all of them used. */
  readonly marks: number;
  /** Cells of the sample that can carry one. */
  readonly cells: number;
  /** Rows of the sample. */
  readonly sample: number;
}

/** A column with at least this share of different values finds its marks by itself. */
const selfShare = 0.25;
/** Columns that anchors are made of. */
const poolSize = 13;
/** Slots of a column that needs anchors. */
const slotsPerTarget = 78;
/** Slots of a column whose anchors are all common. */
const commonSlotsPerTarget = 16;
/** Rows times candidates that are looked at. */
const mostVisits = 4_000_000;
const mostSampleRows = 16_000;
const fewestSampleRows = 4000;
/** Were columns independent, an anchor that is used would stand in so many rows on average, or fewer. */
const rowsOfAnchor = [1, 1 / 4] as const;
/** Cells that a mark may cost. */
const mostCellsPerMark = 1.7;
/** A column's rare anchors are enough with so many times the marks that are wanted of them. */
const wantedSupply = 2;

/** What candidates are counted by: for each column, the number of the coarse value of each row. */
export interface CoarseColumns {
  /** Numbers from 0 for each row; equal for equal coarse values. */
  readonly values: readonly Int32Array[];
  /** Whether the cell can carry a mark. */
  readonly markable: readonly Uint8Array[];
  /** How many different values. */
  readonly sizes: readonly number[];
  /** How rare each value is, in bits. */
  readonly rarities: readonly Float64Array[];
}

function count(
  columns: CoarseColumns,
  target: number,
  anchor: readonly number[],
  rarity: number,
  mostRows: number,
): SlotCandidate {
  const members = [target, ...anchor];
  const markable = columns.markable[target]!;
  const rows = Math.min(markable.length, mostRows);
  const seen = new Set<number>();
  let cells = 0;
  for (let row = 0; row < rows; row += 1) {
    if (markable[row] === 0) continue;
    let key = 0;
    let bits = 0;
    for (const column of members) {
      const value = columns.values[column]![row]!;
      key = key * (columns.sizes[column]! + 1) + value;
      bits += columns.rarities[column]![value]!;
    }
    if (bits < rarity) continue;
    cells += 1;
    // Three columns of up to 10⁵ values fit into a double; where they do not, a few marks count as one.
    seen.add(key);
  }
  return { target, anchor, rarity, marks: seen.size, cells, sample: Math.max(1, rows) };
}

/** All subsets of a size, in order. */
function subsetsOf(pool: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return pool.flatMap((one, at) =>
    subsetsOf(pool.slice(at + 1), size - 1).map((rest) => [one, ...rest]),
  );
}

/** The best candidates of which none uses a column much oftener than the others do: those dropped would take all with them. */
function spread(
  candidates: readonly SlotCandidate[],
  most: number,
  poolLength: number,
): SlotCandidate[] {
  const size = candidates[0]?.anchor.length ?? 0;
  const mostUses = Math.ceil((size * most) / Math.max(1, poolLength)) + 1;
  const uses = new Map<number, number>();
  const chosen: SlotCandidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.marks - a.marks)) {
    if (chosen.length >= most) break;
    if (candidate.anchor.some((column) => (uses.get(column) ?? 0) >= mostUses)) continue;
    for (const column of candidate.anchor) uses.set(column, (uses.get(column) ?? 0) + 1);
    chosen.push(candidate);
  }
  return chosen;
}

/** What a table needs of its slots. */
export interface SlotDemand {
  /** Rows of the whole table. */
  readonly rows: number;
  /** Cells that are to be marked in it. */
  readonly cells: number;
}

/**
 * The ways to mark each carrier: by its own value where that is nearly unique, else by its value together with pairs of other
 * columns, all pairs, so that some are left when columns are dropped. Of these only the rare anchors: a mark on an anchor of many
 * rows would change them all. Where pairs are never rare, triples are taken, and where these are not, pairs as they are.
 */
export function chooseSlots(
  columns: readonly RecordColumn[],
  coarse: CoarseColumns,
  demand: SlotDemand,
): { readonly self: SlotCandidate[]; readonly anchored: SlotCandidate[] } {
  const self: SlotCandidate[] = [];
  const anchored: SlotCandidate[] = [];
  const bySize = [...coarse.sizes.keys()]
    .filter((column) => coarse.sizes[column]! > 1)
    .sort((a, b) => coarse.sizes[b]! - coarse.sizes[a]!);
  const owns = new Map(
    [...columns.entries()]
      .filter(([, { carrier }]) => carrier !== undefined)
      .map(([target]) => [target, count(coarse, target, [], 0, mostSampleRows)] as const),
  );
  const isSelf = (column: number) => {
    const own = owns.get(column);
    return own !== undefined && own.cells > 0 && own.marks >= selfShare * own.cells;
  };
  const targets = [...owns.keys()].filter((target) => owns.get(target)!.cells > 0);
  self.push(...targets.filter(isSelf).map((target) => owns.get(target)!));
  const others = targets.filter((target) => !isSelf(target));
  const sampleRows = (candidates: number) =>
    Math.max(
      fewestSampleRows,
      Math.min(mostSampleRows, Math.floor(mostVisits / Math.max(1, others.length * candidates))),
    );
  for (const target of others) {
    // Where a column that finds its marks by itself is still there, no anchor is needed; where it is gone, one that holds it is of no use.
    const rest = bySize.filter((column) => column !== target);
    const lasting = rest.filter((column) => !isSelf(column));
    const pool = (lasting.length < 2 ? rest : lasting).slice(0, poolSize);
    const pairs = pool.length < 2 ? pool.map((column) => [column]) : subsetsOf(pool, 2);
    const rare = (anchors: readonly (readonly number[])[], most: number): SlotCandidate[] => {
      const mostRows = sampleRows(anchors.length);
      const scale = demand.rows / Math.min(mostRows, coarse.markable[target]!.length || 1);
      const found = anchors.flatMap((anchor) => {
        for (const rows of rowsOfAnchor) {
          const candidate = count(
            coarse,
            target,
            anchor,
            Math.max(1e-9, Math.log2(demand.rows / rows)),
            mostRows,
          );
          // In the whole table, groups are larger than in a sample of it.
          const cost = 1 + (candidate.cells / Math.max(1, candidate.marks) - 1) * scale;
          if (candidate.marks > 0 && cost <= mostCellsPerMark) return [candidate];
        }
        return [];
      });
      return spread(found, most, pool.length);
    };
    const wanted = (wantedSupply * demand.cells) / others.length;
    const supply = (list: readonly SlotCandidate[]) =>
      list.reduce((sum, one) => sum + (one.cells / one.sample) * demand.rows, 0);
    let chosen = rare(pairs, slotsPerTarget);
    if (supply(chosen) < wanted && pool.length > 2)
      chosen = [...chosen, ...rare(subsetsOf(pool.slice(0, 9), 3), slotsPerTarget)];
    if (supply(chosen) < wanted / 4) {
      const common = pairs.map((anchor) =>
        count(coarse, target, anchor, 0, sampleRows(pairs.length)),
      );
      chosen = spread(common, commonSlotsPerTarget, pool.length);
    }
    anchored.push(...(chosen.length === 0 ? [owns.get(target)!] : chosen));
  }
  return { self, anchored };
}
