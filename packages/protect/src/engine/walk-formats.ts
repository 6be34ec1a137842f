/**
 * Format-preserving encryption leaves no mark, so reveal finds its values as protect found them: by scanning. That works only where
 * a scan of the protected text finds the same parts. So a value is encrypted again and again until it is found again (cycle walking,
 * NIST SP 800-38G appendix B has the idea), and decrypted again and again until it is found: over the values that are found, this is
 * a permutation too, and the second undoes the first.
 *
 * @module
 */
import type { Part } from './plan-parts.ts';
import type { Treatment } from './treatment.ts';

/** Values are found again after few steps; so many without one mean that the surroundings hide it. */
const maxSteps = 128;

/** So many parts are walked in one stretch of text. */
const maxTogether = 16;

/** One step with one value. */
export type FormatStep = (treatment: Treatment, value: string) => string;

interface Place {
  start: number;
  end: number;
  readonly treatment: Treatment;
}

function isSamePlan(found: readonly Part[], places: readonly Part[]): boolean {
  const formats = found.filter((part) => part.treatment.format !== undefined);
  return (
    formats.length === places.length &&
    formats.every((part, index) => {
      const place = places[index]!;
      return (
        part.start === place.start &&
        part.end === place.end &&
        part.treatment.rule === place.treatment.rule &&
        part.treatment.category === place.treatment.category
      );
    })
  );
}

/**
 * Walks every part of a text, one after the other, and gives their new values; `undefined` where one is not found again.
 *
 * @param find - the parts that a scan of a text finds.
 * @param direction - -1 to undo, from the last part to the first.
 */
export function walkFormats(
  text: string,
  parts: readonly Part[],
  find: (text: string) => readonly Part[],
  step: FormatStep,
  direction: 1 | -1,
): string[] | undefined {
  if (!isSamePlan(find(text), parts)) return undefined;
  if (parts.length > maxTogether) return walkGroups(text, parts, find, step, direction);
  const places: Place[] = parts.map(({ start, end, treatment }) => ({ start, end, treatment }));
  let current = text;
  const order = places.map((_, index) => index);
  if (direction < 0) order.reverse();
  for (const index of order) {
    const walked = walkOne(current, places, index, find, step);
    if (walked === undefined) return undefined;
    current = walked;
  }
  return places.map(({ start, end }) => current.slice(start, end));
}

/** Each step scans the text again: many parts are walked in groups, each in its own stretch, so that time stays linear. */
function walkGroups(
  text: string,
  parts: readonly Part[],
  find: (text: string) => readonly Part[],
  step: FormatStep,
  direction: 1 | -1,
): string[] | undefined {
  const values: string[] = [];
  const places: Place[] = [];
  let output = '';
  let from = 0;
  for (let index = 0; index < parts.length; index += maxTogether) {
    const group = parts.slice(index, index + maxTogether);
    const to = index + maxTogether >= parts.length ? text.length : group.at(-1)!.end;
    const moved = group.map((part) => ({
      ...part,
      start: part.start - from,
      end: part.end - from,
    }));
    const walked = walkFormats(text.slice(from, to), moved, find, step, direction);
    if (walked === undefined) return undefined;
    for (const [k, value] of walked.entries()) {
      const part = group[k]!;
      output += text.slice(k === 0 ? from : group[k - 1]!.end, part.start);
      places.push({
        start: output.length,
        end: output.length + value.length,
        treatment: part.treatment,
      });
      output += value;
    }
    output += text.slice(group.at(-1)!.end, to);
    values.push(...walked);
    from = to;
  }
  return isSamePlan(find(output), places) ? values : undefined;
}

function walkOne(
  text: string,
  places: Place[],
  index: number,
  find: (text: string) => readonly Part[],
  step: FormatStep,
): string | undefined {
  const place = places[index]!;
  const before = text.slice(0, place.start);
  const after = text.slice(place.end);
  let value = text.slice(place.start, place.end);
  for (let steps = 0; steps < maxSteps; steps += 1) {
    value = step(place.treatment, value);
    const shift = before.length + value.length - place.end;
    place.end += shift;
    for (const later of places.slice(index + 1)) {
      later.start += shift;
      later.end += shift;
    }
    const candidate = before + value + after;
    if (isSamePlan(find(candidate), places)) return candidate;
  }
  return undefined;
}
