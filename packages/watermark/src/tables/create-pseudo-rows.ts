/**
 * Pseudo rows (伪行): rows of nobody that look like the table's own, are recognised with the key alone, and each carry a symbol of the
 * recipient's code. No cell of a real row is changed.
 *
 * @module
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { RecipientCodes } from '../code/recipient-codes.ts';
import { logNormalTail } from '../code/tail-probability.ts';
import { createBlockCipher, type EncryptBlocks, wordsOf } from '../keys/create-block-cipher.ts';
import { deriveReleaseKey, expandReleaseKey, type ReleaseKeys } from '../keys/release-keys.ts';
import { CellHash } from '../marks/cell-hash.ts';
import { type Cell, normalise, textOf } from '../marks/column-reader.ts';
import { watermarkError } from '../watermark-error.ts';
import { checkFalseAccusation } from './check-false-accusation.ts';
import { checkRecipient } from './check-recipient.ts';
import { nameRecipients, type RecipientEvidence } from './name-recipients.ts';

/** A real row is taken for a pseudo row with probability 2⁻¹⁶. */
const signBits = 16;
/** Positions of the code that pseudo rows carry. */
const codeLength = 1024;
/** Candidates are tried in batches of this many. */
const batchSize = 4096;
const mostTries = 1 << 24;
/** Without a row in so many tries, no more are to be expected: one in 2¹⁷ fits. */
const mostIdle = 1 << 20;
const domain = 0x70726f77;

/** Options of {@link createPseudoRows}. */
export interface PseudoRowOptions {
  /** The owner's key, 32 bytes. */
  readonly key: Uint8Array;
  /** Id of the release. */
  readonly release: string;
  /** Who gets this copy. */
  readonly recipient: string;
  /** Real rows to be like, 50 or more. */
  readonly rows: readonly (readonly Cell[])[];
  /** How many are made, 1 to 10,000; 50 unless given. */
  readonly count?: number;
  /**
   * Indexes of columns that belong together and are taken from one row, such as a city and its postal code. Columns in no group are
   * taken together.
   */
  readonly groups?: readonly (readonly number[])[];
  /** Makes the values that must be new, such as keys, in place of those that stand in the row. Number from 0. */
  readonly complete?: (row: Cell[], number: number) => Cell[];
  /** The table's own validator: only rows that it accepts are made. */
  readonly accepts?: (row: readonly Cell[]) => boolean;
}

/** What {@link findPseudoRows} gives. */
export interface PseudoRowReading {
  /** Indexes of the rows that are recognised. */
  readonly found: readonly number[];
  /** log₁₀ of the probability that so many real rows are recognised by chance. */
  readonly log10PValue: number;
  /** Recipients named by them, strongest first. */
  readonly named: readonly RecipientEvidence[];
}

/** Signs rows by what stands in them, whatever their order. */
class RowSigner {
  private readonly hash: CellHash;
  private readonly encrypt: EncryptBlocks;

  constructor(keys: ReleaseKeys) {
    this.hash = new CellHash(keys.hash, -1);
    this.encrypt = createBlockCipher(keys.mark);
  }

  /** Four words for each row. The sum over cells does not know their order, nor the names of columns. */
  sign(rows: readonly (readonly Cell[])[]): Uint32Array {
    const words = new Uint32Array(rows.length * 4);
    for (const [row, cells] of rows.entries()) {
      let first = 0;
      let second = 0;
      for (const cell of cells) {
        this.hash.text(normalise(textOf(cell)));
        first += this.hash.first;
        second += this.hash.second;
      }
      words.set([domain, first, second, cells.length], row * 4);
    }
    return rows.length === 0 ? words : wordsOf(this.encrypt(new Uint8Array(words.buffer)));
  }
}

const isSigned = (word: number) => word >>> (32 - signBits) === 0;
const codesOf = (keys: ReleaseKeys) =>
  new RecipientCodes(hmac(sha256, keys.code, utf8ToBytes('rows')), codeLength, 1);

/**
 * Makes rows that look like the given ones: groups of columns of real rows put together anew, until the key recognises the row and the
 * row carries the recipient's symbol.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_OPTIONS` for options out of range; `ERR_WATERMARK_CAPACITY` where too few different rows
 * can be put together, or the validator refuses them.
 *
 * @example
 * ```ts
 * import { createPseudoRows, findPseudoRows } from '@yushu/watermark';
 *
 * const key = new Uint8Array(32).fill(1);
 * const rows = Array.from({ length: 900 }, (_, i) => [`city ${i % 97}`, i % 61, i % 89, (i * 7919) % 9973]);
 * const groups = [[0], [1], [2], [3]];
 * const pseudo = createPseudoRows({ key, release: 'r1', recipient: 'acme', rows, groups, count: 100 });
 * const { found, named } = findPseudoRows({ key, release: 'r1', rows: [...rows, ...pseudo], recipients: ['acme', 'globex'] });
 * console.log(found.length >= 100, named[0]?.recipient); // true acme
 * ```
 */
export function createPseudoRows(options: PseudoRowOptions): Cell[][] {
  const { key, release, recipient, rows, count = 50, complete, accepts } = options;
  checkRecipient(recipient);
  if (!Number.isInteger(count) || count < 1 || count > 10_000 || rows.length < 50) {
    throw watermarkError(
      'ERR_WATERMARK_OPTIONS',
      'Pseudo rows are made like 50 real rows or more, 1 to 10,000 of them',
      'Give more rows, or another count.',
      { rows: rows.length },
    );
  }
  const keys = expandReleaseKey(deriveReleaseKey(key, release));
  const code = codesOf(keys).codeOf(recipient);
  const signer = new RowSigner(keys);
  const width = rows[0]!.length;
  const named = new Set((options.groups ?? []).flat());
  const rest = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !named.has(column),
  );
  const groups = [...(options.groups ?? []), ...(rest.length > 0 ? [rest] : [])];
  // How many rows can be put together at all; a validator or new values only change that by little.
  const ways = groups.reduce(
    (product, columns) =>
      product *
      new Set(
        rows
          .slice(0, 20_000)
          .map((row) => columns.map((column) => textOf(row[column])).join('\u0000')),
      ).size,
    1,
  );
  const isHopeless = complete === undefined && ways < count * 2 ** (signBits + 1);
  const draw = createBlockCipher(
    hmac(sha256, keys.code, utf8ToBytes(`draw/${recipient.normalize('NFC')}`)),
  );
  const made: Cell[][] = [];
  const seen = new Set<string>();
  let lastMade = 0;
  for (let start = 0; start < mostTries && made.length < count && !isHopeless; start += batchSize) {
    if (start - lastMade > mostIdle) break;
    const numbers = new Uint32Array(batchSize * Math.ceil(groups.length / 4) * 4);
    for (let block = 0; block < numbers.length / 4; block += 1)
      numbers.set([domain, start, block, 0], block * 4);
    const drawn = wordsOf(draw(new Uint8Array(numbers.buffer)));
    const candidates = Array.from({ length: batchSize }, (_, at) => {
      const row: Cell[] = new Array<Cell>(width).fill('');
      for (const [group, columns] of groups.entries()) {
        const donor = rows[drawn[at + group * batchSize]! % rows.length]!;
        for (const column of columns) row[column] = donor[column];
      }
      return complete === undefined ? row : complete(row, start + at);
    });
    const signs = signer.sign(candidates);
    for (const [at, row] of candidates.entries()) {
      if (!isSigned(signs[at * 4]!)) continue;
      const place = signs[at * 4 + 1]!;
      if (code[place & (codeLength - 1)] !== place >>> 31) continue;
      const text = JSON.stringify(row.map(textOf));
      if (seen.has(text) || accepts?.(row) === false) continue;
      seen.add(text);
      made.push(row);
      lastMade = start;
      if (made.length === count) break;
    }
  }
  if (made.length < count) {
    throw watermarkError(
      'ERR_WATERMARK_CAPACITY',
      `Only ${made.length} of ${count} pseudo rows could be made`,
      'Let more columns be put together anew (groups), complete new values, or ask for fewer.',
      { made: made.length, count },
    );
  }
  return made;
}

/** ln of P(at least k of n), each with probability p: a normal approximation would not hold for so few, so the tail is summed. */
function logBinomialTail(n: number, k: number, p: number): number {
  if (k === 0) return 0;
  const mean = n * p;
  if (mean > 1000) return logNormalTail((k - mean) / Math.sqrt(mean));
  let term = 0;
  for (let i = 1; i <= k; i += 1) term += Math.log((n - k + i) / i) + Math.log(p);
  term += (n - k) * Math.log1p(-p);
  let sum = 1;
  let next = 1;
  for (let i = k; i < Math.min(n, k + 2000); i += 1) {
    next *= ((n - i) / (i + 1)) * (p / (1 - p));
    sum += next;
  }
  return Math.min(0, term + Math.log(sum));
}

/** Options of {@link findPseudoRows}. */
export interface FindPseudoRowOptions {
  /** The owner's key, 32 bytes. */
  readonly key: Uint8Array;
  /** Id of the release. */
  readonly release: string;
  /** Rows that were found, with all columns, in any order. */
  readonly rows: readonly (readonly Cell[])[];
  /** Ids of all who got a copy. */
  readonly recipients: Iterable<string>;
  /** The probability of naming any innocent; 1e-9 unless given. */
  readonly falseAccusation?: number;
}

/**
 * Recognises pseudo rows with the key, and names whose they are. Needs whole rows; columns may be in any order.
 *
 * @throws {DataSecurityError} `ERR_WATERMARK_KEY` for a key of another length, `ERR_WATERMARK_OPTIONS` for a probability out of range.
 *
 * @example
 * ```ts
 * import { findPseudoRows } from '@yushu/watermark';
 *
 * const { found } = findPseudoRows({ key: new Uint8Array(32), release: 'r1', rows: [['a', 1]], recipients: [] });
 * console.log(found.length); // 0
 * ```
 */
export function findPseudoRows({
  key,
  release,
  rows,
  recipients,
  falseAccusation = 1e-9,
}: FindPseudoRowOptions): PseudoRowReading {
  checkFalseAccusation(falseAccusation);
  const keys = expandReleaseKey(deriveReleaseKey(key, release));
  const signs = new RowSigner(keys).sign(rows);
  const votes = { zeros: new Uint32Array(codeLength), ones: new Uint32Array(codeLength) };
  const found: number[] = [];
  const seen = new Set<number>();
  for (let row = 0; row < rows.length; row += 1) {
    if (!isSigned(signs[row * 4]!)) continue;
    found.push(row);
    const place = signs[row * 4 + 1]!;
    // The same row again is no further evidence.
    const finger = place * 2 ** 20 + (signs[row * 4 + 2]! >>> 12);
    if (seen.has(finger)) continue;
    seen.add(finger);
    const counted = place >>> 31 === 1 ? votes.ones : votes.zeros;
    counted[place & (codeLength - 1)]! += 1;
  }
  const { named } = nameRecipients(codesOf(keys), [votes], recipients, falseAccusation, 0);
  const log10PValue = logBinomialTail(rows.length, seen.size, 2 ** -signBits) / Math.LN10;
  return { found, log10PValue, named };
}
