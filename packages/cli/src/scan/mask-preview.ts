/** So many characters of a value are shown at either end, at most: too few to tell it. */
const maxShown = 3;

/** A value for the eye, with all but a few characters covered; a quarter of it at most is shown at either end. */
export function maskPreview(value: string): string {
  const characters = [...value.replace(/\s+/gu, ' ')];
  const shown = Math.min(maxShown, characters.length >> 2);
  const covered = Math.min(12, characters.length - 2 * shown);
  return (
    characters.slice(0, shown).join('') +
    '*'.repeat(covered) +
    characters.slice(characters.length - shown).join('')
  );
}
