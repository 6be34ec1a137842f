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
  ['（', '('],
  ['）', ')'],
]);

/** The way back. */
export const fullWidthOf: ReadonlyMap<string, string> = new Map(
  [...halfWidthOf].map(([full, half]) => [half, full]),
);

/**
 * Ideographs that are encoded twice because an older standard had both: a form that is usual in the mainland, and one that differs
 * by a stroke. Both are in GBK, and no normalisation makes one of the other.
 *
 * Source: The Unicode Standard, section 18.1 (source separation), and the kZVariant field of the Unihan database.
 */
const ideographs =
  '内內没沒别別教敎值値查査户戶即卽既旣步歩每毎告吿尚尙晚晩研硏册冊删刪兑兌脱脫税稅悦悅恒恆增増概槪插揷决決况況减減摇搖遥遙';

/** A usual ideograph to the one that looks like it. */
export const variantOf: ReadonlyMap<string, string> = new Map(
  Array.from({ length: ideographs.length / 2 }, (_, index) => [
    ideographs.charAt(2 * index),
    ideographs.charAt(2 * index + 1),
  ]),
);

/** The way back. */
export const usualOf: ReadonlyMap<string, string> = new Map(
  [...variantOf].map(([usual, variant]) => [variant, usual]),
);

/** A text with one of these is traditional Chinese, and one with kana Japanese: there, what looks like a variant is the usual form. */
export const traditional =
  /[這們個來說國會學發關開時對為經過還]|[\p{Script=Hiragana}\p{Script=Katakana}]/u;
