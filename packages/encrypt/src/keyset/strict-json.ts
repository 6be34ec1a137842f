/**
 * JSON (RFC 8259) read strictly: no duplicate names, numbers as they are written, bounded depth. `JSON.parse` keeps the
 * last of two equal names, which lets two programs read two different keys from one text.
 *
 * @module
 */
import { keysetError } from './keyset.ts';

/** A number as it is written. */
export interface NumberLexeme {
  readonly number: string;
}

/** A value of the strict reader: objects are maps, numbers their own text. */
export type StrictJson =
  | null
  | boolean
  | string
  | NumberLexeme
  | readonly StrictJson[]
  | ReadonlyMap<string, StrictJson>;

const maxDepth = 32;
const spaces = /[ \t\n\r]*/y;
// Unrolled, so that a long string takes one pass and no stack.
const stringToken =
  /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const numberToken = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const wordToken = /true|false|null/y;

class StrictReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): StrictJson {
    const value = this.#value(0);
    this.#token(spaces);
    if (this.#at !== this.#text.length) throw this.#problem();
    return value;
  }

  #problem(): Error {
    return keysetError('it is not JSON', { offset: this.#at });
  }

  #token(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  /** Takes the character, after white space, if it is the next one. */
  #take(character: string): boolean {
    this.#token(spaces);
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #value(depth: number): StrictJson {
    if (depth > maxDepth) throw keysetError('it is nested too deeply', { offset: this.#at });
    if (this.#take('{')) return this.#object(depth);
    if (this.#take('[')) return this.#array(depth);
    const text = this.#token(stringToken);
    if (text !== undefined) return JSON.parse(text) as string;
    const number = this.#token(numberToken);
    if (number !== undefined) return { number };
    const word = this.#token(wordToken);
    if (word === undefined) throw this.#problem();
    return word === 'null' ? null : word === 'true';
  }

  #array(depth: number): StrictJson[] {
    const values: StrictJson[] = [];
    if (this.#take(']')) return values;
    do values.push(this.#value(depth + 1));
    while (this.#take(','));
    if (!this.#take(']')) throw this.#problem();
    return values;
  }

  #object(depth: number): Map<string, StrictJson> {
    const members = new Map<string, StrictJson>();
    if (this.#take('}')) return members;
    do {
      this.#token(spaces);
      const quoted = this.#token(stringToken);
      if (quoted === undefined || !this.#take(':')) throw this.#problem();
      const name = JSON.parse(quoted) as string;
      if (members.has(name)) throw keysetError('a name stands twice', { offset: this.#at });
      members.set(name, this.#value(depth + 1));
    } while (this.#take(','));
    if (!this.#take('}')) throw this.#problem();
    return members;
  }
}

/** The value of a JSON text. */
export function readStrictJson(text: string): StrictJson {
  return new StrictReader(text).document();
}
