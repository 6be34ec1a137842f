/**
 * Local recoding: the rows that one transformation leaves out are made anonymous by themselves, with a transformation of their own, and so
 * on (as ARX does, Prasser et al. 2020, "Flexible data anonymization using ARX", section 3.5). What each round releases meets the models
 * among itself; where classes of two rounds have the same labels they are one, which meets them too.
 *
 * @module
 */
import { type ClassTable, createClassTable } from './class-table.ts';
import { type Release, releaseClasses } from './release.ts';
import { type LatticeProblem, LatticeSearch } from './search-lattice.ts';

/** By how much suppression is weighed more where a round released nothing. */
const weightStep = 0.05;

/** The classes of a table that are marked with 0. */
function withoutMarked(table: ClassTable, marks: Uint8Array): ClassTable {
  const rest = createClassTable(table);
  const targets = new Int32Array(table.size).fill(-1);
  let size = 0;
  for (let index = 0; index < table.size; index += 1) {
    if (marks[index] === 1) continue;
    targets[index] = size;
    table.words.forEach((word, at) => {
      rest.words[at]![size] = word[index]!;
    });
    rest.counts[size] = table.counts[index]!;
    size += 1;
  }
  rest.size = size;
  table.sensitive.forEach((pairs, column) => {
    const kept = rest.sensitive[column]!;
    let count = 0;
    for (let index = 0; index < pairs.size; index += 1) {
      const target = targets[pairs.classes[index]!]!;
      if (target < 0) continue;
      kept.classes[count] = target;
      kept.values[count] = pairs.values[index]!;
      kept.counts[count] = pairs.counts[index]!;
      count += 1;
    }
    kept.size = count;
  });
  return rest;
}

/**
 * The releases, round by round.
 *
 * @param problemOf - the search over a table, in which suppression weighs so much, 0 to 1
 * @param suppression - the weight of the first round
 */
export function recodeLocally(
  problemOf: (table: ClassTable, suppression: number) => LatticeProblem,
  base: ClassTable,
  suppression: number,
  maxRounds: number,
): Release[] {
  const releases: Release[] = [];
  let table = base;
  let weight = suppression;
  for (let round = 0; round <= maxRounds && table.size > 0 && weight <= 1; round += 1) {
    const problem = problemOf(table, weight);
    const found = new LatticeSearch(problem).run();
    if (found.levels === undefined) break;
    const release = releaseClasses(problem, found, found.levels);
    if (release.rows === 0) {
      weight += weightStep;
      continue;
    }
    releases.push(release);
    table = withoutMarked(table, release.isReleased);
  }
  return releases;
}
