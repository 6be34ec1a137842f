/** Covers up to this many characters are made once. */
const maxCached = 64;

/** A function that gives `cover` so many times over. */
export function repeatCover(cover: string): (count: number) => string {
  const cached = Array.from({ length: maxCached + 1 }, (_, count) => cover.repeat(count));
  return (count) => cached[count] ?? cover.repeat(count);
}
