const most = 1e9;

/** A count as it came, made harmless: no number, below zero and beyond all measure become 0 and 10⁹. */
export function countOf(count: number): number {
  return count > 0 ? Math.min(count, most) : 0;
}
