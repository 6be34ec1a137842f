/**
 * Latin letters and the Cyrillic ones that look the same in nearly every font. Both are in Unicode, GBK, Big5 and Shift JIS, and no
 * normalisation makes one of the other.
 *
 * Source: Unicode Technical Standard 39, confusables.txt.
 */
const pairs = 'aаcсeеoоpрxхyуAАBВCСEЕHНKКMМOОPРTТXХ';

/** Latin letter to the Cyrillic one that looks like it. */
export const cyrillicOf: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, index) => [
    pairs.charAt(2 * index),
    pairs.charAt(2 * index + 1),
  ]),
);

/** Cyrillic letter to the Latin one that looks like it. */
export const latinOf: ReadonlyMap<string, string> = new Map(
  [...cyrillicOf].map(([latin, cyrillic]) => [cyrillic, latin]),
);

/** Punctuation of Chinese text, in its full width and in half. */
export const halfWidthOf: ReadonlyMap<string, string> = new Map([
  ['，', ','],
  ['；', ';'],
  ['：', ':'],
  ['！', '!'],
  ['？', '?'],
  ['（', '('],
  ['）', ')'],
]);

/** The way back. */
export const fullWidthOf: ReadonlyMap<string, string> = new Map(
  [...halfWidthOf].map(([full, half]) => [half, full]),
);
