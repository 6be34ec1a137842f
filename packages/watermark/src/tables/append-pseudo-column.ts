import { createBlockCipher, wordsOf } from '../keys/create-block-cipher.ts';
import { deriveReleaseKey, expandReleaseKey } from '../keys/release-keys.ts';
import { CellHash } from '../marks/cell-hash.ts';
import { type Cell, textOf } from '../marks/column-reader.ts';
import { watermarkError } from '../watermark-error.ts';

/** Options of {@link appendPseudoColumn}. */
export interface PseudoColumnOptions {
  /** The owner's key, 32 bytes. */
  readonly key: Uint8Array;
  /** Id of the release: the same that is planned afterwards. */
  readonly release: string;
  /** Lowest value. */
  readonly min: number;
  /** Highest value: more than the lowest. */
  readonly max: number;
  /** Digits behind the point, 0 to 9. */
  readonly decimals: number;
}

/**
 * Adds a column of nobody's (伪列) behind the others: numbers that look measured, the same for equal rows, bell-shaped between two
 * bounds. Plan the release with all other columns `never` and this one `{ kind: 'number', decimals }`: no real cell is changed.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_OPTIONS` for bounds or decimals out of range.
 *
 * @example
 * ```ts
 * import { appendPseudoColumn } from '@yushu/watermark';
 *
 * const options = { key: new Uint8Array(32), release: 'r1', min: 0, max: 100, decimals: 2 };
 * const rows = appendPseudoColumn([['a', 1], ['b', 2]], options);
 * console.log(rows[0]?.length); // 3
 * ```
 */
export function appendPseudoColumn(
  rows: readonly (readonly Cell[])[],
  { key, release, min, max, decimals }: PseudoColumnOptions,
): Cell[][] {
  if (!(max > min) || !Number.isInteger(decimals) || decimals < 0 || decimals > 9) {
    throw watermarkError(
      'ERR_WATERMARK_OPTIONS',
      'A pseudo column lies between two bounds and has 0 to 9 decimals',
      'Give min below max.',
    );
  }
  const keys = expandReleaseKey(deriveReleaseKey(key, release));
  const hash = new CellHash(keys.hash, -2);
  const blocks = new Uint32Array(rows.length * 4);
  for (const [row, cells] of rows.entries()) {
    hash.text(JSON.stringify(cells.map(textOf)));
    blocks.set([0x70636f6c, hash.first, hash.second, 0], row * 4);
  }
  const drawn =
    rows.length === 0
      ? blocks
      : wordsOf(createBlockCipher(keys.mark)(new Uint8Array(blocks.buffer)));
  return rows.map((cells, row) => {
    // The mean of four even draws is close to a bell.
    const mean = [0, 1, 2, 3].reduce((sum, at) => sum + drawn[row * 4 + at]! / 2 ** 34, 0);
    return [...cells, (min + mean * (max - min)).toFixed(decimals)];
  });
}
