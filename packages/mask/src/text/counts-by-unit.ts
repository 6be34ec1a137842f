/**
 * All but ASCII, the Chinese characters of the Basic Multilingual Plane, Chinese punctuation and full-width letters. None of these ever joins
 * with its neighbour (Unicode Standard Annex #29, rule GB999); CR and LF, which do, are two in a value too.
 */
const mayJoin = /[^\u0000-\u007f\u00b7\u3001-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]/;

/** Whether every code unit of a text is a character by itself, so that the slow way of {@link splitCharacters} is not needed. */
export function countsByUnit(text: string): boolean {
  return !mayJoin.test(text);
}
