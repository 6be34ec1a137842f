/**
 * A baseline: what was found before and is known.
 *
 * An entry says how many findings of a category a file may hold and, where a key was given, the HMAC-SHA-256 of each value under it.
 * It holds no plaintext, and no hash that could be tried against guesses: telephone and identity numbers are few enough to try all of
 * them, salted or not, so values are told apart with a key or not at all.
 *
 * @module
 */

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type CategoryId, DataSecurityError } from '@yushu/core';
import { foldValue } from './fold-value.ts';

/** How many findings of one category in one file are known. */
export interface BaselineEntry {
  /** Path of the file, with `/` between folders. */
  readonly path: string;
  readonly category: CategoryId;
  readonly count: number;
  /** With a key: 128 bits of HMAC-SHA-256 over category and value, in hexadecimal, sorted. The path is left out, so files may move. */
  readonly values?: readonly string[];
}

/** The file. */
export interface BaselineDocument {
  readonly version: 1;
  readonly entries: readonly BaselineEntry[];
}

/** Options of {@link BaselineBuilder} and {@link readBaseline}. */
export interface BaselineOptions {
  /** Key of at least 16 bytes. Keep it apart from the baseline: who has both can try guesses. */
  readonly key?: Uint8Array | undefined;
}

const normalPath = (path: string): string => path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');

/** The fingerprint of a value under a key. */
function fingerprintOf(key: Uint8Array, category: string, value: string): string {
  const message = utf8ToBytes(`yushu baseline 1\0${category}\0${foldValue(value)}`);
  return bytesToHex(hmac(sha256, key, message)).slice(0, 32);
}

function checkKey(key: Uint8Array | undefined): void {
  if (key !== undefined && key.length < 16) {
    throw new DataSecurityError('ERR_DETECT_BASELINE', 'The key of the baseline is too short', {
      hint: 'Give 16 random bytes or more.',
      details: { length: key.length },
    });
  }
}

/**
 * Gathers what is found, for a baseline.
 *
 * @throws {DataSecurityError} `ERR_DETECT_BASELINE` where the key has less than 16 bytes.
 *
 * @example
 * ```ts
 * import { BaselineBuilder, readBaseline } from '@yushu/detect/baseline';
 *
 * const key = new Uint8Array(32).fill(7);
 * const builder = new BaselineBuilder({ key });
 * builder.add('src/a.ts', 'contact.email', 'wang@corp.cn');
 * const file = readBaseline(JSON.stringify(builder.finish()), { key }).openFile('src/a.ts');
 * console.log(file.knows('contact.email', 'wang@corp.cn'), file.knows('contact.email', 'li@corp.cn')); // true false
 * ```
 */
export class BaselineBuilder {
  readonly #key: Uint8Array | undefined;
  readonly #files = new Map<string, Map<CategoryId, { count: number; values: string[] }>>();

  constructor(options: BaselineOptions = {}) {
    checkKey(options.key);
    this.#key = options.key;
  }

  /** Adds a finding. The value is used for its fingerprint and not kept. */
  add(path: string, category: CategoryId, value: string): void {
    const name = normalPath(path);
    const file = this.#files.get(name) ?? new Map();
    this.#files.set(name, file);
    const entry = file.get(category) ?? { count: 0, values: [] };
    file.set(category, entry);
    entry.count += 1;
    if (this.#key !== undefined) entry.values.push(fingerprintOf(this.#key, category, value));
  }

  /** The document, in an order that changes little from one time to the next. */
  finish(): BaselineDocument {
    const entries: BaselineEntry[] = [];
    for (const path of [...this.#files.keys()].sort()) {
      const file = this.#files.get(path)!;
      for (const category of [...file.keys()].sort()) {
        const { count, values } = file.get(category)!;
        entries.push({
          path,
          category,
          count,
          ...(this.#key === undefined ? {} : { values: values.sort() }),
        });
      }
    }
    return { version: 1, entries };
  }
}

/**
 * What a baseline knows of one file, while its findings are told.
 *
 * @example
 * ```ts
 * import { readBaseline } from '@yushu/detect/baseline';
 *
 * const text = '{"version":1,"entries":[{"path":"a.log","category":"contact.email","count":1}]}';
 * const file = readBaseline(text).openFile('a.log');
 * console.log(file.knows('contact.email', 'a@b.cn'), file.knows('contact.email', 'c@d.cn')); // true false
 * ```
 */
export class BaselineFile {
  readonly #key: Uint8Array | undefined;
  readonly #counts: Map<string, number>;
  readonly #values: Map<string, number> | undefined;

  /** Use {@link Baseline}. */
  constructor(entries: readonly BaselineEntry[], key: Uint8Array | undefined) {
    this.#key = key;
    this.#counts = new Map(entries.map(({ category, count }) => [category, count]));
    if (key === undefined) return;
    this.#values = new Map();
    for (const { values = [] } of entries) {
      for (const value of values) this.#values.set(value, (this.#values.get(value) ?? 0) + 1);
    }
  }

  /** Whether values are told apart; otherwise findings are only counted. */
  get isExact(): boolean {
    return this.#values !== undefined;
  }

  /** How many findings of a category are known. */
  countOf(category: CategoryId): number {
    return this.#counts.get(category) ?? 0;
  }

  /**
   * Whether a finding is known. Each entry is good for one: a value that stands twice where it stood once is new. Without a key it
   * is a matter of count alone: hold findings back until the file ends, and tell all of a category where there are more than
   * {@link countOf} says.
   */
  knows(category: CategoryId, value: string): boolean {
    if (this.#values === undefined || this.#key === undefined) {
      const left = this.countOf(category);
      if (left > 0) this.#counts.set(category, left - 1);
      return left > 0;
    }
    const print = fingerprintOf(this.#key, category, value);
    const left = this.#values.get(print) ?? 0;
    if (left > 0) this.#values.set(print, left - 1);
    return left > 0;
  }
}

/** A baseline that was read. */
export interface Baseline {
  /** What it knows of a file; a path of its own each time it is scanned. */
  openFile(path: string): BaselineFile;
  /** Whether values are told apart: it was written with a key, and one is at hand. */
  readonly isExact: boolean;
}

/**
 * Reads a baseline.
 *
 * @throws {DataSecurityError} `ERR_DETECT_BASELINE` where the text is no baseline, or the key has less than 16 bytes.
 *
 * @example
 * ```ts
 * import { readBaseline } from '@yushu/detect/baseline';
 *
 * const text = '{"version":1,"entries":[{"path":"a.log","category":"network.ipv4","count":1}]}';
 * const file = readBaseline(text).openFile('./a.log');
 * console.log(file.countOf('network.ipv4'), file.isExact); // 1 false
 * ```
 */
export function readBaseline(text: string, options: BaselineOptions = {}): Baseline {
  checkKey(options.key);
  const byPath = new Map<string, BaselineEntry[]>();
  let isExact = options.key !== undefined;
  for (const entry of parse(text).entries) {
    const path = normalPath(entry.path);
    byPath.set(path, [...(byPath.get(path) ?? []), entry]);
    if (entry.values === undefined) isExact = false;
  }
  const key = isExact ? options.key : undefined;
  return {
    isExact,
    openFile: (path) => new BaselineFile(byPath.get(normalPath(path)) ?? [], key),
  };
}

function parse(text: string): BaselineDocument {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    document = undefined;
  }
  const { version, entries } = (document ?? {}) as { version?: unknown; entries?: unknown };
  if (version !== 1 || !Array.isArray(entries)) throw refuse(0);
  for (const [index, entry] of entries.entries()) if (!isEntry(entry)) throw refuse(index + 1);
  return { version, entries: entries as BaselineEntry[] };
}

function isEntry(entry: unknown): entry is BaselineEntry {
  if (typeof entry !== 'object' || entry === null) return false;
  const { path, category, count, values } = entry as Record<string, unknown>;
  return (
    typeof path === 'string' &&
    typeof category === 'string' &&
    typeof count === 'number' &&
    Number.isSafeInteger(count) &&
    count >= 0 &&
    (values === undefined ||
      (Array.isArray(values) &&
        values.every((value) => typeof value === 'string' && /^[\da-f]{32}$/.test(value))))
  );
}

function refuse(entry: number): DataSecurityError {
  return new DataSecurityError(
    'ERR_DETECT_BASELINE',
    entry === 0 ? 'The baseline cannot be read' : `Entry ${entry} of the baseline cannot be read`,
    {
      hint: 'Write it again with yushu scan --write-baseline.',
      ...(entry === 0 ? {} : { details: { entry } }),
    },
  );
}
