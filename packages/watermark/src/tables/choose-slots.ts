import type { RecordColumn } from './release-record.ts';

/** A way to mark a column, with how many different marks it gives. */
export interface SlotCandidate {
  readonly target: number;
  readonly anchor: readonly number[];
  /** Different marks in the sample, were all of them used. */
  readonly marks: number;
  /** Cells of the sample that can carry one. */
  readonly cells: number;
}

/** A column with at least this share of different values finds its marks by itself. */
const selfShare = 0.25;
/** Columns that anchors are made of. */
const poolSize = 9;
/** Slots of a column that needs anchors. */
const slotsPerTarget = 16;
/** Rows that candidates are counted on. */
const sampleRows = 12_000;

/** What candidates are counted by: for each column, the number of the coarse value of each row. */
export interface CoarseColumns {
  /** Numbers from 0 for each row; equal for equal coarse values. */
  readonly values: readonly Int32Array[];
  /** Whether the cell can carry a mark. */
  readonly markable: readonly Uint8Array[];
  /** How many different values. */
  readonly sizes: readonly number[];
}

function count(columns: CoarseColumns, target: number, anchor: readonly number[]): SlotCandidate {
  const members = [target, ...anchor];
  const markable = columns.markable[target]!;
  const rows = Math.min(markable.length, sampleRows);
  const seen = new Set<number>();
  let cells = 0;
  for (let row = 0; row < rows; row += 1) {
    if (markable[row] === 0) continue;
    cells += 1;
    let key = 0;
    for (const column of members)
      key = key * (columns.sizes[column]! + 1) + columns.values[column]![row]!;
    // Three columns of up to 10⁵ values fit into a double; where they do not, a few marks count as one.
    seen.add(key);
  }
  return { target, anchor, marks: seen.size, cells };
}

function pairsOf(pool: readonly number[]): number[][] {
  return pool.flatMap((one, at) => pool.slice(at + 1).map((other) => [one, other]));
}

/**
 * The ways to mark each carrier: by its own value where that is nearly unique, else by its value together with pairs of other
 * columns, many pairs of them, so that some are left when columns are dropped.
 */
export function chooseSlots(
  columns: readonly RecordColumn[],
  coarse: CoarseColumns,
): { readonly self: SlotCandidate[]; readonly anchored: SlotCandidate[] } {
  const self: SlotCandidate[] = [];
  const anchored: SlotCandidate[] = [];
  const bySize = [...coarse.sizes.keys()]
    .filter((column) => coarse.sizes[column]! > 1)
    .sort((a, b) => coarse.sizes[b]! - coarse.sizes[a]!);
  const owns = new Map(
    [...columns.entries()]
      .filter(([, { carrier }]) => carrier !== undefined)
      .map(([target]) => [target, count(coarse, target, [])] as const),
  );
  const isSelf = (column: number) => {
    const own = owns.get(column);
    return own !== undefined && own.cells > 0 && own.marks >= selfShare * own.cells;
  };
  for (const [target, own] of owns) {
    if (own.cells === 0) continue;
    if (isSelf(target)) {
      self.push(own);
      continue;
    }
    // Where a column that finds its marks by itself is still there, no anchor is needed; where it is gone, one that holds it is of no use.
    const others = bySize.filter((column) => column !== target);
    const lasting = others.filter((column) => !isSelf(column));
    const pool = (lasting.length < 2 ? others : lasting).slice(0, poolSize);
    const anchors = pool.length < 2 ? pool.map((column) => [column]) : pairsOf(pool);
    const best = anchors
      .map((anchor) => count(coarse, target, anchor))
      .sort((a, b) => b.marks - a.marks);
    // Each column takes part in about as many anchors as the others, or those dropped would take all with them.
    const uses = new Map<number, number>();
    const most = Math.ceil((2 * slotsPerTarget) / Math.max(1, pool.length)) + 1;
    const chosen: SlotCandidate[] = [];
    for (const candidate of best) {
      if (chosen.length >= slotsPerTarget) break;
      if (candidate.anchor.some((column) => (uses.get(column) ?? 0) >= most)) continue;
      for (const column of candidate.anchor) uses.set(column, (uses.get(column) ?? 0) + 1);
      chosen.push(candidate);
    }
    if (chosen.length === 0) chosen.push(own);
    anchored.push(...chosen);
  }
  return { self, anchored };
}
