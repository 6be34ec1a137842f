import { RecipientCodes } from '../code/recipient-codes.ts';
import { deriveReleaseKey, expandReleaseKey } from '../keys/release-keys.ts';
import { RowMarks } from '../marks/row-marks.ts';
import { watermarkError } from '../watermark-error.ts';
import { checkRecipient } from './check-recipient.ts';
import type { ReleaseRecord } from './release-record.ts';

/** Options of {@link createSurrogateMarker}. */
export interface SurrogateMarkerOptions {
  /** Of {@link planRelease}, with the column named as `{ kind: 'choice' }`. */
  readonly record: ReleaseRecord;
  /** The owner's key, 32 bytes. */
  readonly key: Uint8Array;
  /** Who gets this copy. */
  readonly recipient: string;
  /** Name of the column. */
  readonly column: string;
}

/** Chooses surrogates that carry a recipient's mark. */
export interface SurrogateMarker {
  /**
   * The first candidate that says what the recipient's code wants. Give the same candidates for equal values, and equal values keep
   * equal surrogates.
   *
   * @param candidate Makes the surrogate of an attempt, from 0. Each attempt may give another one.
   */
  choose(candidate: (attempt: number) => string): string;
}

/** One in 2³² surrogates finds no fitting candidate, and takes the first. */
const mostAttempts = 32;

/**
 * Makes marks without any distortion (脱敏水印): where a value is replaced anyway, the choice among replacements carries the mark.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_OPTIONS` where the column is not one of choices; `ERR_WATERMARK_KEY` for a key of another length.
 *
 * @example
 * ```ts
 * import { createSurrogateMarker, planRelease } from '@yushu/watermark';
 *
 * const key = new Uint8Array(32).fill(5);
 * const rows = Array.from({ length: 200 }, (_, i) => [`user-${i}`]);
 * const record = planRelease({ key, columns: ['name'], rows, options: { name: { kind: 'choice' } } });
 * const marker = createSurrogateMarker({ record, key, recipient: 'acme', column: 'name' });
 * const surrogate = marker.choose((attempt) => `person-${1000 + attempt}`);
 * console.log(surrogate.startsWith('person-')); // true
 * ```
 */
export function createSurrogateMarker({
  record,
  key,
  recipient,
  column,
}: SurrogateMarkerOptions): SurrogateMarker {
  checkRecipient(recipient);
  const index = record.columns.findIndex(({ name }) => name === column);
  if (record.columns[index]?.carrier?.kind !== 'choice') {
    throw watermarkError(
      'ERR_WATERMARK_OPTIONS',
      'The column is not one whose values are chosen',
      `Plan the release with options: { column: { kind: 'choice' } }.`,
    );
  }
  const keys = expandReleaseKey(deriveReleaseKey(key, record.release));
  const code = new RecipientCodes(keys.code, record.codeLength, record.colluders).codeOf(recipient);
  const marks = new RowMarks(
    record,
    keys,
    record.columns.map((_, at) => (at === index ? 0 : -1)),
  );
  return {
    choose(candidate) {
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
        const text = candidate(attempt);
        let fits = true;
        marks.visit([[text]], ({ positions, signs, symbol }) => {
          fits = (code[positions[0]!]! ^ signs[0]!) === symbol;
        });
        if (fits) return text;
      }
      return candidate(0);
    },
  };
}
