import type { SlotCandidate } from './choose-slots.ts';
import type { MarkSlot } from './release-record.ts';

/** Slots with the share of anchors that each uses. */
export interface DealtSlots {
  readonly slots: readonly MarkSlot[];
  /** Bits of the code that they tell, about. */
  readonly marks: number;
}

/** How many different marks of a candidate the whole table gives: at most in proportion, at least those of the sample. */
function scaleMarks({ marks, cells }: SlotCandidate, cellsInAll: number): number {
  if (cells === 0) return 0;
  const growth = Math.max(1, cellsInAll / cells);
  // Fewer of the further rows bring a new mark than of the first ones: the share of new ones falls as marks ÷ cells does.
  return marks * growth ** Math.min(1, Math.max(0.1, (marks / cells) ** 0.5));
}

/** Of so many cells to be changed, how many a symbol of so many bits marks: the others say by chance what is wanted. */
export const cellsMarked = (changes: number, depth: number): number => changes / (1 - 2 ** -depth);

/**
 * Deals a number of cells out to candidates: to every target as many, and within a target to every anchor as many, but for those that
 * have fewer.
 *
 * @param changes Cells that may be changed.
 * @param rows Rows of the whole table.
 * @param depthOf Bits that a cell of a target tells.
 */
export function dealMarks(
  candidates: readonly SlotCandidate[],
  changes: number,
  rows: number,
  depthOf: (target: number) => number,
): DealtSlots {
  const slots: MarkSlot[] = [];
  let marks = 0;
  const inAll = (candidate: SlotCandidate) => (candidate.cells / candidate.sample) * rows;
  const targets = [...new Set(candidates.map(({ target }) => target))].map((target) => {
    const own = candidates
      .filter((candidate) => candidate.target === target && candidate.cells > 0)
      .sort((a, b) => inAll(a) - inAll(b));
    return { target, own, supply: own.reduce((sum, candidate) => sum + inAll(candidate), 0) };
  });
  let left = changes;
  // Who has least comes first: what it cannot take goes to the others.
  for (const [turn, { target, own, supply }] of targets
    .sort((a, b) => a.supply - b.supply)
    .entries()) {
    const depth = depthOf(target);
    let cells = Math.min(supply, cellsMarked(left / (targets.length - turn), depth));
    left -= cells * (1 - 2 ** -depth);
    for (const [at, candidate] of own.entries()) {
      const all = Math.max(1, inAll(candidate));
      const density = Math.min(1, cells / (own.length - at) / all);
      if (density <= 0) continue;
      cells -= density * all;
      const { anchor, rarity } = candidate;
      slots.push({
        target,
        anchor,
        density: Number(density.toPrecision(6)),
        ...(rarity > 0 ? { rarity: Number(rarity.toFixed(3)) } : {}),
      });
      marks += depth * density * scaleMarks(candidate, inAll(candidate));
    }
  }
  return { slots, marks };
}
