/**
 * What candidates say about each other: a name beside a telephone number is more probably a name.
 *
 * @module
 */
import type { Candidate } from './candidate.ts';
import { reason } from './scan.ts';

const contact = reason('neighbour', 1.6, 'personal data nearby');
const list = reason('neighbour', 0.7, 'another name nearby');

/** How far a neighbour may stand, in code units. */
const reach = 36;
/** Categories that profit from neighbours. */
const weak = new Set(['person.name', 'location.address']);
/** Log-odds from which a candidate speaks for its neighbours. */
const sure = 0.8;

const isPersonal = (category: string): boolean =>
  category.startsWith('contact.') ||
  category.startsWith('id.') ||
  category.startsWith('vehicle.') ||
  category.startsWith('finance.');

/** Adds what neighbours say to names and addresses. Linear: each candidate looks at its next few on both sides only. */
export function weighNeighbours(candidates: Candidate[]): void {
  if (candidates.length < 2 || !candidates.some((candidate) => weak.has(candidate.category)))
    return;
  candidates.sort((a, b) => a.start - b.start);
  const limit = 5;
  for (let index = 0; index < candidates.length; index += 1) {
    const candidate = candidates[index]!;
    if (!weak.has(candidate.category)) continue;
    let found: typeof contact | undefined;
    for (let step = -limit; step <= limit; step += 1) {
      const other = candidates[index + step];
      if (step === 0 || other === undefined) continue;
      const gap =
        other.start >= candidate.end ? other.start - candidate.end : candidate.start - other.end;
      if (gap < 0 || gap > reach || other.logOdds < sure) continue;
      const address = other.category === 'location.address' && candidate.category === 'person.name';
      if (address || isPersonal(other.category)) found = contact;
      else if (other.category === candidate.category && gap <= 3) found ??= list;
    }
    if (found === undefined) continue;
    candidates[index] = {
      ...candidate,
      logOdds: candidate.logOdds + found.weight,
      evidence: [...candidate.evidence, found],
    };
  }
}
