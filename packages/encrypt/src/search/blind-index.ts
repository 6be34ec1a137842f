/**
 * Blind indexes: find a row by a sealed value without opening any.
 *
 * @module
 */
import type { Prf } from '@yushu/core';
import { platform } from '#platform';
import { ByteWriter, isWellFormed } from '../bytes/byte-writer.ts';
import { encryptError } from '../errors.ts';

/** Makes texts that should be found by each other the same. */
export type Normalizer = (text: string) => string;

/** Normalizers that fit most fields. Each begins with Unicode's NFKC, so that full-width digits count as digits. */
export const normalizers = {
  /** NFKC, no white space at the ends. */
  text: (text) => text.normalize('NFKC').trim(),
  /** As `text`, in lower case. */
  caseless: (text) => text.normalize('NFKC').trim().toLowerCase(),
  /** Digits only: 138-0013-8000 is found by 13800138000. */
  digits: (text) => text.normalize('NFKC').replaceAll(/[^0-9]/g, ''),
  /** Digits and X: resident identity numbers. */
  residentId: (text) =>
    text
      .normalize('NFKC')
      .toUpperCase()
      .replaceAll(/[^0-9X]/g, ''),
} as const satisfies Record<string, Normalizer>;

/** How an index cuts a value into tokens. */
export type IndexKind =
  /** The whole value: equality. */
  | { readonly kind: 'exact' }
  /** The first characters, for each of these lengths: search by how a value begins. */
  | { readonly kind: 'prefix'; readonly lengths: readonly number[] }
  /** The last characters, for each of these lengths. */
  | { readonly kind: 'suffix'; readonly lengths: readonly number[] }
  /** All runs of so many characters: search within values. */
  | { readonly kind: 'ngram'; readonly size: number };

/** Options of {@link createBlindIndex}. */
export interface BlindIndexOptions {
  /** A function of a key of its own: never the one that seals. */
  readonly prf: Prf;
  /** What the index is of: table and column, or any name. Bound to every token. */
  readonly name: string;
  /** Bits kept of each token, 1 to 256: see `planBlindIndex`. Fewer hide more, and find more that does not match. */
  readonly bits: number;
  /** 1 unless given. Another version gives other tokens: for a new normalizer, more bits or a new key. */
  readonly version?: number;
  /** `exact` unless given. */
  readonly index?: IndexKind;
  /** `normalizers.text` unless given. */
  readonly normalize?: Normalizer;
  /** Separates tenants: the same value of two tenants then gives two tokens. */
  readonly tenant?: string;
}

/** A blind index. Tokens are texts: the version, a dot and base64url, such as `1.qk3xAA`. */
export interface BlindIndex {
  /** The tokens to store beside a value; one for `exact`. An array is a compound value: all its parts must match. */
  tokensOf(value: string | readonly string[]): string[];
  /** The token or tokens to look for; a row must have all of them. Rows that have them may still not match: open and compare. */
  tokensFor(query: string | readonly string[]): string[];
}

/** Characters, not code units: half a character is none. */
const charactersOf = (text: string) => [...text];

function* piecesOf(text: string, index: IndexKind): Generator<string> {
  const characters = charactersOf(text);
  if (index.kind === 'exact') yield `=${text}`;
  else if (index.kind === 'ngram') {
    for (let at = 0; at + index.size <= characters.length; at += 1) {
      yield `*${characters.slice(at, at + index.size).join('')}`;
    }
  } else {
    for (const length of index.lengths) {
      if (length > characters.length) continue;
      yield index.kind === 'prefix'
        ? `^${characters.slice(0, length).join('')}`
        : `$${characters.slice(-length).join('')}`;
    }
  }
}

function optionsError(problem: string): Error {
  return encryptError('ERR_ENCRYPT_OPTIONS', problem, {
    hint: 'See the documentation of createBlindIndex for what each option takes.',
  });
}

function checkOptions({ bits, version = 1, index, name }: BlindIndexOptions): void {
  if (!Number.isInteger(bits) || bits < 1 || bits > 256)
    throw optionsError('bits must be 1 to 256');
  if (!Number.isInteger(version) || version < 1 || version > 0xffff_ffff) {
    throw optionsError('version must be a whole number from 1');
  }
  if (name === '') throw optionsError('an index must have a name');
  const lengths =
    index === undefined || index.kind === 'exact'
      ? []
      : 'size' in index
        ? [index.size]
        : index.lengths;
  if (index !== undefined && index.kind !== 'exact' && lengths.length === 0) {
    throw optionsError('give at least one length');
  }
  if (lengths.some((length) => !Number.isInteger(length) || length < 1 || length > 64)) {
    throw optionsError('lengths must be whole numbers from 1 to 64');
  }
}

/**
 * An index of truncated tokens of a pseudo-random function. Store the tokens of a value in a column of their own beside
 * the sealed value; to search, look for the tokens of the query, open what is found and compare.
 *
 * Tokens of equal values are equal, whoever sees the index sees how often each comes; truncation makes several values
 * share a token and so hides which. `planBlindIndex` says how much of both.
 *
 * @throws {DataSecurityError} `ERR_ENCRYPT_OPTIONS`; its methods `ERR_ENCRYPT_VALUE` where a text is no text.
 *
 * @example
 * ```ts
 * import { createPrf, generateKeyset } from '@yushu/encrypt';
 * import { createBlindIndex, normalizers } from '@yushu/encrypt/search';
 *
 * const prf = createPrf(generateKeyset('HMAC_SHA256_PRF'));
 * const phones = createBlindIndex({
 *   prf,
 *   name: 'customers.phone',
 *   bits: 24,
 *   normalize: normalizers.digits,
 * });
 * const [stored] = phones.tokensOf('138-0013-8000'); // 1.qk3x
 * console.log(stored === phones.tokensFor('13800138000')[0]); // true
 * ```
 */
export function createBlindIndex(options: BlindIndexOptions): BlindIndex {
  checkOptions(options);
  const { prf, name, bits, version = 1, tenant, normalize = normalizers.text } = options;
  const index = options.index ?? { kind: 'exact' };
  const tokenBytes = Math.ceil(bits / 8);
  const lastMask = (0xff << (tokenBytes * 8 - bits)) & 0xff;

  function normalized(value: string | readonly string[]): string[] {
    return (typeof value === 'string' ? [value] : [...value]).map((part) => {
      const text = typeof part === 'string' ? normalize(part) : '\ud800';
      if (!isWellFormed(text)) {
        throw encryptError('ERR_ENCRYPT_VALUE', 'Only well-formed texts can be indexed');
      }
      return text;
    });
  }

  function tokenOf(parts: readonly string[]): string {
    const writer = new ByteWriter(256);
    writer.utf8('yushu.blind-index.v1');
    writer.uint32(version);
    writer.byte(tenant === undefined ? 0 : 1);
    // Lengths stand before texts: no two lists of parts are the same bytes.
    for (const part of [tenant ?? '', name, ...parts]) writer.prefixedUtf8(part);
    const token = prf.compute(writer.written(), tokenBytes);
    token[tokenBytes - 1] = (token[tokenBytes - 1] as number) & lastMask;
    return `${version}.${platform.encodeBase64Url(token)}`;
  }

  function tokens(value: string | readonly string[], kind: IndexKind): string[] {
    const parts = normalized(value);
    const [first = ''] = parts;
    if (parts.length !== 1) {
      if (kind.kind !== 'exact') throw optionsError('compound values have exact indexes only');
      return [tokenOf(parts.map((part) => `=${part}`))];
    }
    // Sorted and unique: their order and number of doubles would tell of the value.
    return [...new Set([...piecesOf(first, kind)].map((piece) => tokenOf([piece])))].sort();
  }

  return {
    tokensOf: (value) => tokens(value, index),
    tokensFor(query) {
      if (index.kind === 'exact' || index.kind === 'ngram') return tokens(query, index);
      const characters = charactersOf(normalized(query)[0] ?? '').length;
      const usable = index.lengths.filter((length) => length <= characters);
      // The longest piece that the query has implies all shorter ones.
      return usable.length === 0
        ? []
        : tokens(query, { kind: index.kind, lengths: [Math.max(...usable)] });
    },
  };
}
