/** Made once, and only when the first text outside ASCII comes: the segmenter takes milliseconds to load. */
let segmenter: Intl.Segmenter | undefined;

/**
 * The characters of a text as a reader sees them: extended grapheme clusters (Unicode Standard Annex #29), so that neither a
 * surrogate pair nor an emoji made of several is cut in two.
 */
export function splitCharacters(text: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const characters: string[] = [];
  for (const { segment } of segmenter.segment(text)) characters.push(segment);
  return characters;
}
