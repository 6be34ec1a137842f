/**
 * All formats of national numbers, by cue word and by written form.
 *
 * @module
 */
import { europeanNumbers } from './european-numbers.ts';
import { furtherNumbers } from './further-numbers.ts';
import { moreCountries } from './more-countries.ts';
import type { NumberFormat } from './number-format.ts';
import { otherNumbers } from './other-numbers.ts';

/** Every format that is known. */
export const nationalNumbers: readonly NumberFormat[] = [
  ...europeanNumbers,
  ...otherNumbers,
  ...furtherNumbers,
  ...moreCountries,
];

/** Cue word → formats that it names. */
export const formatsByCue: ReadonlyMap<string, readonly NumberFormat[]> = groupByCue();

/** Formats that are found by their written form alone. */
export const tellingFormats: readonly NumberFormat[] = nationalNumbers.filter(
  (format) => format.telling !== undefined,
);

function groupByCue(): ReadonlyMap<string, readonly NumberFormat[]> {
  const groups = new Map<string, NumberFormat[]>();
  for (const format of nationalNumbers) {
    for (const cue of format.cues.split(',')) groups.set(cue, [...(groups.get(cue) ?? []), format]);
  }
  return groups;
}
