/**
 * Numbers for categories, so that what is known of one is read from an array.
 *
 * @module
 */

const numbers = new Map<string, number>();

/** The number of a category: those that were met first have the smallest. */
export function numberOfCategory(category: string): number {
  let number = numbers.get(category);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(category, number);
  }
  return number;
}
