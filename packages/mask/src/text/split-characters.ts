/** Made once, and only when the first text outside ASCII comes: the segmenter takes milliseconds to load. */
let segmenter: Intl.Segmenter | undefined;

/** The segmenter takes time in proportion to the whole text for each character, so it is given pieces of this length. */
const pieceLength = 256;

/**
 * The characters of a text as a reader sees them: extended grapheme clusters (Unicode Standard Annex #29), so that neither a
 * surrogate pair nor an emoji made of several is cut in two.
 */
export function splitCharacters(text: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const characters: string[] = [];
  let start = 0;
  let size = pieceLength;
  while (start < text.length) {
    // Not between the halves of a pair: half of one ends any character.
    const cut = start + size;
    const end = (text.charCodeAt(cut - 1) & 0xfc00) === 0xd800 ? cut + 1 : cut;
    let last = '';
    let at = start;
    for (const { segment } of segmenter.segment(text.slice(start, end))) {
      if (last !== '') {
        characters.push(last);
        at += last.length;
      }
      last = segment;
    }
    if (end >= text.length) {
      characters.push(last);
      return characters;
    }
    // The last character may go on beyond the piece: begin the next piece with it, and a longer one if it fills this piece.
    size = at === start ? size * 2 : pieceLength;
    start = at;
  }
  return characters;
}
