/**
 * Chooses among candidates that overlap.
 *
 * @module
 */
import { type Candidate, sortCandidates } from './candidate.ts';

/** The stronger first; of equals the longer, then the earlier. */
function compare(a: Candidate, b: Candidate): number {
  return (
    Math.min(b.logOdds, 6) - Math.min(a.logOdds, 6) ||
    b.end - b.start - (a.end - a.start) ||
    b.logOdds - a.logOdds ||
    a.start - b.start
  );
}

const byPlace = (a: Candidate, b: Candidate): number => a.start - b.start || b.end - a.end;

/**
 * The best candidates of which no two overlap, in order of place. Sorts what it is given.
 *
 * Groups of overlapping candidates are small, but hostile input may make a large one: the choice is by sorting, never by trying
 * pairs.
 */
export function resolveOverlaps(candidates: Candidate[]): Candidate[] {
  if (candidates.length < 2) return candidates;
  sortCandidates(candidates, byPlace);
  let first = 0;
  while (first + 1 < candidates.length && candidates[first + 1]!.start >= candidates[first]!.end)
    first += 1;
  // Mostly no two overlap.
  if (first + 1 === candidates.length) return candidates;
  const chosen = candidates.slice(0, first);
  while (first < candidates.length) {
    const earliest = candidates[first]!;
    let last = first + 1;
    let reach = earliest.end;
    while (last < candidates.length && candidates[last]!.start < reach) {
      reach = Math.max(reach, candidates[last]!.end);
      last += 1;
    }
    if (last === first + 1) chosen.push(earliest);
    else if (last === first + 2) {
      const other = candidates[first + 1]!;
      chosen.push(compare(other, earliest) < 0 ? other : earliest);
    } else chooseFrom(candidates.slice(first, last), chosen);
    first = last;
  }
  return chosen;
}

function chooseFrom(group: Candidate[], chosen: Candidate[]): void {
  group.sort(compare);
  // Taken ranges, kept in order of place, so that a search by halves tells whether a candidate still fits.
  const taken: Candidate[] = [];
  for (const candidate of group) {
    let low = 0;
    let high = taken.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (taken[middle]!.start < candidate.start) low = middle + 1;
      else high = middle;
    }
    const before = taken[low - 1];
    const after = taken[low];
    if (before !== undefined && before.end > candidate.start) continue;
    if (after !== undefined && after.start < candidate.end) continue;
    taken.splice(low, 0, candidate);
  }
  chosen.push(...taken);
}
