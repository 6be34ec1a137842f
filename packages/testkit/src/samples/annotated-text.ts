/**
 * Text that knows what in it is sensitive, so that the truth comes from the writing and not from looking for it afterwards.
 *
 * @module
 */
import type { CategoryId } from '@yushu/core';

/** A piece of sensitive data within a phrase. */
export interface Marked {
  readonly category: CategoryId;
  readonly text: string;
}

/** A text in pieces. */
export type Phrase = readonly (string | Marked)[];

/** Where a piece of sensitive data stands: UTF-16 code units of the decoded file. */
export interface Truth {
  readonly path: string;
  readonly category: CategoryId;
  readonly start: number;
  readonly end: number;
}

/** Marks a text as sensitive. */
export function mark(category: CategoryId, text: string): Marked {
  return { category, text };
}

/**
 * A phrase as a template: holes take texts, numbers, marked pieces and other phrases.
 *
 * @example
 * ```ts
 * import { mark, phrase } from './annotated-text.ts';
 *
 * console.log(phrase`call ${mark('contact.phone', '13800138000')} now`.length); // 3
 * ```
 */
export function phrase(
  strings: TemplateStringsArray,
  ...holes: readonly (string | number | Marked | Phrase)[]
): Phrase {
  const pieces: (string | Marked)[] = [strings[0]!];
  for (const [index, hole] of holes.entries()) {
    if (typeof hole === 'number') pieces.push(String(hole));
    else if (typeof hole === 'string' || 'category' in hole) pieces.push(hole);
    else pieces.push(...hole);
    pieces.push(strings[index + 1]!);
  }
  return pieces.filter((piece) => piece !== '');
}

/** A file in the making. */
export class AnnotatedText {
  readonly path: string;
  readonly truth: Truth[] = [];
  readonly #parts: string[] = [];
  #length = 0;

  constructor(path: string) {
    this.path = path;
  }

  /** Appends; `encode` writes each piece as the format asks, such as with quotes doubled. */
  add(text: string | Phrase, encode: (text: string) => string = (plain) => plain): this {
    for (const piece of typeof text === 'string' ? [text] : text) {
      const written = encode(typeof piece === 'string' ? piece : piece.text);
      const start = this.#length;
      this.#length += written.length;
      this.#parts.push(written);
      if (typeof piece !== 'string') {
        const { category } = piece;
        this.truth.push({ path: this.path, category, start, end: this.#length });
      }
    }
    return this;
  }

  get text(): string {
    return this.#parts.join('');
  }
}
