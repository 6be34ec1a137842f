import type { RiskClass } from './create-risk-census.ts';

/**
 * The risk from someone who knows who is in the population and not who is in the table (El Emam 2013, "Guide to the de-identification of
 * personal health information", chapter 16). Each class counts with its people in the population.
 */
export interface JournalistRisk {
  /** People of the population, those in the table among them. */
  readonly population: number;
  /** Of the rows that are worst off: 1 / people of the smallest class that the table has. */
  readonly highestRisk: number;
  /** On average over the rows, which is the marketer risk: the part of the rows that is found again where all are looked for. */
  readonly averageRisk: number;
  /** Part of the rows that are alone in their class in the population. */
  readonly uniqueness: number;
  /** Part of the rows whose risk is above `threshold`. */
  rowsAtRisk(threshold: number): number;
}

/** The risk over all classes of which the table has a row. */
export function measureJournalist(classes: Iterable<RiskClass>, rows: number): JournalistRisk {
  let population = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let expected = 0;
  const rowsByPeople = new Map<number, number>();
  for (const { size, others } of classes) {
    const people = size + others;
    population += people;
    if (size === 0) continue;
    smallest = Math.min(smallest, people);
    expected += size / people;
    rowsByPeople.set(people, (rowsByPeople.get(people) ?? 0) + size);
  }
  const part = (count: number) => (rows === 0 ? 0 : count / rows);
  return {
    population,
    highestRisk: rows === 0 ? 0 : 1 / smallest,
    averageRisk: part(expected),
    uniqueness: part(rowsByPeople.get(1) ?? 0),
    rowsAtRisk(threshold) {
      let atRisk = 0;
      for (const [people, count] of rowsByPeople) if (1 / people > threshold) atRisk += count;
      return part(atRisk);
    },
  };
}
