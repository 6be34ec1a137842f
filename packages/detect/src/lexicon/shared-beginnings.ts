/**
 * Reads a sorted list of words that is written by what each has in common with the one before: `0anna4lise0bea` is anna, annalise, bea.
 *
 * @module
 */

const nought = 0x30;

/** The words of a list: each begins with a digit that says how many units of the word before stand at its beginning. */
export function readSharedBeginnings(list: string): string[] {
  const words: string[] = [];
  let word = '';
  let at = 0;
  while (at < list.length) {
    const shared = list.charCodeAt(at) - nought;
    const from = at + 1;
    at = from;
    // Words hold no digits.
    while (at < list.length && (list.charCodeAt(at) < nought || list.charCodeAt(at) > 0x39))
      at += 1;
    word = word.slice(0, shared) + list.slice(from, at);
    words.push(word);
  }
  return words;
}
